import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChartPanel } from "@/components/charts/chart-panel";
import { MetricHead } from "@/components/metrics/metric-head";
import { MetricYears } from "@/components/metrics/metric-years";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { metricChartModel } from "@/lib/server/metrics/chart";
import { getCachedMetricYears } from "@/lib/server/metrics/years";

interface MetricPageProps {
  readonly params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: MetricPageProps): Promise<Metadata> {
  const [{ key }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  return { title: (await getCachedMetricYears(key, context))?.metric.name[lang] ?? key };
}

export default async function MetricPage({ params }: MetricPageProps) {
  const [{ key }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const years = await getCachedMetricYears(key, context);
  if (years === null) notFound();
  const model = metricChartModel(years, context.clock, lang);
  return (
    <>
      <MetricHead metric={years.metric} lang={lang} />
      {model !== null && <ChartPanel model={model} showTitle={false} />}
      <MetricYears targets={years.targets} lang={lang} />
    </>
  );
}
