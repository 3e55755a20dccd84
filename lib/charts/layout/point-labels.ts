// Places the numbers next to reported points: right at the point, or not at all.
import type { ChartSeries, PlotChartModel } from "@/lib/charts/model/chart-model";
import { barBoxes } from "./bar-boxes";
import { type Box, TEXT_SIZE } from "./figure-layout";
import { type Anchor, LABEL_ROW, type LineLabel, obstaclesOf, placeNear, type Side } from "./inline-labels";
import type { PlotScales } from "./plot-layout";
import { textWidth } from "./text-width";

/** Farther away, a number could belong to another point. */
const DISTANCES = [6];
/** Above, below, then at the corners. */
const SIDES: readonly Side[] = [
  [-0.5, -1],
  [-0.5, 0],
  [-1, -1],
  [0, -1],
  [0, 0],
  [-1, 0],
];

interface Labelled {
  readonly at: Anchor;
  readonly text: string;
}

/** Latest first: if there is no room for all, the earlier ones are left out. */
function labelledPoints(series: ChartSeries, plot: Box, scales: PlotScales): Labelled[] {
  const bars = series.shape === "bar" ? barBoxes(series, plot, scales) : [];
  return series.points
    .flatMap(({ x, y, pointLabel }): Labelled[] => {
      if (y === null || pointLabel === undefined) return [];
      const bar = bars.find((one) => one.x === x);
      const at = { x: bar === undefined ? scales.x(x) : bar.left + bar.width / 2, y: scales.y(y) };
      return [{ at, text: pointLabel }];
    })
    .reverse();
}

/** @param placed the labels of lines; one that names the latest value makes a number next to its point unnecessary. */
export function pointLabels(
  model: PlotChartModel,
  plot: Box,
  scales: PlotScales,
  placed: readonly LineLabel[],
): LineLabel[] {
  const series = model.series.find((one) => one.points.some(({ pointLabel }) => pointLabel !== undefined));
  if (series === undefined) return [];
  const { segments, boxes } = obstaclesOf(model, plot, scales);
  const taken = [...boxes, ...placed.map(({ box }) => box)];
  const labels: LineLabel[] = [];
  const isNamed = placed.some(({ key }) => key === series.key);
  for (const { at, text } of labelledPoints(series, plot, scales).slice(isNamed ? 1 : 0)) {
    const size = { width: textWidth(text, TEXT_SIZE), height: LABEL_ROW };
    const box = placeNear(at, size, plot, { segments, boxes: taken }, { distances: DISTANCES, sides: SIDES });
    if (box === null) continue;
    taken.push(box);
    labels.push({ key: `${series.key} ${at.x}`, role: series.role, lines: [text], box, isBold: false, leader: null });
  }
  return labels;
}
