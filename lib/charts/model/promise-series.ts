// The promise as lines: target with its revisions, stretch, baseline, the expected curve and the forecast.
import type { Decimal } from "decimal.js";
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { rangeOf, statesFigure } from "@/lib/domain/targets/comparators";
import { courseDays } from "@/lib/domain/targets/expected";
import { FORECAST_LEVEL } from "@/lib/domain/targets/forecast";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { describeFigure, describeRange } from "@/lib/wording/describe-target";
import { measureText } from "@/lib/wording/measure-text";
import { originText } from "@/lib/wording/provenance-marks";
import { dayNumber } from "./chart-axes";
import type { ChartRange, ChartSeries, RangePoint, SeriesPoint } from "./chart-model";
import { hasPlannedCurve, plannedValue, plotNumber } from "./chart-terms";
import { peerBoundSeries } from "./peer-bound-series";
import { seriesPoint } from "./reported-series";
import { named } from "./series-name";
import type { ChartForecast, ChartRevision, TargetChartInput } from "./target-chart-input";

/** First and last day of the chart: the target's own period, extended to contain every reading. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function textOf({ metric, lang }: TargetChartInput, value: Decimal): string {
  return measureText(value, { ...metric, lang });
}

/** A promised value, as promised. */
export function promisedText({ metric, lang }: TargetChartInput, value: Decimal): string {
  return measureText(value, { ...metric, precision: null, lang });
}

/** A promised value with the words of its comparator: 不少于402亿元 / "about 27%". */
export function promiseText(input: TargetChartInput, value: Decimal, terms = input.terms): string {
  const figure = promisedText(input, value);
  return input.metric.kind === "yes-no" ? figure : describeFigure(terms, figure, input.lang);
}

/** 2022年基数（推算） / "Baseline 2022 (derived)": only a printed one has no mark. */
export function baselineLabel({ terms, lang }: TargetChartInput): string {
  const t = getTranslator(lang);
  const { year, ...origin } = terms.baseline ?? { year: 0, origin: "printed" as const };
  if (origin.origin === "printed") return t("chart.baseline", { year });
  return t("chart.baselineWithOrigin", { year, origin: originText(origin, lang) });
}

function pointOf(input: TargetChartInput, on: IsoDate, value: Decimal | null): SeriesPoint {
  return seriesPoint(
    on,
    value,
    value === null ? capitalized(getTranslator(input.lang)("unknownReasons.no-target-value")) : textOf(input, value),
  );
}

export function changesValue(revision: ChartRevision): boolean {
  const { before, after } = revision;
  return before === null || after === null ? before !== after : !before.equals(after);
}

export function revisionsInOrder(input: TargetChartInput): ChartRevision[] {
  return input.revisions.filter((r) => r.on <= input.today).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * The target value over the period: constant, with a step on each day it was changed.
 * Null if it never had one, and for a `between`, which has a band. A share of peers has the place of each report.
 */
export function targetSeries(input: TargetChartInput, span: Span): ChartSeries | null {
  if (targetRange(input, span) !== null) return null;
  if (!statesFigure(input.terms.comparator)) return peerBoundSeries(input, span.to, (on) => termsOn(input, on));
  const steps = revisionsInOrder(input).filter(changesValue);
  const first = steps[0]?.before ?? (steps.length > 0 ? null : input.terms.value);
  const promised = (on: IsoDate, value: Decimal | null): SeriesPoint =>
    value === null ? pointOf(input, on, null) : seriesPoint(on, value, promiseText(input, value, termsOn(input, on)));
  const points = [promised(addDays(span.from, -1), first)];
  for (const step of steps) points.push(promised(step.on, step.after));
  points.push(promised(span.to, input.terms.value));
  if (points.every((point) => point.y === null)) return null;
  const t = getTranslator(input.lang);
  const { value } = input.terms;
  const label = named(t("chart.target"), value === null ? "" : promiseText(input, value));
  return { key: "target", role: "target", ...label, shape: "step", markers: false, points };
}

export function baselineSeries(input: TargetChartInput, span: Span): ChartSeries | null {
  const { baseline } = input.terms;
  if (baseline === null) return null;
  const { value, origin } = baseline;
  const text = textOf(input, value);
  return {
    key: "baseline",
    role: "baseline",
    ...named(baselineLabel(input), text),
    shape: "line",
    markers: false,
    points: [seriesPoint(addDays(span.from, -1), value, text), seriesPoint(span.to, value, text)],
    isUnprinted: origin !== "printed",
  };
}

/** The terms in force on a day: those of the first revision after it, or the current ones. */
export function termsOn({ terms, replacedTerms }: TargetChartInput, on: IsoDate): TargetTerms {
  return replacedTerms.find(({ until }) => on < until)?.terms ?? terms;
}

/** The days within the chart's period on which other terms come into force. */
function revisedDays({ replacedTerms }: TargetChartInput, span: Span): IsoDate[] {
  return replacedTerms.map(({ until }) => until).filter((on) => on >= span.from && on <= span.to);
}

/** The stretch value as promised on each day; null without one today. */
export function stretchSeries(input: TargetChartInput, span: Span): ChartSeries | null {
  const { stretchValue } = input.terms;
  if (stretchValue === null) return null;
  const pointOn = (on: IsoDate): SeriesPoint => {
    const value = termsOn(input, on).stretchValue;
    return seriesPoint(on, value, value === null ? "" : promisedText(input, value));
  };
  const before = pointOn(addDays(span.from, -1));
  const changes = revisedDays(input, span)
    .map(pointOn)
    .filter(({ decimal }, index, all) => decimal !== (all[index - 1] ?? before).decimal);
  return {
    key: "stretch",
    role: "stretch",
    ...named(getTranslator(input.lang)("chart.stretch"), promisedText(input, stretchValue)),
    shape: changes.length === 0 ? "line" : "step",
    markers: false,
    points: [before, ...changes, pointOn(span.to)],
  };
}

/** The start, every month end and the due date of all terms, every reported day, and both sides of each revision. */
function expectedDays(input: TargetChartInput, reportedOn: readonly IsoDate[]): IsoDate[] {
  const { terms, replacedTerms } = input;
  const bends = [terms, ...replacedTerms.map((one) => one.terms)].flatMap((one) => courseDays(one));
  const revised = replacedTerms.flatMap(({ until }) => [addDays(until, -1), until]);
  const days = [...bends, ...reportedOn, ...revised];
  return [...new Set(days)].sort();
}

/** What is expected at the end of `on` by the terms in force on that day; null outside their period. */
export function expectedPoint(input: TargetChartInput, on: IsoDate): SeriesPoint | null {
  const terms = termsOn(input, on);
  const isInPeriod = on >= addDays(terms.startOn, -1) && on <= terms.dueOn;
  const value = isInPeriod && hasPlannedCurve(terms) ? plannedValue(terms, on) : null;
  if (value === null) return null;
  // The line is exact, its text and table are rounded.
  const rounded = value.toDecimalPlaces(Math.max(input.metric.precision, 2));
  return { ...pointOf(input, on, rounded), y: plotNumber(value) };
}

/**
 * The expected curve, each day by the terms in force on that day: a revision never redraws the past. Null where nothing
 * is expected step by step, as with a flat plan.
 */
export function expectedSeries(input: TargetChartInput, reportedOn: readonly IsoDate[]): ChartSeries | null {
  const points = expectedDays(input, reportedOn).flatMap((on) => expectedPoint(input, on) ?? []);
  if (points.length < 2) return null;
  const label = named(getTranslator(input.lang)("chart.expected"), "");
  return { key: "expected", role: "expected", ...label, shape: "line", markers: false, points };
}

/** The forecast with no more decimals than the metric has: more would suggest a false precision. */
export function roundedForecast(input: TargetChartInput): ChartForecast | null {
  if (input.forecast === null) return null;
  const { on, value, low, high } = input.forecast;
  const digits = Math.max(0, input.metric.precision);
  return {
    on,
    value: value.toDecimalPlaces(digits),
    low: low.toDecimalPlaces(digits),
    high: high.toDecimalPlaces(digits),
  };
}

/** From the latest value to the forecast, with its range; empty without a forecast after the latest value. */
export function forecastParts(
  input: TargetChartInput,
  latest: SeriesPoint | null,
): { readonly series: ChartSeries; readonly range: ChartRange } | null {
  const forecast = roundedForecast(input);
  if (forecast === null || latest === null || latest.y === null || forecast.on <= latest.on) return null;
  const t = getTranslator(input.lang);
  const low = plotNumber(forecast.low);
  const high = plotNumber(forecast.high);
  if (low === null || high === null) return null;
  const end = pointOf(input, forecast.on, forecast.value);
  return {
    series: {
      key: "forecast",
      role: "forecast",
      ...named(t("chart.forecast"), end.text),
      shape: "line",
      markers: true,
      points: [latest, end],
    },
    range: {
      key: "forecast-range",
      role: "forecast-range",
      label: t("chart.forecastRange", { level: FORECAST_LEVEL }),
      name: t("chart.forecast"),
      valueText: t("chart.rangeShaded", { level: FORECAST_LEVEL }),
      points: [
        { x: latest.x, on: latest.on, low: latest.y, high: latest.y },
        { x: end.x, on: end.on, low: Math.min(low, high), high: Math.max(low, high) },
      ],
    },
  };
}

function rangePoint(input: TargetChartInput, on: IsoDate): RangePoint | null {
  const range = rangeOf(termsOn(input, on));
  const [low, high] = [plotNumber(range?.low ?? null), plotNumber(range?.high ?? null)];
  return low === null || high === null ? null : { x: dayNumber(on), on, low, high };
}

/** The band of a `between` promise, with a step on each day its bounds were changed; null if it is none today. */
export function targetRange(input: TargetChartInput, span: Span): ChartRange | null {
  const range = rangeOf(input.terms);
  if (range === null || rangePoint(input, span.to) === null) return null;
  const [lowText, highText] = [promisedText(input, range.low), promisedText(input, range.high)];
  const sides = revisedDays(input, span).flatMap((on) => [addDays(on, -1), on]);
  const days = [...new Set([addDays(span.from, -1), ...sides, span.to])];
  return {
    key: "target-range",
    role: "target-range",
    ...named(getTranslator(input.lang)("chart.target"), describeRange(lowText, highText, input.lang)),
    points: days.flatMap((on) => rangePoint(input, on) ?? []),
  };
}
