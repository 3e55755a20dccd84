// The chart of values over time: cumulative, level, growth, ratio, rank and yes-no targets.

import type { MetricKind } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { measureScale } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";
import { placeText } from "@/lib/wording/measure-text";
import { withDifferences } from "./against-plan";
import { rankAxis, timeAxis, valueAxis } from "./chart-axes";
import { describePlot, legendOf, lettering, nothingReported } from "./chart-frame-text";
import type { ChartAxis, ChartLanguage, ChartRange, ChartSeries, PlotChartModel } from "./chart-model";
import { comparatorLabel, preparePlotTable } from "./plot-table";
import {
  baselineSeries,
  expectedSeries,
  forecastParts,
  type Span,
  stretchSeries,
  targetRange,
  targetSeries,
} from "./promise-series";
import { lastYearSeries, latestPoint, reportedSeries } from "./reported-series";
import { plotMarks } from "./revision-marks";
import type { TargetChartInput } from "./target-chart-input";

/** The target's period, extended to contain every reading and the forecast. */
function spanOf(input: TargetChartInput, series: readonly (ChartSeries | null)[]): Span {
  const { startOn, dueOn } = input.terms;
  const days = series.flatMap((one) => one?.points.map((point) => point.on) ?? []);
  const all = [startOn, dueOn, ...days, ...(input.forecast === null ? [] : [input.forecast.on])].sort();
  return { from: all[0] ?? startOn, to: all.at(-1) ?? dueOn };
}

/** All drawn values. */
export function heightsOf(series: readonly ChartSeries[], ranges: readonly ChartRange[]): number[] {
  const points = series.flatMap((one) => one.points.flatMap((point) => (point.y === null ? [] : [point.y])));
  return [...points, ...ranges.flatMap((range) => range.points.flatMap((point) => [point.low, point.high]))];
}

interface PlotYOptions {
  /** Labels are the values times this. */
  readonly factor: number;
  /** Nothing is reported. */
  readonly isEmpty?: boolean;
  readonly isWhole?: boolean;
  /** The places of a rank that have a tick. */
  readonly named?: readonly number[];
}

/** The promised place and the latest one. */
export function namedPlaces(series: readonly ChartSeries[]): number[] {
  const lastOf = (role: ChartSeries["role"]) =>
    series.find((one) => one.role === role)?.points.findLast(({ y }) => y !== null);
  return [lastOf("target"), lastOf("reported")].flatMap((point) => point?.y ?? []);
}

/** The value axis for these values. */
export function plotYAxis(
  kind: MetricKind,
  heights: readonly number[],
  lang: ChartLanguage,
  { factor, isEmpty = false, isWhole = false, named = [] }: PlotYOptions,
): ChartAxis {
  const t = getTranslator(lang);
  switch (kind) {
    case "rank":
      return rankAxis(heights, (place) => placeText(place, lang), named);
    case "yes-no": {
      const ticks = [
        { at: 0, label: t("chart.no") },
        { at: 1, label: t("chart.yes") },
      ];
      return { domain: [-0.25, 1.25], ticks, reversed: false, isBroken: false, caption: "" };
    }
    case "ratio":
      // Without a value, the whole of what a share can be; its baseline or target alone would suggest a scale.
      if (isEmpty && heights.every((one) => one >= 0 && one <= 100))
        return valueAxis([0, 100], true, lang, { factor, headroom: 0 });
      return valueAxis(heights, isEmpty, lang, { factor, isWhole });
    default:
      return valueAxis(heights, kind === "cumulative" || isEmpty, lang, { factor, isWhole });
  }
}

/** The baseline of a cumulative total is last year's figure, for comparison; for a rank or a yes-no it is a line. */
function promiseSeries(input: TargetChartInput, span: Span, reported: ChartSeries): (ChartSeries | null)[] {
  const reportedOn = reported.points.map((point) => point.on);
  return [
    targetSeries(input, span),
    stretchSeries(input, span),
    expectedSeries(input, reportedOn),
    input.metric.kind === "yes-no" ? null : baselineSeries(input, span),
  ];
}

/** The day of view after the period of the chart, where no line marks it. */
function cutOffBeyond({ today, lang }: TargetChartInput, span: Span): Pick<PlotChartModel, "cutOffLabel"> {
  if (today < span.to) return {};
  return { cutOffLabel: getTranslator(lang)("chart.cutOffOn", { day: formatIsoDate(today, lang) }) };
}

/** Values over time with everything that they are compared with. A missing value is a gap in its line. */
export function preparePlotChart(input: TargetChartInput): PlotChartModel {
  const reported = withDifferences(input, reportedSeries(input));
  const lastYear = lastYearSeries(input);
  const latest = latestPoint(reported);
  const forecast = forecastParts(input, latest);
  const span = spanOf(input, [reported, lastYear]);
  const series = [reported, ...promiseSeries(input, span, reported), lastYear, forecast?.series ?? null].filter(
    (one) => one !== null,
  );
  const ranges = [forecast?.range ?? null, targetRange(input, span)].filter((one) => one !== null);
  const marks = plotMarks(input, span);
  const revised = marks.some((mark) => mark.role === "revision");
  const t = getTranslator(input.lang);
  const heights = heightsOf(series, ranges);
  const scale = measureScale(Math.max(0, ...heights.map(Math.abs)), input.metric, input.lang);
  const frame = { ...lettering(input, latest, scale.label), ...cutOffBeyond(input, span) };
  return {
    ...frame,
    drawing: "plot",
    kind: input.metric.kind,
    emptyLabel: latest === null ? nothingReported(input) : null,
    description: describePlot(input, frame, series, ranges),
    legend: legendOf(series, ranges, revised ? t("chart.revision") : null),
    table: preparePlotTable(input, frame, series, ranges, marks),
    x: timeAxis(span.from, span.to, input.lang),
    y: plotYAxis(input.metric.kind, heights, input.lang, {
      factor: scale.factor,
      isEmpty: latest === null,
      isWhole: input.metric.precision === 0,
      named: namedPlaces(series),
    }),
    yFactor: scale.factor,
    precision: input.metric.precision,
    comparatorLabel: comparatorLabel(input),
    series,
    ranges,
    marks,
  };
}
