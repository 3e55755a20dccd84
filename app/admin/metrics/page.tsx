import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MetricList } from "@/components/admin/metric-list";
import { NotAllowed } from "@/components/auth/not-allowed";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { listMetricsInUse } from "@/lib/server/metrics/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("metrics") };
}

export default async function MetricsPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/metrics", searchParams);
  const metrics = await listMetricsInUse(context);
  return metrics === null ? <NotAllowed /> : <MetricList metrics={metrics} lang={lang} />;
}
