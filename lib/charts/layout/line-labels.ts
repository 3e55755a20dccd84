// Places the names of lines at their ends: right of the plot for lines that reach its edge, otherwise at the last point.
import type { ChartRange, ChartSeries, PlotChartModel, SeriesRole } from "@/lib/charts/model/chart-model";
import { heightAt } from "@/lib/charts/model/plot-rows";
import { type Box, TEXT_SIZE } from "./figure-layout";
import { inlineLabels, LABEL_ROW, type LineLabel, type LineLabels, labelSide, type Named } from "./inline-labels";
import type { PlotScales } from "./plot-layout";
import { pointLabels } from "./point-labels";
import { textWidth, wrapText } from "./text-width";

/** Between the edge of the plot and a label, where the line to a moved label is. */
const LEADER = 12;
const GAP = 4;

interface EdgeName extends Named {
  readonly note: string;
  /** The value at which the line ends. */
  readonly end: number;
}

/** What stays when there is no room for all. */
const IMPORTANCE: readonly SeriesRole[] = ["target", "expected", "forecast", "baseline", "stretch", "last-year"];

/** Name and value on one line if they fit, else one below the other. */
function linesOf({ name, valueText, note }: EdgeName, width: number): string[] {
  const whole = [name, valueText].filter(Boolean).join(" ");
  const parts = textWidth(whole, TEXT_SIZE) <= width ? [whole] : [name, valueText];
  return [...parts, note].filter(Boolean).flatMap((part) => wrapText(part, width, TEXT_SIZE, 3, true));
}

/** The forecast's label names its range too. */
function rangeNote(series: ChartSeries, ranges: readonly ChartRange[]): string {
  if (series.role !== "forecast") return "";
  return ranges.find(({ role }) => role === "forecast-range")?.valueText ?? "";
}

/** Every line and band with a label right of the plot, and the value at which it ends. */
function edgeNames({ series, ranges, x }: PlotChartModel): EdgeName[] {
  const lines = series.flatMap((one) => {
    const last = one.points.findLast((point) => point.y !== null);
    if (last === undefined || last.y === null || labelSide(one, x) !== "edge") return [];
    const { key, role, name, valueText } = one;
    const end = heightAt(one, x.domain[1]) ?? last.y;
    return [{ key, role, name, valueText, note: rangeNote(one, ranges), end }];
  });
  const bands = ranges.flatMap((range) => {
    const last = range.points.at(-1);
    if (range.role !== "target-range" || last === undefined) return [];
    const { key, name, valueText } = range;
    return [{ key, name, valueText, note: "", role: "target" as const, end: (last.low + last.high) / 2 }];
  });
  return [...lines, ...bands];
}

/** The room right of the plot for the labels, at most three tenths of the width. */
export function labelRoom(model: PlotChartModel, width: number): number {
  const names = edgeNames(model);
  if (names.length === 0) return 0;
  const most = mostWidth(width);
  const widest = names.flatMap((one) => linesOf(one, most).map((line) => textWidth(line, TEXT_SIZE)));
  return Math.ceil(LEADER + Math.max(...widest) + 2);
}

/** The height that all labels right of the plot need. */
export function labelsHeight(model: PlotChartModel, width: number): number {
  const rows = edgeNames(model).map((one) => linesOf(one, mostWidth(width)).length * LABEL_ROW + GAP);
  return rows.reduce((sum, one) => sum + one, 0);
}

const mostWidth = (width: number) => Math.min(170, Math.max(98, width * 0.24));

interface Place extends EdgeName {
  readonly lines: readonly string[];
  readonly height: number;
}

/** Moves labels apart, in the order of their ends, between `top` and `bottom`. */
function spread(places: readonly Place[], top: number, bottom: number): number[] {
  const tops = places.map(({ end, height }) => end - height / 2);
  let floor = top;
  for (const [index, one] of places.entries()) {
    tops[index] = Math.max(tops[index] ?? 0, floor);
    floor = (tops[index] ?? 0) + one.height + GAP;
  }
  let ceiling = bottom;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const height = places[index]?.height ?? 0;
    tops[index] = Math.min(tops[index] ?? 0, ceiling - height);
    ceiling = (tops[index] ?? 0) - GAP;
  }
  return tops;
}

function edgeLabels(model: PlotChartModel, plot: Box, scales: PlotScales, width: number): LineLabels {
  const most = Math.max(mostWidth(width), labelRoom(model, width) - LEADER);
  const all = edgeNames(model).map((one): Place => {
    const lines = linesOf(one, most);
    return { ...one, lines, end: scales.y(one.end), height: lines.length * LABEL_ROW };
  });
  const [top, bottom] = [plot.top - 6, plot.top + plot.height + 2];
  const ranked = all.toSorted((one, other) => IMPORTANCE.indexOf(one.role) - IMPORTANCE.indexOf(other.role));
  const fitting: Place[] = [];
  let used = 0;
  for (const one of ranked) {
    if (used + one.height > bottom - top) break;
    fitting.push(one);
    used += one.height + GAP;
  }
  const unplaced = all.filter((one) => !fitting.includes(one)).map(({ key }) => key);
  const order = fitting.toSorted((one, other) => one.end - other.end || ranked.indexOf(one) - ranked.indexOf(other));
  const tops = spread(order, top, bottom);
  const edge = plot.left + plot.width;
  const labels = order.map((one, index): LineLabel => {
    const labelTop = tops[index] ?? one.end;
    const middle = labelTop + one.height / 2;
    const box = { left: edge + LEADER, top: labelTop, width: Math.max(...one.lines.map(widthOf)), height: one.height };
    const leader = { x1: edge + 1, y1: one.end, x2: edge + LEADER - 2, y2: middle };
    return { key: one.key, role: one.role, lines: one.lines, box, isBold: one.role === "reported", leader };
  });
  return { labels, unplaced };
}

const widthOf = (line: string) => textWidth(line, TEXT_SIZE);

/** Only the latest value, for a figure whose legend names the lines. */
export function valueLabels(model: PlotChartModel, plot: Box, scales: PlotScales): readonly LineLabel[] {
  const bare = { ...model, series: model.series.map((one) => (one.role === "reported" ? { ...one, name: "" } : one)) };
  const latest = inlineLabels(bare, plot, scales).labels.filter(({ key }) => key === "reported");
  return [...latest, ...pointLabels(model, plot, scales, latest)];
}

/** @param width of the whole figure, which limits the labels right of the plot. */
export function placeLineLabels(model: PlotChartModel, plot: Box, scales: PlotScales, width: number): LineLabels {
  const [edge, inline] = [edgeLabels(model, plot, scales, width), inlineLabels(model, plot, scales)];
  const labels = [...edge.labels, ...inline.labels];
  return {
    labels: [...labels, ...pointLabels(model, plot, scales, labels)],
    unplaced: [...edge.unplaced, ...inline.unplaced],
  };
}
