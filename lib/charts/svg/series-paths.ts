// A series or range as SVG path data; gaps interrupt the path.
import { area, curveLinear, curveStepAfter, line } from "d3-shape";
import type { PlotScales } from "@/lib/charts/layout/plot-layout";
import type { ChartRange, ChartSeries, RangePoint, SeriesPoint } from "@/lib/charts/model/chart-model";

export function seriesPath(series: ChartSeries, scales: PlotScales): string {
  const draw = line<SeriesPoint>()
    .defined((point) => point.y !== null)
    .x((point) => scales.x(point.x))
    .y((point) => scales.y(point.y ?? Number.NaN))
    .curve(series.shape === "step" ? curveStepAfter : curveLinear);
  return draw(series.points) ?? "";
}

export function rangePath(range: ChartRange, scales: PlotScales): string {
  const draw = area<RangePoint>()
    .x((point) => scales.x(point.x))
    .y0((point) => scales.y(point.low))
    .y1((point) => scales.y(point.high));
  return draw(range.points) ?? "";
}
