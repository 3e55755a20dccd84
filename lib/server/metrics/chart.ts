// The chart of a metric over the years.
import "server-only";
import type { PlotChartModel } from "@/lib/charts/model/chart-model";
import { prepareYearsChart } from "@/lib/charts/model/years-chart-model";
import type { Language } from "@/lib/i18n/languages";
import type { Clock } from "@/lib/server/clock";
import type { MetricYears } from "@/lib/views/metric";
import { formatPromise } from "@/lib/wording/format-promise";

export function metricChartModel(
  { metric, targets }: MetricYears,
  clock: Pick<Clock, "today">,
  lang: Language,
): PlotChartModel | null {
  return prepareYearsChart({
    key: `metric-${metric.key}`,
    metric: { ...metric, name: metric.name[lang] },
    targets: targets.shown.map((row) => ({
      startOn: row.terms.startOn,
      dueOn: row.terms.dueOn,
      value: row.terms.value,
      baseline: row.terms.baseline,
      latest: row.standing.latest,
      promise: formatPromise(row, lang),
      sample: row.standing.latest?.sample === true,
    })),
    source: metric.dataSource[lang],
    today: clock.today,
    lang,
  });
}
