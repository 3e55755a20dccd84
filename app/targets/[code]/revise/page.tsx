import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { RevisionForm } from "@/components/targets/revision-form";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { getRevisionForm } from "@/lib/server/targets/revision-form";

interface RevisePageProps {
  readonly params: Promise<{ code: string }>;
  readonly searchParams: Promise<{ as?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("life"))("revise") };
}

export default async function RevisePage({ params, searchParams }: RevisePageProps) {
  const [{ code }, { as }, context, lang] = await Promise.all([params, searchParams, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") redirect(`/sign-in?next=/targets/${encodeURIComponent(code)}`);
  const form = await getRevisionForm(code, as, context);
  return form === null ? <NotAllowed /> : <RevisionForm form={form} lang={lang} />;
}
