import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { SplitForm } from "@/components/targets/split-form";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getRevisionForm } from "@/lib/server/targets/revision-form";

interface SplitPageProps extends WithQuery {
  readonly params: Promise<{ code: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("split"))("title") };
}

export default async function SplitPage({ params, searchParams }: SplitPageProps) {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor")
    return redirectToSignIn(`/targets/${encodeURIComponent(code)}/split`, searchParams);
  const form = await getRevisionForm(code, undefined, context);
  return form?.mode === "direct" ? <SplitForm form={form} lang={lang} /> : <NotAllowed />;
}
