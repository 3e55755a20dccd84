import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { TemplateForm } from "@/components/bulletins/template-form";
import { can } from "@/lib/domain/permissions/can";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { listTemplates } from "@/lib/server/bulletins/data";
import { getContext } from "@/lib/server/context";
import { listDepartments } from "@/lib/server/departments/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulletins"))("templates") };
}

export default async function TemplatesPage({ searchParams }: WithQuery) {
  const context = await getContext();
  const { actor } = context;
  if (actor.kind === "visitor") return redirectToSignIn("/bulletins/templates", searchParams);
  if (!can(actor, "bulletin.write", null)) return <NotAllowed />;
  const [t, templates, offices] = await Promise.all([
    getTranslations("bulletins"),
    listTemplates(),
    listDepartments(context),
  ]);
  return (
    <div className="grid gap-6">
      <h1>{t("templates")}</h1>
      <p className="text-ink-soft">{t("templatesLead")}</p>
      {templates.map((one) => (
        <TemplateForm key={one.key} entry={one} offices={offices} />
      ))}
      <TemplateForm entry={null} offices={offices} />
    </div>
  );
}
