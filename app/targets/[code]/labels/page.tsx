import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { TargetLabels } from "@/components/targets/target-labels";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getTarget } from "@/lib/server/targets/detail";
import { getLabelForm } from "@/lib/server/targets/label-target";

interface TargetLabelsPageProps extends WithQuery {
  readonly params: Promise<{ code: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("label"))("change") };
}

export default async function TargetLabelsPage({ params, searchParams }: TargetLabelsPageProps) {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor")
    return redirectToSignIn(`/targets/${encodeURIComponent(code)}/labels`, searchParams);
  const target = await getTarget(code, context);
  const form = target && (await getLabelForm(target, context));
  return target && form ? <TargetLabels target={target} form={form} lang={lang} /> : <NotAllowed />;
}
