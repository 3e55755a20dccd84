// A target on a slide: an editable PowerPoint chart, and a table of steps for milestones.
import type pptxgen from "pptxgenjs";
import { wrapText } from "@/lib/charts/layout/text-width";
import type { ChartTable, TargetChartModel } from "@/lib/charts/model/chart-model";
import type { GanttChartModel, StepState } from "@/lib/charts/model/rows-chart-types";
import { chartPalette, STEP_LIGHTS } from "@/lib/charts/svg/chart-palette";
import type { Language } from "@/lib/i18n/languages";
import { addPlot } from "./pptx-plot";
import { BOTTOM, CHART_WIDTHS, DOWNWARDS, FONT, hex, INK, TOP, X } from "./pptx-style";

/** 2023年9月 and Sep 2023, in English whatever the language of the program. */
const MONTH_FORMATS: Readonly<Record<Language, string>> = { "zh-CN": "yyyy\\年m\\月", en: "[$-409]mmm yyyy" };
/** The Office epoch, in days before 1970. */
const OFFICE_EPOCH = 25_569;
const STATES: readonly StepState[] = ["done", "done-late", "overdue", "planned"];
const BAR = 0.32;
const MOST_BARS = 2.6;

const MONTH = 365.25 / 12;
/** More month names would be turned and hard to read. */
const MOST_TICKS = 6;
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
  const months = Math.max(1, Math.ceil((to - start) / MONTH / MOST_TICKS));
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
    // An overdue step has only the red bar, which starts at its due date.
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
    valAxisLabelFormatCode: MONTH_FORMATS[model.lang],
    valAxisLabelFontSize: 9,
    valGridLine: { style: "none" },
  });
  if (today !== null) addToday(slide, today, axis, { width, height });
  return TOP + height;
}

/** The columns of the step table and their widths; the name takes the rest. Weights are in the data files. */
const COLUMNS: Readonly<Record<string, number>> = { planned: 1.7, done: 1.7, state: 1.45 };
const LARGEST = 12;

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
      ...rows.map((row) => row.cells.map(({ text }) => cell(text))),
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
