// The layout of a chart of rows in pixels: labels left of the bars and their texts right of them, or above on a narrow figure.
import type { ChartMark } from "@/lib/charts/model/chart-model";
import type { RowsChartModel } from "@/lib/charts/model/rows-chart-types";
import { rightOverhang } from "./axis-ticks";
import { type FigureLayout, type FigureSize, figureLayout, type PlotNeeds, padOf, TEXT_SIZE } from "./figure-layout";
import { textWidth, wrapText } from "./text-width";
import { topMargin } from "./top-line";

export const ROW_LINE = 13;
/** Below this width, labels and texts are above their bars. */
const STACKED_BELOW = 560;
/** Between the plot and the text right of it; with room for the shape of a light. */
const TEXT_GAP = { gantt: 8, comparison: 24, lights: 0, bullet: 8 } as const;
const TOTAL_ROOM = 34;
const BAR_ROOM = 22;
const ROW_GAP = 6;
/** The most of the width that labels and texts take. */
const SHARES = { usual: { label: 0.34, detail: 0.26 }, low: { label: 0.28, detail: 0.42 } } as const;

export interface RowTexts {
  readonly label: readonly string[];
  /** Right of the bar, or below the label. */
  readonly detail: readonly string[];
}

export interface RowsPlan {
  readonly isStacked: boolean;
  readonly needs: PlotNeeds;
  readonly rowTexts: readonly RowTexts[];
  /** The most lines above a bar in a stacked row. */
  readonly linesAbove: number;
}

export interface RowsLayout extends FigureLayout, Pick<RowsPlan, "isStacked" | "rowTexts" | "linesAbove"> {}

const detailOf = (row: RowsChartModel["rows"][number]) =>
  "detail" in row ? row.detail : "text" in row ? row.text : "";

/** Above the plot; stacked rows have no room for the year left of the axis. */
export function topUnit({ unitLabel, x }: RowsChartModel, isStacked: boolean): string {
  return [unitLabel, isStacked ? x.caption : ""].filter(Boolean).join(" · ");
}

export function marksOf(model: RowsChartModel): readonly ChartMark[] {
  return "marks" in model ? model.marks : [];
}

function stackedPlan(model: RowsChartModel, width: number, standalone: boolean): RowsPlan {
  const inside = width - 2 * padOf(standalone) - 12;
  const rowTexts = model.rows.map((row) => ({
    label: wrapText(row.label, inside, TEXT_SIZE, 2),
    detail: wrapText(detailOf(row), inside - TEXT_GAP[model.drawing], TEXT_SIZE, 2),
  }));
  const linesAbove = Math.max(1, ...rowTexts.map(({ label, detail }) => label.length + detail.length));
  const row = linesAbove * ROW_LINE + BAR_ROOM + ROW_GAP;
  const right = rightOverhang(model.x);
  const top = topMargin(topUnit(model, true), marksOf(model), width, right);
  const margins = { left: 6, right, bottom: 20, top };
  return {
    isStacked: true,
    rowTexts,
    linesAbove,
    needs: { margins, minPlot: Math.max(60, model.rows.length * row) },
  };
}

/** Share and figures on one line if they fit, else one below the other. */
function detailLines(text: string, width: number, mostLines: number): string[] {
  const parts = text.split(" · ");
  if (mostLines < 2 || parts.length < 2 || textWidth(text, TEXT_SIZE) <= width)
    return wrapText(text, width, TEXT_SIZE, mostLines);
  return parts.flatMap((part, index) => wrapText(part, width, TEXT_SIZE, index === 0 ? 1 : mostLines - 1));
}

function columnsPlan(model: RowsChartModel, width: number, mostLines = 3): RowsPlan {
  const caption = model.drawing === "gantt" ? textWidth(model.x.caption, TEXT_SIZE) : 0;
  const widest = Math.max(40, caption, ...model.rows.map((row) => textWidth(row.label, TEXT_SIZE)));
  // Rows without height for a second line get width for one.
  const shares = mostLines > 1 ? SHARES.usual : SHARES.low;
  const labels = Math.min(widest, width * shares.label);
  const details = model.rows.map((row) => textWidth(detailOf(row), TEXT_SIZE));
  const detailWidth = Math.ceil(Math.min(Math.max(0, ...details) + 1, width * shares.detail));
  const rowTexts = model.rows.map((row) => ({
    label: wrapText(row.label, labels, TEXT_SIZE, Math.min(2, mostLines), true),
    detail: detailLines(detailOf(row), detailWidth, mostLines),
  }));
  const room = model.drawing === "lights" ? TOTAL_ROOM : TEXT_GAP[model.drawing] + detailWidth;
  const lines = Math.max(1, ...rowTexts.flatMap(({ label, detail }) => [label.length, detail.length]));
  const right = Math.max(rightOverhang(model.x), room);
  const top = topMargin(topUnit(model, false), marksOf(model), width, right);
  const margins = { left: Math.ceil(labels + 12), right, bottom: 20, top };
  const minPlot = Math.max(60, model.rows.length * Math.max(18, lines * ROW_LINE + 5));
  return { isStacked: false, rowTexts, linesAbove: 0, needs: { margins, minPlot } };
}

export function rowsPlan(model: RowsChartModel, width: number, standalone: boolean): RowsPlan {
  const isStacked = model.drawing !== "lights" && width < STACKED_BELOW;
  return isStacked ? stackedPlan(model, width, standalone) : columnsPlan(model, width);
}

/** The plan that fits the height: a low figure has its texts in columns, with as many lines as its rows have room for. */
export function rowsLayout(model: RowsChartModel, size: FigureSize): RowsLayout {
  const laidOut = ({ needs, ...plan }: RowsPlan) => {
    const layout = figureLayout(model, size, needs);
    return { isLow: layout.plot.height < needs.minPlot, layout: { ...layout, ...plan } };
  };
  const usual = laidOut(rowsPlan(model, size.width, size.standalone));
  if (!usual.isLow) return usual.layout;
  const columns = laidOut(columnsPlan(model, size.width));
  if (!columns.isLow) return columns.layout;
  const lines = Math.floor(columns.layout.plot.height / Math.max(1, model.rows.length) / ROW_LINE);
  return laidOut(columnsPlan(model, size.width, Math.max(1, lines))).layout;
}
