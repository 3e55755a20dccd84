// Reported values, this year's and last year's, with a gap wherever a report is missing.
import type { Decimal } from "decimal.js";
import { addMonths, endOfMonth, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { reportDueOn, reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { acceptedReports } from "@/lib/domain/targets/report-state";
import type { Reading } from "@/lib/domain/targets/types";
import { capitalized, getTranslator } from "@/lib/i18n/translator";
import { measureText } from "@/lib/wording/measure-text";
import { withPeers } from "@/lib/wording/place-text";
import { dayNumber } from "./chart-axes";
import type { ChartSeries, SeriesPoint } from "./chart-model";
import { plotNumber, readingMeasure } from "./chart-terms";
import { named } from "./series-name";
import type { TargetChartInput } from "./target-chart-input";

/** A point with a known value, or a gap with its reason as text. */
export function seriesPoint(on: IsoDate, value: Decimal | null, text: string, illustrative = false): SeriesPoint {
  return { x: dayNumber(on), on, y: plotNumber(value), decimal: value?.toFixed() ?? null, text, illustrative };
}

function readingPoint(input: TargetChartInput, reading: Reading, on: IsoDate, illustrative: boolean): SeriesPoint {
  const { metric } = input;
  const measure = readingMeasure(metric.kind, reading, metric.precision);
  if (!measure.known) {
    return seriesPoint(
      on,
      null,
      capitalized(getTranslator(input.lang)(`unknownReasons.${measure.reason}`)),
      illustrative,
    );
  }
  return seriesPoint(
    on,
    measure.value,
    withPeers(measureText(measure.value, { ...metric, lang: input.lang }), reading.peers, input.lang),
    illustrative,
  );
}

/** Ends of reporting periods whose report is overdue, or was skipped by a later one. */
function missedPeriodEnds(input: TargetChartInput): IsoDate[] {
  const { state, issuedOn, startOn } = input.terms;
  if (!acceptedReports(state)) return [];
  const reported = input.readings.map((reading) => reading.asOf);
  const last = reported.toSorted().at(-1) ?? "";
  return reportingPeriodsOf(input.terms)
    .filter((period) => !reported.some((on) => on >= period.startOn && on <= period.endOn))
    .filter((period) => period.endOn >= (issuedOn ?? startOn) && period.endOn <= input.today)
    .filter((period) => period.endOn < last || reportDueOn(input.terms, period, input.importedDays) < input.today)
    .map((period) => period.endOn);
}

/** The reported values in day order; a missed period breaks the line and is never zero. */
export function reportedSeries(input: TargetChartInput): ChartSeries {
  const t = getTranslator(input.lang);
  const points = input.readings
    .filter((reading) => reading.asOf <= input.today)
    .map((reading) => readingPoint(input, reading, reading.asOf, reading.illustrative || input.illustrative));
  const gaps = missedPeriodEnds(input).map((on) => seriesPoint(on, null, capitalized(t("unknownReasons.no-report"))));
  const sorted = [...points, ...gaps].sort((a, b) => a.x - b.x);
  return {
    key: "reported",
    role: "reported",
    label: t("chart.reported"),
    name: t("chart.reported"),
    valueText: sorted.findLast((point) => point.y !== null)?.text ?? "",
    shape: input.metric.kind === "yes-no" ? "step" : "line",
    markers: true,
    points: sorted,
  };
}

/** The day a year later; a month's end stays a month's end (28 February 2023 becomes 29 February 2024). */
function yearLater(on: IsoDate): IsoDate {
  const moved = addMonths(on, 12);
  return on === endOfMonth(on) ? endOfMonth(moved) : moved;
}

/** Last year's values moved by a year, or null if there are none. */
export function lastYearSeries(input: TargetChartInput): ChartSeries | null {
  const readings = input.lastYear ?? [];
  if (readings.length === 0) return null;
  return {
    key: "last-year",
    role: "last-year",
    ...named(getTranslator(input.lang)("chart.last-year"), ""),
    shape: "line",
    markers: true,
    points: readings
      .map((reading) => readingPoint(input, reading, yearLater(reading.asOf), false))
      .sort((a, b) => a.x - b.x),
  };
}

/** The latest reported point that has a value. */
export function latestPoint(series: ChartSeries): SeriesPoint | null {
  return series.points.findLast((point) => point.y !== null) ?? null;
}
