import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { formatUnit } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { MetricYears } from "@/lib/views/metric";

interface MetricHeadProps {
  readonly metric: MetricYears["metric"];
  readonly lang: Language;
}

/** What is measured, how, and from which source. */
export async function MetricHead({ metric, lang }: MetricHeadProps) {
  const [t, kinds, metrics] = await Promise.all([
    getTranslations("metricYears"),
    getTranslations("metricKinds"),
    getTranslations("newTarget"),
  ]);
  const facts = [
    [t("unit"), formatUnit(metric, lang)],
    [t("kind"), `${kinds(metric.kind)}${t("separator")}${metrics(`directions.${metric.direction}`)}`],
    [t("definition"), metric.definition[lang]],
    [t("dataSource"), metric.dataSource[lang]],
  ].filter(([, fact]) => fact !== "");
  return (
    <PageHeader title={metric.name[lang]} context={t("metric")}>
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_1fr]">
        {facts.map(([term, fact]) => (
          <div key={term} className="contents">
            <dt className="text-ink-soft">{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </PageHeader>
  );
}
