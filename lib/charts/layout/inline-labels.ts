// Places labels next to the last point of lines that end inside the plot, and next to flags, where there is free space.
import type { ChartMark, ChartSeries, PlotChartModel, SeriesRole } from "@/lib/charts/model/chart-model";
import { barBoxes } from "./bar-boxes";
import { type Box, TEXT_SIZE } from "./figure-layout";
import { isFree, isInside, type Obstacles, type Segment } from "./obstacles";
import type { PlotScales } from "./plot-layout";
import { textWidth } from "./text-width";

export const LABEL_ROW = 13;
/** Half of the width of the plan, which is drawn as a band. */
const BAND = 4;
/** A line reaches the edge of the plot if it ends within this share of the period. */
const AT_EDGE = 0.02;

export interface LineLabel {
  readonly key: string;
  readonly role: SeriesRole;
  readonly lines: readonly string[];
  readonly box: Box;
  readonly isBold: boolean;
  /** From the end of the line to a label that had to move; null next to it. */
  readonly leader: Segment | null;
}

export interface LineLabels {
  readonly labels: readonly LineLabel[];
  /** Keys of series and marks without room for a label: the legend names them. */
  readonly unplaced: readonly string[];
}

export interface Named {
  readonly key: string;
  readonly role: SeriesRole;
  readonly name: string;
  readonly valueText: string;
}

/** The period shown ends before the latest value: a label would name a value that is not there. */
function isCut(series: ChartSeries, to: number): boolean {
  return series.role === "reported" && (series.points.findLast(({ y }) => y !== null)?.x ?? to) > to;
}

/** Whether the label of a line is right of the plot, in it, or nowhere. */
export function labelSide(series: ChartSeries, { domain: [from, to] }: PlotChartModel["x"]): "edge" | "inline" | null {
  const last = series.points.findLast((point) => point.y !== null);
  if (last === undefined || isCut(series, to)) return null;
  return to - last.x <= (to - from) * AT_EDGE ? "edge" : "inline";
}

/** The lines of the drawing, and the signs over them. */
export function obstaclesOf(model: PlotChartModel, plot: Box, scales: PlotScales): Obstacles {
  const segments: Segment[] = [];
  const boxes: Box[] = [];
  const bottom = plot.top + plot.height;
  for (const one of model.series) {
    if (one.shape === "bar") boxes.push(...barBoxes(one, plot, scales));
    const half = one.role === "expected" ? BAND : 0;
    let before: { readonly x: number; readonly y: number } | null = null;
    for (const point of one.points) {
      if (point.y === null) {
        before = null;
        continue;
      }
      const here = { x: scales.x(point.x), y: scales.y(point.y) };
      const r = one.shape === "dot" ? 5 : 4;
      if (one.markers) boxes.push({ left: here.x - r, top: here.y - r, width: 2 * r, height: 2 * r });
      if (before !== null && one.shape === "step") {
        segments.push({ x1: before.x, y1: before.y, x2: here.x, y2: before.y });
        segments.push({ x1: here.x, y1: before.y, x2: here.x, y2: here.y });
      } else if (before !== null && one.shape === "line") {
        for (const off of half === 0 ? [0] : [-half, 0, half]) {
          segments.push({ x1: before.x, y1: before.y + off, x2: here.x, y2: here.y + off });
        }
      }
      before = here;
    }
  }
  for (const mark of model.marks) {
    const x = scales.x(mark.x);
    if (mark.role !== "revision") segments.push({ x1: x, y1: plot.top - 9, x2: x, y2: bottom });
    else if (mark.y !== null) boxes.push({ left: x - 2, top: scales.y(mark.y) - 13, width: 11, height: 14 });
    if (mark.role === "note") boxes.push({ left: x - 9, top: plot.top, width: 18, height: 34 });
  }
  return { segments, boxes };
}

export type Side = readonly [number, number];
const DISTANCES = [7, 12, 18, 26, 36, 48, 62];
/** Around a point, by the shares of the label's size left of it and above it: above left first, as most lines rise. */
const SIDES: readonly Side[] = [
  [-1, -1],
  [-0.5, -1],
  [0, -1],
  [-1, -0.5],
  [0, -0.5],
  [0, 0],
  [-0.5, 0],
  [-1, 0],
];

export interface Anchor {
  readonly x: number;
  readonly y: number;
}

/** The nearest free place around a point; null if there is none. */
export function placeNear(
  at: Anchor,
  size: Pick<Box, "width" | "height">,
  plot: Box,
  obstacles: Obstacles,
  {
    distances = DISTANCES,
    sides = SIDES,
  }: { readonly distances?: readonly number[]; readonly sides?: readonly Side[] } = {},
): Box | null {
  for (const distance of distances) {
    for (const [dx, dy] of sides) {
      const isBeside = dy === -0.5;
      const away = isBeside ? distance + 2 : 6;
      const left = at.x + dx * size.width + (dx === 0 ? away : dx === -1 ? -away : 0);
      const top = at.y + dy * size.height + (isBeside ? 0 : dy === 0 ? distance : -distance);
      const shift = Math.min(0, plot.left + plot.width - 2 - left - size.width) + Math.max(0, plot.left + 2 - left);
      const box = { ...size, left: left + shift, top };
      const padded = { left: box.left - 2, top: box.top - 1, width: size.width + 4, height: size.height + 2 };
      if (isInside(padded, plot) && isFree(padded, obstacles)) return box;
    }
  }
  return null;
}

interface Inline extends Named {
  readonly anchor: Anchor;
  readonly isBold: boolean;
}

/** Lines that end inside the plot, and flags. The latest value first. */
function inlineNames(model: PlotChartModel, scales: PlotScales): Inline[] {
  const lines = model.series.flatMap((one): Inline[] => {
    const last = one.points.findLast((point) => point.y !== null);
    if (labelSide(one, model.x) !== "inline" || last === undefined || last.y === null) return [];
    const anchor = { x: scales.x(last.x), y: scales.y(last.y) };
    return [
      {
        key: one.key,
        role: one.role,
        name: one.name,
        valueText: one.valueText,
        anchor,
        isBold: one.role === "reported",
      },
    ];
  });
  const [flag] = model.marks.filter((mark: ChartMark) => mark.role === "revision" && mark.y !== null);
  if (flag === undefined || flag.y === null) return lines;
  const anchor = { x: scales.x(flag.x), y: scales.y(flag.y) };
  return [...lines, { key: "revision", role: "target", name: flag.label, valueText: "", anchor, isBold: false }];
}

export function inlineLabels(model: PlotChartModel, plot: Box, scales: PlotScales): LineLabels {
  const { segments, boxes } = obstaclesOf(model, plot, scales);
  const taken = [...boxes];
  const labels: LineLabel[] = [];
  const unplaced: string[] = [];
  for (const { key, role, name, valueText, anchor, isBold } of inlineNames(model, scales)) {
    const texts = [[name, valueText].filter(Boolean).join(" "), ...(valueText === "" ? [] : [valueText])];
    const found = texts.flatMap((text) => {
      const size = { width: textWidth(text, TEXT_SIZE), height: LABEL_ROW };
      const box = placeNear(anchor, size, plot, { segments, boxes: taken });
      return box === null ? [] : [{ box, text }];
    })[0];
    if (found === undefined) {
      unplaced.push(key);
      continue;
    }
    taken.push({ ...found.box });
    labels.push({ key, role, lines: [found.text], box: found.box, isBold, leader: null });
  }
  return { labels, unplaced };
}

/** A free place for a text in the plot, as near to its middle as possible; null if there is none. */
export function placeInPlot(
  model: PlotChartModel,
  plot: Box,
  scales: PlotScales,
  size: Pick<Box, "width" | "height">,
): Box | null {
  const obstacles = obstaclesOf(model, plot, scales);
  const [spareX, spareY] = [(plot.width - size.width) / 2 - 2, (plot.height - size.height) / 2 - 2];
  if (spareX < 0 || spareY < 0) return null;
  for (const [dx, dy] of GRID) {
    const box = { ...size, left: plot.left + 2 + spareX * (1 + dx), top: plot.top + 2 + spareY * (1 + dy) };
    if (isFree(box, obstacles)) return box;
  }
  return null;
}

const STEPS = 8;
/** Places from the middle outwards, as shares of the room on each side. */
const GRID: readonly (readonly [number, number])[] = Array.from({ length: (2 * STEPS + 1) ** 2 }, (_, index) => {
  const [column, row] = [index % (2 * STEPS + 1), Math.floor(index / (2 * STEPS + 1))];
  return [column / STEPS - 1, row / STEPS - 1] as const;
}).sort(([x1, y1], [x2, y2]) => Math.hypot(x1, y1) - Math.hypot(x2, y2));
