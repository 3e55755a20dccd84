// The table of a plot, from its own series, so that picture and table cannot disagree.

import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { rangeOf, statesFigure } from "@/lib/domain/targets/comparators";
import { FORECAST_LEVEL } from "@/lib/domain/targets/forecast";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";
import { placeChange } from "@/lib/wording/place-text";
import type {
  ChartCell,
  ChartColumn,
  ChartFrame,
  ChartMark,
  ChartRange,
  ChartRow,
  ChartSeries,
  ChartTable,
  SeriesPoint,
} from "./chart-model";
import { baselineLabel, expectedPoint, promisedText, roundedForecast, termsOn, textOf } from "./promise-series";
import type { TargetChartInput } from "./target-chart-input";

export const MISSING: ChartCell = { value: null, text: "—" };

export type Noted = Pick<ChartFrame, "asOfLabel" | "sourceLabel" | "illustrativeLabel" | "assumptionLabel">;

/** The notes under every table and file: as-of, source, and whether values are samples or dates assumptions. */
export function tableNotes(frame: Noted): string[] {
  return [frame.illustrativeLabel, frame.assumptionLabel, frame.asOfLabel, frame.sourceLabel].flatMap((note) =>
    note === null || note === "" ? [] : [note],
  );
}

function cellOf(point: SeriesPoint | undefined): ChartCell {
  return point === undefined || point.y === null ? MISSING : { value: point.decimal, text: point.text };
}

/** The value of a stepped line at `x`: that of its last change. */
function heldPoint(series: ChartSeries, x: number): SeriesPoint | undefined {
  return series.points.findLast((point) => point.x <= x);
}

function valueAt(input: TargetChartInput, series: ChartSeries, x: number, on: IsoDate): SeriesPoint | undefined {
  const level = series.role === "target" || series.role === "stretch" || series.role === "baseline";
  if (level) return heldPoint(series, x);
  const point = series.points.find((one) => one.x === x);
  // Also on days that only other series have.
  return series.role === "expected" ? (point ?? expectedPoint(input, on) ?? undefined) : point;
}

function inOrder(readings: TargetChartInput["readings"]) {
  return readings.toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1));
}

function notesAt(input: TargetChartInput, series: readonly ChartSeries[], marks: readonly ChartMark[], on: IsoDate) {
  const t = getTranslator(input.lang);
  const notes: string[] = [];
  const reported = series.find((one) => one.role === "reported")?.points.find((point) => point.on === on);
  if (reported !== undefined && reported.y === null) notes.push(reported.text);
  if (reported?.illustrative === true) notes.push(t("chart.illustrativeShort"));
  const reading = input.readings.find((one) => one.asOf === on);
  if (reading?.numerator != null && reading.denominator != null) {
    notes.push(`${reading.numerator.toFixed()} ÷ ${reading.denominator.toFixed()}`);
  } else if (input.metric.kind === "ratio" && reading?.value != null) notes.push(t("chart.percentageOnly"));
  if (reading?.yearly != null) notes.push(t("chart.ofYear", { value: textOf(input, reading.yearly) }));
  const change = placeChange(input.metric.kind, inOrder(input.readings), on, input.lang);
  if (change !== null) notes.push(change);
  for (const mark of marks.filter(({ role }) => role === "revision")) {
    if (mark.on === addDays(on, 1)) notes.push(t("chart.beforeRevision"));
    if (mark.on === on) notes.push(mark.detail);
  }
  return notes.join(t("punctuation.semicolon"));
}

/**
 * The days of the table's rows: a report or its absence, last year's value, both sides of a revision, the forecast, the
 * due date. Without the day before a revision, a chart of the table would change slowly from the former figure.
 */
function rowDays(
  input: TargetChartInput,
  series: readonly ChartSeries[],
  marks: readonly ChartMark[],
): { readonly on: IsoDate; readonly x: number }[] {
  const days = new Map<number, IsoDate>();
  for (const one of series) {
    if (!["reported", "last-year", "forecast"].includes(one.role)) continue;
    for (const point of one.points) days.set(point.x, point.on);
  }
  for (const mark of marks.filter(({ role }) => role === "revision")) {
    if (mark.on > input.terms.startOn) days.set(mark.x - 1, addDays(mark.on, -1));
    days.set(mark.x, mark.on);
  }
  for (const one of series) {
    const due = one.points.find((point) => point.on === input.terms.dueOn);
    if (due !== undefined) days.set(due.x, due.on);
  }
  return [...days].sort(([a], [b]) => a - b).map(([x, on]) => ({ x, on }));
}

/** The comparator in words; empty while the figure is not set. */
export function comparatorLabel({ metric, terms, lang }: TargetChartInput): string {
  if (metric.kind === "yes-no" || (terms.value === null && statesFigure(terms.comparator))) return "";
  return getTranslator(lang)(`comparators.${terms.comparator}`);
}

/** The cells are bare figures, so the header shows the comparator. */
function targetLabel(input: TargetChartInput): string {
  const [t, comparator] = [getTranslator(input.lang), comparatorLabel(input)];
  return comparator === "" ? t("chart.target") : t("chart.targetWith", { comparator });
}

function columnLabel(input: TargetChartInput, series: ChartSeries): string {
  const t = getTranslator(input.lang);
  if (series.role === "baseline") return baselineLabel(input);
  if (series.role === "target") return targetLabel(input);
  return t(`chart.${series.role}`);
}

/** A forecast starts at the latest value so that the lines connect; in the table only its end is a forecast. */
function forecastCell(series: ChartSeries, x: number): ChartCell {
  const end = series.points.at(-1);
  return end?.x === x ? cellOf(end) : MISSING;
}

function forecastBound(input: TargetChartInput, on: IsoDate, side: "low" | "high"): ChartCell {
  const forecast = roundedForecast(input);
  if (forecast === null || forecast.on !== on) return MISSING;
  return { value: forecast[side].toFixed(), text: textOf(input, forecast[side]) };
}

/** The bounds of a `between` on that day, which has a band instead of a line. */
function rangeCell(input: TargetChartInput, on: IsoDate, side: "low" | "high"): ChartCell {
  const range = rangeOf(termsOn(input, on));
  return range === null ? MISSING : { value: range[side].toFixed(), text: promisedText(input, range[side]) };
}

/** Shown as promised; all other figures are rounded to the metric's decimals. */
const PROMISED: ReadonlySet<ChartSeries["role"]> = new Set(["target", "stretch"]);

export function preparePlotTable(
  input: TargetChartInput,
  frame: Noted & Pick<ChartFrame, "title">,
  series: readonly ChartSeries[],
  ranges: readonly ChartRange[],
  marks: readonly ChartMark[],
): ChartTable {
  const t = getTranslator(input.lang);
  const unit = formatUnit(input.metric, input.lang) || null;
  const type = input.metric.kind === "yes-no" ? "text" : "number";
  const shared = { type, unit: type === "number" ? unit : null } as const;
  const hasRange = ranges.some((range) => range.role === "forecast-range") && input.forecast !== null;
  const isBetween = ranges.some((range) => range.role === "target-range");
  const columns: ChartColumn[] = [
    { key: "date", label: t("chart.date"), type: "date", unit: null },
    ...series.map(
      (one): ChartColumn => ({
        key: one.key,
        label: columnLabel(input, one),
        ...shared,
        ...(PROMISED.has(one.role) ? {} : { precision: input.metric.precision }),
      }),
    ),
    ...(isBetween ? [{ key: "target-low", label: t("chart.targetLow"), ...shared }] : []),
    ...(isBetween ? [{ key: "target-high", label: t("chart.targetHigh"), ...shared }] : []),
    ...(hasRange ? [{ key: "forecast-low", label: t("chart.forecastLow", { level: FORECAST_LEVEL }), ...shared }] : []),
    ...(hasRange
      ? [{ key: "forecast-high", label: t("chart.forecastHigh", { level: FORECAST_LEVEL }), ...shared }]
      : []),
    { key: "note", label: t("chart.note"), type: "text", unit: null },
  ];
  const rows = rowDays(input, series, marks).map(({ x, on }): ChartRow => {
    const values = series.map((one) =>
      one.role === "forecast" ? forecastCell(one, x) : cellOf(valueAt(input, one, x, on)),
    );
    const bounds = [forecastBound(input, on, "low"), forecastBound(input, on, "high")];
    const note = notesAt(input, series, marks, on);
    return {
      key: on,
      cells: [
        { value: on, text: formatIsoDate(on, input.lang) },
        ...values,
        ...(isBetween ? [rangeCell(input, on, "low"), rangeCell(input, on, "high")] : []),
        ...(hasRange ? bounds : []),
        { value: note === "" ? null : note, text: note },
      ],
    };
  });
  return { caption: frame.title, columns, rows, notes: tableNotes(frame) };
}
