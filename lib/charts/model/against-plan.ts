// How far each reported value is from the plan of its day, in words that need no sign: "CNY 1.2 billion above plan".
import { Decimal } from "decimal.js";
import { getTranslator } from "@/lib/i18n/translator";
import { formatDifference } from "@/lib/wording/format-gap";
import type { ChartSeries, SeriesPoint } from "./chart-model";
import { hasPlannedCurve, plannedValue } from "./chart-terms";
import { termsOn } from "./promise-series";
import type { TargetChartInput } from "./target-chart-input";

function differenceOf(input: TargetChartInput, point: SeriesPoint): string | null {
  if (point.decimal === null) return null;
  const terms = termsOn(input, point.on);
  if (!hasPlannedCurve(terms) || point.on > terms.dueOn) return null;
  const planned = plannedValue(terms, point.on);
  if (planned === null) return null;
  const { metric, lang } = input;
  const difference = new Decimal(point.decimal).minus(planned).toDecimalPlaces(metric.precision + 1);
  const t = getTranslator(lang);
  if (difference.isZero()) return t("chart.onPlan");
  const amount = formatDifference(difference.abs(), metric, lang).replace(/^\+/, "");
  return t(difference.isNegative() ? "chart.belowPlan" : "chart.abovePlan", { amount });
}

/** The reported series with the difference of each value from the plan, where a plan is drawn. */
export function withDifferences(input: TargetChartInput, reported: ChartSeries): ChartSeries {
  const points = reported.points.map((point) => {
    const againstPlan = differenceOf(input, point);
    return againstPlan === null ? point : { ...point, againstPlan };
  });
  return { ...reported, points };
}
