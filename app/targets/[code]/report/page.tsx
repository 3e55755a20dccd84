import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClosedDraft } from "@/components/updates/closed-draft";
import { ReportScreen } from "@/components/updates/report-screen";
import { ReportUnavailable } from "@/components/updates/report-unavailable";
import { getLanguage } from "@/lib/i18n/preferences";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { redirectToSignIn } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getCachedTarget } from "@/lib/server/targets/detail";
import { getEndedDraft, getReportForm } from "@/lib/server/updates/form";

interface ReportPageProps {
  readonly params: Promise<{ code: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report"))("pageTitle") };
}

export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const [{ code }, query, context, lang] = await Promise.all([params, searchParams, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor")
    return redirectToSignIn(`/targets/${encodeURIComponent(code)}/report`, searchParams);
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const origin = { draft: one("draft"), from: one("from"), corrects: one("corrects") };
  const form = await getReportForm(code, origin, context);
  const { actor, clock } = context;
  if (form !== null) {
    return <ReportScreen form={form} today={clock.today} person={await getPersonNames()} lang={lang} />;
  }
  const ended = await getEndedDraft(code, origin.draft, context);
  if (ended !== null) return <ClosedDraft code={code} draft={ended} lang={lang} />;
  const target = await getCachedTarget(code, context);
  return <ReportUnavailable target={target} actor={actor} today={clock.today} lang={lang} />;
}
