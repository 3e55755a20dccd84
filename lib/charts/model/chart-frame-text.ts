// The text that all target charts share: as-of, source, sample caption, legend and alternative text.

import { statesFigure } from "@/lib/domain/targets/comparators";
import { FORECAST_LEVEL } from "@/lib/domain/targets/forecast";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { findingSentence, prepareFinding, promiseSentence } from "./chart-finding";
import type { ChartFrame, ChartRange, ChartSeries, LegendItem, SeriesPoint } from "./chart-model";
import { chartTitle, panelTitle } from "./chart-title";
import { roundedForecast, textOf } from "./promise-series";
import type { TargetChartInput } from "./target-chart-input";

type Lettering = Pick<
  ChartFrame,
  | "key"
  | "lang"
  | "title"
  | "panelTitle"
  | "finding"
  | "identityLabel"
  | "unitLabel"
  | "sourceLabel"
  | "asOfLabel"
  | "asOfDay"
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
function describeMarks(frame: Pick<ChartFrame, "lang" | "illustrativeLabel" | "assumptionLabel">): string {
  const t = getTranslator(frame.lang);
  return [frame.illustrativeLabel, frame.assumptionLabel]
    .filter((label) => label !== null)
    .map((label) => `${t("punctuation.stop")}${label}`)
    .join("");
}

/** Code, target and owner: the target's title only where the chart has another one. */
function identityLabel(input: TargetChartInput): string {
  const { code, title, owner } = input;
  return [code, chartTitle(input) === title ? "" : title, owner].filter((part) => part !== "").join(" · ");
}

/** @param axisUnit the unit of the value axis' labels, if it differs from the printed one. */
export function lettering(
  input: TargetChartInput,
  latest: Pick<SeriesPoint, "on" | "text"> | null,
  axisUnit = formatUnit(input.metric, input.lang),
): Lettering {
  const t = getTranslator(input.lang);
  const unit = input.metric.kind === "rank" ? t("chart.rank") : axisUnit;
  const hasUnit = input.metric.kind !== "yes-no" && input.metric.kind !== "milestone" && unit !== "";
  return {
    key: input.code,
    lang: input.lang,
    title: chartTitle(input),
    panelTitle: panelTitle(input),
    finding: prepareFinding(input, latest),
    identityLabel: identityLabel(input),
    unitLabel: hasUnit ? t("chart.unit", { label: unit }) : "",
    sourceLabel: input.source === "" ? "" : t("chart.source", { label: input.source }),
    asOfLabel: latest === null ? t("chart.noAsOf") : t("chart.asOf", { day: formatIsoDate(latest.on, input.lang) }),
    ...(latest === null ? {} : { asOfDay: { of: "value", on: latest.on } }),
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
export function nothingReported(input: TargetChartInput): string {
  const { needsNoReport, terms, lang } = input;
  const t = getTranslator(lang);
  if (!needsNoReport) return t("chart.nothingReported");
  const reason = t("freshness.not-expected");
  const hasNoFigure = terms.value === null && statesFigure(terms.comparator);
  return hasNoFigure ? t("finding.emptyBecause", { promise: promiseSentence(input), reason }) : capitalized(reason);
}

/** Title, finding, baseline and forecast, each as a sentence in the words of the picture. */
export function describePlot(
  input: TargetChartInput,
  frame: Lettering,
  series: readonly ChartSeries[],
  ranges: readonly ChartRange[],
): string {
  const t = getTranslator(input.lang);
  const sentences = [findingSentence(frame.finding, input.lang)];
  const baseline = series.find(({ role }) => role === "baseline");
  if (baseline !== undefined)
    sentences.push(t("finding.baseline", { label: baseline.name, value: baseline.valueText }));
  const forecast = roundedForecast(input);
  if (forecast !== null && ranges.some((range) => range.role === "forecast-range")) {
    const range = t("chart.range", { low: textOf(input, forecast.low), high: textOf(input, forecast.high) });
    const [day, value] = [formatIsoDate(forecast.on, input.lang), textOf(input, forecast.value)];
    sentences.push(t("finding.forecast", { day, value, level: FORECAST_LEVEL, range }));
  }
  return describeFrame(frame, sentences);
}

/** The title and the sentences, with samples and assumptions, as an alternative text. */
export function describeFrame(
  frame: Pick<ChartFrame, "lang" | "title" | "illustrativeLabel" | "assumptionLabel">,
  sentences: readonly string[],
): string {
  const t = getTranslator(frame.lang);
  const body = sentences.map(capitalized).join(t("punctuation.stop"));
  return `${frame.title}${t("punctuation.stop")}${body}${describeMarks(frame)}${t("punctuation.stop")}`.trim();
}
