import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { SplitForm } from "@/components/targets/split-form";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { getRevisionForm } from "@/lib/server/targets/revision-form";

interface SplitPageProps {
  readonly params: Promise<{ code: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("split"))("title") };
}

export default async function SplitPage({ params }: SplitPageProps) {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") redirect(`/sign-in?next=/targets/${encodeURIComponent(code)}`);
  const form = await getRevisionForm(code, undefined, context);
  return form?.mode === "direct" ? <SplitForm form={form} lang={lang} /> : <NotAllowed />;
}
