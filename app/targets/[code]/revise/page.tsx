import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { RevisionForm } from "@/components/targets/revision-form";
import { TargetForm } from "@/components/targets/target-form";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getDraftForm } from "@/lib/server/targets/draft-form";
import { getRevisionForm } from "@/lib/server/targets/revision-form";

interface RevisePageProps {
  readonly params: Promise<{ code: string }>;
  readonly searchParams: Promise<{ readonly as?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("life"))("revise") };
}

export default async function RevisePage({ params, searchParams }: RevisePageProps) {
  const [{ code }, { as }, context, lang] = await Promise.all([params, searchParams, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor")
    return redirectToSignIn(`/targets/${encodeURIComponent(code)}/revise`, searchParams);
  // A draft is not a promise yet: the office edits all of it, without a reason.
  const draft = await getDraftForm(code, context);
  if (draft !== null) return <TargetForm form={draft} lang={lang} />;
  const form = await getRevisionForm(code, as, context);
  return form === null ? <NotAllowed /> : <RevisionForm form={form} lang={lang} />;
}
