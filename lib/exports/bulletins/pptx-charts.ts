// A target on a slide: an editable PowerPoint chart, and a table of steps for milestones.
import type pptxgen from "pptxgenjs";
import { wrapText } from "@/lib/charts/layout/text-width";
import type {
  ChartCell,
  ChartColumn,
  ChartSeries,
  ChartTable,
  PlotChartModel,
  TargetChartModel,
} from "@/lib/charts/model/chart-model";
import type { GanttChartModel, StepState } from "@/lib/charts/model/rows-chart-types";
import { chartPalette, STEP_LIGHTS } from "@/lib/charts/svg/chart-palette";
import { addMonths, endOfMonth, type IsoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { SERIES_COLOURS } from "./pptx-strokes";

export const FONT = "Microsoft YaHei";
export const INK = "1C1B19";
export const SOFT = "5C5A55";
export const GRID = { color: "E3E0D9", size: 0.5 } as const;
/** Reversed axis. The library's types allow one direction only. */
export const DOWNWARDS = "maxMin" as "minMax";
export const hex = (colour: string) => colour.slice(1).toUpperCase();

/** Position of the chart and its table, in inches: with the reported texts on the right, or the whole width. */
const X = 0.6;
export const CHART_WIDTHS = { withText: 8.6, whole: 12.1 } as const;
const TOP = 1.75;
const BOTTOM = 6.85;

/** Maximum number of monthly categories. */
const MOST_MONTHS = 36;

const monthOf = (day: IsoDate) => day.slice(0, 7);

/** Whether two values were reported in one month, so that monthly categories are not enough. */
function isFinerThanMonths(series: readonly ChartSeries[]): boolean {
  const points = series.find(({ role }) => role === "reported")?.points ?? [];
  return new Set(points.map((point) => monthOf(point.on))).size < points.length;
}

/**
 * The categories of the axis: months, or, if a month has more than one value, the days of all points and the month ends
 * between them, so that slopes remain true to time.
 */
function placesOf({ series }: PlotChartModel): { labels: string[]; placeOf: (day: IsoDate) => string } {
  const days = series.flatMap((one) => one.points.map((point) => point.on)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { labels: [], placeOf: monthOf };
  const ends: IsoDate[] = [];
  for (let month = startOfMonth(first); month <= last; month = addMonths(month, 1)) ends.push(endOfMonth(month));
  const isFiner = isFinerThanMonths(series);
  const placeOf = isFiner ? (day: IsoDate) => day : monthOf;
  const between = ends.length > MOST_MONTHS ? [] : ends.filter((day) => day > first && day < last);
  return { labels: [...new Set([...days, ...between].map(placeOf))].sort(), placeOf };
}

/** A line chart of the values by category; a category without a value is a gap, never 0. */
function addPlot(deck: pptxgen, slide: pptxgen.Slide, model: PlotChartModel, width: number): void {
  const { labels, placeOf } = placesOf(model);
  if (labels.length === 0) return;
  // In the unit of the axis title, rounded to 15 digits to remove floating-point noise.
  const scaled = (value: number) => Number((value * model.yFactor).toPrecision(15));
  const series = model.series.map((one) => {
    const at = new Map(one.points.map((point) => [placeOf(point.on), point.y === null ? null : scaled(point.y)]));
    return { name: one.label, labels, values: labels.map((label) => at.get(label) ?? null) as number[] };
  });
  const { ticks, reversed, domain } = model.y;
  const [one, other] = ticks;
  // For ranks, the range of the ticks: the padding of the figure would create ranks like 0.5.
  const span = (reversed ? ticks.map(({ at }) => at) : domain).map((at) => scaled(at));
  slide.addChart(deck.ChartType.line, series, {
    x: X,
    w: width,
    y: TOP,
    h: BOTTOM - TOP,
    altText: model.description,
    chartColors: model.series.map((one) => SERIES_COLOURS[one.role]),
    displayBlanksAs: "span",
    lineDataSymbolSize: 6,
    showLegend: true,
    legendPos: "b",
    legendFontFace: FONT,
    legendFontSize: 10,
    showValAxisTitle: model.unitLabel !== "",
    valAxisTitle: model.unitLabel,
    valAxisTitleFontFace: FONT,
    valAxisTitleFontSize: 10,
    valAxisOrientation: reversed ? DOWNWARDS : "minMax",
    valAxisMinVal: Math.min(...span),
    valAxisMaxVal: Math.max(...span),
    ...(one && other ? { valAxisMajorUnit: scaled(Math.abs(other.at - one.at)) } : {}),
    // A reversed axis would move the days to the top.
    catAxisLabelPos: reversed ? "high" : "low",
    catAxisLabelFontSize: 9,
    valAxisLabelFontSize: 9,
    valGridLine: GRID,
  });
}

/** The Office epoch, in days before 1970. */
const OFFICE_EPOCH = 25_569;
const STATES: readonly StepState[] = ["done", "done-late", "overdue", "planned"];
const BAR = 0.32;
const MOST_BARS = 2.6;

const MONTH = 365.25 / 12;
/** The plot in its chart, so that the line of the day of view can be placed. */
const GANTT_PLOT = { x: 0.34, y: 0.1, w: 0.63, h: 0.72 } as const;
const PLANNED = "D9D5CC";

/**
 * An axis of days whose ticks are at the beginning of months: on the second day, so that months of different length
 * never move a tick into the month before.
 */
function monthAxis(from: number, to: number) {
  // The figure pads its domain by a day or two.
  const first = new Date(Math.floor(from + 2) * 86_400_000);
  const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 2) / 86_400_000;
  const months = Math.max(1, Math.ceil((to - start) / MONTH / 12));
  return {
    valAxisMinVal: start + OFFICE_EPOCH,
    valAxisMaxVal: Math.ceil(to) + OFFICE_EPOCH,
    valAxisMajorUnit: months * MONTH,
  };
}

type GanttMark = GanttChartModel["marks"][number];

/** A line over the chart on the day of view, with its name: a bar chart has no such line. */
function addToday(
  slide: pptxgen.Slide,
  { x, label }: GanttMark,
  { valAxisMinVal, valAxisMaxVal }: ReturnType<typeof monthAxis>,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const share = (x + OFFICE_EPOCH - valAxisMinVal) / (valAxisMaxVal - valAxisMinVal);
  const at = X + width * (GANTT_PLOT.x + GANTT_PLOT.w * share);
  const [top, bottom] = [TOP + height * GANTT_PLOT.y, TOP + height * (GANTT_PLOT.y + GANTT_PLOT.h)];
  slide.addShape("line", { x: at, y: top, w: 0, h: bottom - top, line: { color: INK, width: 1, dashType: "dash" } });
  const style = { fontFace: FONT, fontSize: 9, color: INK, align: "center", margin: 0 } as const;
  slide.addText(label, { ...style, x: at - 0.9, y: bottom + 0.02, w: 1.8, h: 0.2 });
}

/** Steps as bars over time: an invisible bar offsets each step from the axis. */
function addGantt(deck: pptxgen, slide: pptxgen.Slide, model: GanttChartModel, width: number): number {
  const labels = model.rows.map((row) => row.label);
  const [from, to] = model.x.domain;
  const before = { name: " ", labels, values: model.rows.map((row) => row.fromX + OFFICE_EPOCH) };
  const states = STATES.filter((state) => model.rows.some((row) => row.state === state));
  const bars = states.map((state) => ({
    name: model.legend.find(({ swatch }) => swatch === state)?.label ?? state,
    labels,
    // An overdue step has no bar of its own until its due date, only the red one after it.
    values: model.rows.map((row) => (row.state === state ? Math.max(1, row.plannedX - row.fromX) : 0)),
  }));
  const today = model.marks.find(({ role }) => role === "today") ?? null;
  const late = {
    name: model.legend.find(({ swatch }) => swatch === "overdue")?.label ?? "overdue",
    labels,
    values: model.rows.map((row) =>
      row.state === "overdue" && today !== null ? Math.max(1, today.x - row.plannedX) : 0,
    ),
  };
  const hasLate = late.values.some((days) => days > 0);
  const axis = monthAxis(from, Math.max(to, today?.x ?? to));
  const height = Math.min(MOST_BARS, 0.5 + model.rows.length * BAR);
  const { lights } = chartPalette("screen");
  slide.addChart(deck.ChartType.bar, [before, ...bars, ...(hasLate ? [late] : [])], {
    x: X,
    w: width,
    y: TOP,
    h: height,
    altText: model.description,
    barDir: "bar",
    barGrouping: "stacked",
    barGapWidthPct: 60,
    chartColors: [
      "FFFFFF",
      ...states.map((state) => (state === "overdue" ? PLANNED : hex(lights[STEP_LIGHTS[state]]))),
      ...(hasLate ? [hex(lights["far-behind"])] : []),
    ],
    layout: GANTT_PLOT,
    catAxisOrientation: DOWNWARDS,
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: 9,
    ...axis,
    valAxisLabelFormatCode: "yyyy-mm",
    valAxisLabelFontSize: 9,
    valGridLine: { style: "none" },
  });
  if (today !== null) addToday(slide, today, axis, { width, height });
  return TOP + height;
}

/** The columns of the step table and their widths; the name takes the rest. Weights are in the data files. */
const COLUMNS: Readonly<Record<string, number>> = { planned: 1.25, done: 1.25, state: 1.45 };
const LARGEST = 12;

/** A day as 2023-09-30, as on the axis: fits one line in both languages. */
function shortest({ value, text }: ChartCell, column: ChartColumn | undefined): string {
  return column?.type === "date" && value !== null ? value : text;
}

function addSteps(slide: pptxgen.Slide, table: ChartTable, top: number, width: number): void {
  const shown = table.columns.flatMap(({ key }, index) => (index === 0 || key in COLUMNS ? [index] : []));
  const columns = shown.flatMap((index) => table.columns[index] ?? []);
  const rows = table.rows.map((row) => ({ cells: shown.flatMap((index) => row.cells[index] ?? []) }));
  const others = columns.slice(1).map(({ key }) => COLUMNS[key] ?? 1);
  const stepColumn = width - others.reduce((sum, one) => sum + one, 0);
  const lines = rows.map(({ cells }) => wrapText(cells[0]?.text ?? "", (stepColumn - 0.2) * 72, LARGEST, 3).length);
  const rowHeight = Math.min(0.32, (BOTTOM - top) / (1 + lines.reduce((sum, one) => sum + one, 0)));
  // Row height in inches: text plus the cell's vertical margins.
  const fontSize = Math.min(LARGEST, Math.floor((rowHeight - 0.06) * 60));
  const cell = (text: string, bold = false) => ({
    text,
    options: {
      fontFace: FONT,
      fontSize,
      color: INK,
      bold,
      margin: [0.02, 0.06, 0.02, 0.06] as [number, number, number, number],
    },
  });
  slide.addTable(
    [
      // A planning assumption is marked at the step and explained in the foot.
      columns.map((column) => cell(column.label.replace(/ ?[（(].*[）)]$/u, ""), true)),
      ...rows.map((row) => row.cells.map((one, index) => cell(shortest(one, columns[index])))),
    ],
    {
      x: X,
      w: width,
      y: top,
      rowH: rowHeight,
      colW: [stepColumn, ...others],
      border: { type: "solid", pt: 0.5, color: "B9B5AB" },
    },
  );
}

/** @param width in inches */
export function addTargetChart(
  deck: pptxgen,
  slide: pptxgen.Slide,
  model: TargetChartModel,
  width: number = CHART_WIDTHS.withText,
): void {
  if (model.drawing === "plot") addPlot(deck, slide, model, width);
  else addSteps(slide, model.table, addGantt(deck, slide, model, width) + 0.1, width);
}
