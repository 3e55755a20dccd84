import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { TargetForm } from "@/components/targets/target-form";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getNewTargetForm } from "@/lib/server/targets/draft-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newTarget"))("title") };
}

export default async function NewTargetPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/targets/new", searchParams);
  if (!can(context.actor, "target.create", null)) return <NotAllowed />;
  return <TargetForm form={await getNewTargetForm(context.clock.today, context)} lang={lang} />;
}
