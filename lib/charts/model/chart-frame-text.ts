// The text that all target charts share: as-of, source, sample caption, legend and alternative text.

import { statesFigure } from "@/lib/domain/targets/comparators";
import { FORECAST_LEVEL } from "@/lib/domain/targets/forecast";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import type { ChartFrame, ChartRange, ChartSeries, LegendItem, SeriesPoint } from "./chart-model";
import { roundedForecast, textOf } from "./promise-series";
import type { TargetChartInput } from "./target-chart-input";

type Lettering = Pick<
  ChartFrame,
  | "key"
  | "lang"
  | "title"
  | "subtitle"
  | "unitLabel"
  | "sourceLabel"
  | "asOfLabel"
  | "illustrativeLabel"
  | "assumptionLabel"
>;

/** True if any value is a sample. */
function isIllustrative(input: TargetChartInput): boolean {
  return input.illustrative || input.readings.some((reading) => reading.illustrative);
}

/** Names the assumed dates and weights with the target's code, so that they are clear next to other charts. */
function assumptionLabel({ code, metric, periodPrinted, assumedSteps, terms, lang }: TargetChartInput): string | null {
  const t = getTranslator(lang);
  const assumed = [
    ...(periodPrinted ? [] : [t("chart.assumedPeriod")]),
    ...(metric.kind === "milestone" && terms.steps.length > 0 ? [t("chart.assumedPlan")] : []),
    ...(assumedSteps.length > 0 ? [t("chart.assumedSteps")] : []),
  ];
  return assumed.length === 0 ? null : `${code}${t("punctuation.colon")}${assumed.join(t("punctuation.semicolon"))}`;
}

/** The sentences at the end of an alternative text: sample values and assumptions. */
export function describeMarks(frame: Pick<ChartFrame, "lang" | "illustrativeLabel" | "assumptionLabel">): string {
  const t = getTranslator(frame.lang);
  return [frame.illustrativeLabel, frame.assumptionLabel]
    .filter((label) => label !== null)
    .map((label) => `${t("punctuation.stop")}${label}`)
    .join("");
}

/** @param axisUnit the unit of the value axis' labels, if it differs from the printed one. */
export function lettering(
  input: TargetChartInput,
  latestOn: SeriesPoint["on"] | null,
  axisUnit = formatUnit(input.metric.unit, input.lang),
): Lettering {
  const t = getTranslator(input.lang);
  const unit = input.metric.kind === "rank" ? t("chart.rank") : axisUnit;
  const hasUnit = input.metric.kind !== "yes-no" && input.metric.kind !== "milestone" && unit !== "";
  return {
    key: input.code,
    lang: input.lang,
    title: input.title,
    subtitle: [input.code, input.owner].filter((part) => part !== "").join(" · "),
    unitLabel: hasUnit ? t("chart.unit", { label: unit }) : "",
    sourceLabel: input.source === "" ? "" : t("chart.source", { label: input.source }),
    asOfLabel: latestOn === null ? t("chart.noAsOf") : t("chart.asOf", { day: formatIsoDate(latestOn, input.lang) }),
    illustrativeLabel: isIllustrative(input) ? t("chart.illustrative") : null,
    assumptionLabel: assumptionLabel(input),
  };
}

export function legendOf(
  series: readonly ChartSeries[],
  ranges: readonly ChartRange[],
  revisionLabel: string | null,
): LegendItem[] {
  const items: LegendItem[] = series.map((one) => ({
    key: one.key,
    label: one.label,
    swatch: one.role,
    ...(one.isUnprinted ? { isUnprinted: true } : {}),
  }));
  for (const range of ranges) items.push({ key: range.key, label: range.label, swatch: range.role });
  if (revisionLabel !== null) items.push({ key: "revision", label: revisionLabel, swatch: "revision" });
  return items;
}

/** The text of a chart without a reported value. */
export function nothingReported({ needsNoReport, lang }: TargetChartInput): string {
  const t = getTranslator(lang);
  return needsNoReport ? capitalized(t("freshness.not-expected")) : t("chart.nothingReported");
}

/** Title, latest value, promise, expectation and forecast in one or two sentences. */
export function describePlot(
  input: TargetChartInput,
  frame: Lettering,
  latest: SeriesPoint | null,
  series: readonly ChartSeries[],
  ranges: readonly ChartRange[],
): string {
  const t = getTranslator(input.lang);
  const facts: string[] = [];
  if (latest === null) facts.push(nothingReported(input));
  else
    facts.push(
      `${t("chart.asOf", { day: formatIsoDate(latest.on, input.lang) })}${t("punctuation.separator")}${t("chart.reported")} ${latest.text}`,
    );
  const expected = series.find((one) => one.role === "expected")?.points.find((point) => point.x === latest?.x);
  if (expected !== undefined) facts.push(`${t("chart.expected")} ${expected.text}`);
  const promise = series.find((one) => one.role === "target") ?? ranges.find((one) => one.role === "target-range");
  const { comparator } = input.terms;
  const unset = statesFigure(comparator) ? t("unknownReasons.no-target-value") : t(`comparators.${comparator}`);
  facts.push(promise?.label ?? capitalized(unset));
  for (const role of ["stretch", "baseline", "forecast"] as const) {
    const label = series.find((one) => one.role === role)?.label;
    if (label !== undefined) facts.push(label);
  }
  const forecast = roundedForecast(input);
  if (forecast !== null && ranges.some((range) => range.role === "forecast-range")) {
    facts.push(
      `${t("chart.forecastRange", { level: FORECAST_LEVEL })} ${t("chart.range", { low: textOf(input, forecast.low), high: textOf(input, forecast.high) })}`,
    );
  }
  return `${input.title}${t("punctuation.colon")}${facts.join(t("punctuation.separator"))}${describeMarks(frame)}${t("punctuation.stop")}`.trim();
}
