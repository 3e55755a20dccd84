import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { LabelList } from "@/components/labels/label-list";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { listLabels } from "@/lib/server/labels/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("label"))("title") };
}

export default async function LabelsPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/targets/labels", searchParams);
  const labels = await listLabels(context);
  return labels === null ? <NotAllowed /> : <LabelList labels={labels} lang={lang} />;
}
