// The bars of a plot: each before the day of its value, where its period is.
import type { ChartSeries } from "@/lib/charts/model/chart-model";
import type { Box } from "./figure-layout";
import type { PlotScales } from "./plot-layout";

/** The part of a period that its bar takes. */
const SHARE = 0.62;
const WIDEST_PERIOD = 52;
const A_MONTH = 30;

export interface BarBox extends Box {
  /** The day of its value. */
  readonly x: number;
}

/** From zero to the value; as wide as the shortest time between two values allows. */
export function barBoxes(series: ChartSeries, plot: Box, scales: PlotScales): BarBox[] {
  const points = series.points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]));
  const gaps = points.slice(1).map(({ x }, index) => x - (points[index]?.x ?? x));
  const days = Math.min(A_MONTH * 12, ...(gaps.length === 0 ? [A_MONTH] : gaps.filter((gap) => gap > 0)));
  const period = Math.min(WIDEST_PERIOD, scales.x(days) - scales.x(0));
  const width = Math.max(2, period * SHARE);
  return points.map(({ x, y }) => {
    const right = scales.x(x) - (period - width) / 2;
    const left = Math.max(plot.left, right - width);
    const [zero, end] = [scales.y(0), scales.y(y)];
    return {
      x,
      left,
      top: Math.min(zero, end),
      width: Math.max(1, right - left),
      height: Math.max(1, Math.abs(end - zero)),
    };
  });
}

/** As path data, with one outline per bar. */
export function barsPath(boxes: readonly Box[]): string {
  return boxes
    .map(({ left, top, width, height }) => `M${left} ${top + height}V${top}H${left + width}V${top + height}Z`)
    .join("");
}
