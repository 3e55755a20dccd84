// A plot with the choices of a reader: what is hidden is hidden in the picture, its legend and its table alike.
import { Decimal } from "decimal.js";
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatNumber } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";
import { dayFromNumber, dayNumber, timeAxis } from "./chart-axes";
import { findingSentence } from "./chart-finding";
import { describeFrame } from "./chart-frame-text";
import type {
  ChartAxis,
  ChartFinding,
  ChartMark,
  ChartRange,
  ChartSeries,
  ChartTable,
  PlotChartModel,
  SeriesPoint,
} from "./chart-model";
import type { ChartView } from "./chart-view";
import { markedWords } from "./chart-words";
import { heightsOf, namedPlaces, plotYAxis } from "./plot-model";
import { heightAt, spanAt } from "./plot-rows";
import { latestPoint } from "./reported-series";

/** ① to ④: shown in the picture on their day, and before their sentence below it. */
const NOTE_SIGNS = ["①", "②", "③", "④"] as const;

interface DateRange {
  readonly low: number;
  readonly high: number;
}

/** Lines continue to the edge of the frame; reported values are never interpolated there. */
function clipped(series: ChartSeries, { low, high }: DateRange): ChartSeries {
  const inside = series.points.filter((point) => point.x >= low && point.x <= high);
  if (series.role === "reported" || series.role === "last-year") {
    // A value on the evening before the first day belongs to the time before.
    return { ...series, points: inside.filter((point) => point.x > low) };
  }
  const edge = (x: number): SeriesPoint[] => {
    if (inside.some((point) => point.x === x)) return [];
    const y = heightAt(series, x);
    const near = series.points.findLast((point) => point.x <= x) ?? series.points[0];
    return y === null || near === undefined ? [] : [{ ...near, x, y, decimal: null }];
  };
  return { ...series, points: [...edge(low), ...inside, ...edge(high)] };
}

function clippedRange(range: ChartRange, { low, high }: DateRange): ChartRange {
  const inside = range.points.filter((point) => point.x >= low && point.x <= high);
  const edge = (x: number) => {
    const span = spanAt(range, x);
    const near = range.points.findLast((point) => point.x <= x) ?? range.points[0];
    if (span === null || near === undefined || inside.some((point) => point.x === x)) return [];
    return [{ ...near, x, low: span[0], high: span[1] }];
  };
  return { ...range, points: [...edge(low), ...inside, ...edge(high)] };
}

/** A forecast with a hidden end is hidden: if it were cut, its last point would look like the forecast. */
function isOutside(series: ChartSeries, { low, high }: DateRange): boolean {
  const last = series.points.at(-1);
  return series.role === "forecast" && last !== undefined && (last.x > high || last.x < low);
}

export function withoutColumns(
  table: ChartTable,
  gone: ReadonlySet<string>,
  rows: (key: string) => boolean,
): ChartTable {
  const isVisible = table.columns.map((column) => !gone.has(column.key));
  return {
    ...table,
    columns: table.columns.filter((_, index) => isVisible[index]),
    rows: table.rows
      .filter((row) => rows(row.key))
      .map((row) => ({ ...row, cells: row.cells.filter((_, index) => isVisible[index]) })),
  };
}

function noteMarks(view: ChartView, { low, high }: DateRange, lang: PlotChartModel["lang"]): ChartMark[] {
  return view.notes
    .map((note) => ({ ...note, x: dayNumber(note.on) }))
    .filter((note) => note.x >= low && note.x <= high)
    .sort((one, other) => one.x - other.x)
    .slice(0, NOTE_SIGNS.length)
    .map(({ on, text, x }, index): ChartMark => {
      const label = NOTE_SIGNS[index] ?? "";
      const detail = `${label} ${formatIsoDate(on, lang)}${getTranslator(lang)("punctuation.colon")}${markedWords(text, "note", view, lang)}`;
      return { key: `note-${index}`, role: "note", x, on, y: null, label, detail };
    });
}

function shownRange(x: ChartAxis, view: ChartView): DateRange {
  // An axis begins on the evening before its first day.
  const low = view.from === null ? x.domain[0] : Math.max(x.domain[0], dayNumber(addDays(view.from, -1)));
  const high = view.to === null ? x.domain[1] : Math.min(x.domain[1], dayNumber(view.to));
  return low < high ? { low, high } : { low: x.domain[0], high: x.domain[1] };
}

function axisOver(model: PlotChartModel, { low, high }: DateRange): ChartAxis {
  const [first, last] = model.x.domain;
  if (low === first && high === last) return model.x;
  return timeAxis(addDays(dayFromNumber(low), 1), dayFromNumber(high), model.lang);
}

/** The finding of the whole chart while its latest value is visible, otherwise the latest visible value. */
function findingOfView(model: PlotChartModel, latest: SeriesPoint | null): ChartFinding {
  const whole = model.series.find((one) => one.role === "reported");
  if (latest !== null && whole !== undefined && latest.x === latestPoint(whole)?.x) return model.finding;
  const t = getTranslator(model.lang);
  const text =
    latest === null
      ? t("chart.nothingInPeriod")
      : t("finding.asOfValue", { day: formatIsoDate(latest.on, model.lang), value: latest.text });
  return { text, light: null };
}

/** The finding, and the lines shown next to the values. */
function describeView(
  model: PlotChartModel,
  { series, ranges }: Pick<PlotChartModel, "series" | "ranges">,
  finding: ChartFinding,
): string {
  const t = getTranslator(model.lang);
  const promises = [...series, ...ranges.filter(({ role }) => role === "target-range")];
  const lines = promises
    .filter(({ role, valueText }) => role !== "reported" && valueText !== "")
    .map(({ name, valueText }) => t("finding.baseline", { label: name, value: valueText }));
  return describeFrame(model, [findingSentence(finding, model.lang), ...lines]);
}

/** The numbers next to reported points, but not answers. */
function withPointLabels(series: ChartSeries, { kind, precision, yFactor }: PlotChartModel): ChartSeries {
  if (series.role !== "reported" || kind === "yes-no") return series;
  const labelOf = (decimal: string) =>
    formatNumber(new Decimal(decimal).toDecimalPlaces(precision, Decimal.ROUND_HALF_UP).times(yFactor));
  const points = series.points.map((point) =>
    point.decimal === null ? point : { ...point, pointLabel: labelOf(point.decimal) },
  );
  return { ...series, points };
}

export function viewPlot(model: PlotChartModel, view: ChartView): PlotChartModel {
  const shown = shownRange(model.x, view);
  const isHidden = (one: ChartSeries) => (one.role !== "reported" && view.hide.has(one.key)) || isOutside(one, shown);
  const series = model.series.filter((one) => !isHidden(one)).map((one) => clipped(one, shown));
  const hasForecast = series.some((one) => one.role === "forecast");
  const ranges = model.ranges
    .filter((range) => !view.hide.has(range.key) && (range.role !== "forecast-range" || hasForecast))
    .map((range) => clippedRange(range, shown));
  const marks = model.marks.filter(
    (mark) => mark.x >= shown.low && mark.x <= shown.high && !(mark.role === "revision" && view.hide.has("revision")),
  );
  const notes = noteMarks(view, shown, model.lang);
  const drawn = new Set([...series, ...ranges].map((one) => one.key));
  if (marks.some((mark) => mark.role === "revision")) drawn.add("revision");
  const gone = new Set(model.series.filter((one) => !drawn.has(one.key)).map((one) => one.key));
  if (!ranges.some((range) => range.role === "forecast-range"))
    for (const side of ["low", "high"]) gone.add(`forecast-${side}`);
  if (!ranges.some((range) => range.role === "target-range"))
    for (const side of ["low", "high"]) gone.add(`target-${side}`);
  const annotations = notes.map((note) => note.detail);
  const table = withoutColumns(model.table, gone, (day) => {
    const x = dayNumber(day as IsoDate);
    return x > shown.low && x <= shown.high;
  });
  const reported = series.find((one) => one.role === "reported");
  const latest = reported === undefined ? null : latestPoint(reported);
  const finding = findingOfView(model, latest);
  const asOfLabel =
    latest === null
      ? model.asOfLabel
      : getTranslator(model.lang)("chart.asOf", { day: formatIsoDate(latest.on, model.lang) });
  const tableNotes = table.notes.map((note) => (note === model.asOfLabel ? asOfLabel : note));
  return {
    ...model,
    x: axisOver(model, shown),
    y: plotYAxis(model.kind, heightsOf(series, ranges), model.lang, {
      factor: model.yFactor,
      isEmpty: latest === null,
      isWhole: model.y.isWhole === true,
      named: namedPlaces(series),
    }),
    series: view.labels === "points" ? series.map((one) => withPointLabels(one, model)) : series,
    ranges,
    marks: [...marks, ...notes],
    legend: model.legend.filter((item) => drawn.has(item.key)),
    asOfLabel,
    ...(latest === null ? {} : { asOfDay: { of: "value", on: latest.on } as const }),
    finding,
    description: describeView(model, { series, ranges }, finding),
    emptyLabel: model.emptyLabel ?? (latest === null ? getTranslator(model.lang)("chart.nothingInPeriod") : null),
    annotations,
    ...(view.labels !== "off" ? {} : { naming: "none" as const }),
    table: { ...table, notes: [...tableNotes, ...annotations] },
  };
}
