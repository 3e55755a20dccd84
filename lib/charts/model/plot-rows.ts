// A plot's series as one row per day, for drawings in which all series need the same days.
import type { ChartRange, ChartSeries, PlotChartModel, SeriesRole } from "./chart-model";

export interface PlotRow {
  readonly x: number;
  /** By series key: its value that day, null in a gap and outside the series. */
  readonly heights: Readonly<Record<string, number | null>>;
  /** By range key: low and high. */
  readonly spans: Readonly<Record<string, readonly [number, number] | null>>;
}

function between(x: number, x0: number, y0: number, x1: number, y1: number): number {
  return x1 === x0 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/**
 * The value of a series at `x`: its point there, or the position on the line between two neighbours that both have a
 * value. So a line is unchanged by days that only another series has, and a gap stays a gap.
 */
export function heightAt(series: ChartSeries, x: number): number | null {
  // Two points on one day make a vertical edge; the later one applies.
  const exact = series.points.findLast((point) => point.x === x);
  if (exact !== undefined) return exact.y;
  if (series.shape === "bar" || series.shape === "dot") return null;
  const before = series.points.findLast((point) => point.x < x);
  const after = series.points.find((point) => point.x > x);
  if (before === undefined || after === undefined || before.y === null) return null;
  if (series.shape === "step") return before.y;
  return after.y === null ? null : between(x, before.x, before.y, after.x, after.y);
}

/** Low and high of the band at `x`. */
export function spanAt(range: ChartRange, x: number): readonly [number, number] | null {
  const before = range.points.findLast((point) => point.x <= x);
  const after = range.points.find((point) => point.x >= x);
  if (before === undefined || after === undefined) return null;
  const low = between(x, before.x, before.low, after.x, after.low);
  return [low, between(x, before.x, before.high, after.x, after.high)];
}

/** One row for every day on which any series, range or mark has a point, in order. */
export function plotRows(model: PlotChartModel): PlotRow[] {
  const days = new Set<number>();
  for (const one of [...model.series, ...model.ranges]) for (const point of one.points) days.add(point.x);
  for (const mark of model.marks) if (mark.role === "revision") days.add(mark.x);
  return [...days]
    .sort((a, b) => a - b)
    .map((x) => ({
      x,
      heights: Object.fromEntries(model.series.map((series) => [series.key, heightAt(series, x)])),
      spans: Object.fromEntries(model.ranges.map((range) => [range.key, spanAt(range, x)])),
    }));
}

export interface PlotReading {
  readonly key: string;
  readonly role: SeriesRole;
  readonly label: string;
  readonly text: string;
  /** Of a reported value: its difference from the plan. */
  readonly againstPlan?: string;
}

/**
 * What the tooltip shows for a day: every series' own point there, gaps included, and the levels in force; from top to
 * bottom as in the plot, gaps last.
 */
export function readingsAt(model: PlotChartModel, x: number): PlotReading[] {
  const placed = model.series.flatMap((series) => {
    const level = series.role === "target" || series.role === "stretch" || series.role === "baseline";
    const own = series.points.findLast((point) => point.x === x);
    const point = own ?? (level ? series.points.findLast((one) => one.x < x) : undefined);
    if (point === undefined || (series.role === "forecast" && point === series.points[0])) return [];
    const { key, role, name: label } = series;
    const lowest = model.y.reversed ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    const { againstPlan } = point;
    return [
      {
        reading: { key, role, label, text: point.text, ...(againstPlan === undefined ? {} : { againstPlan }) },
        y: point.y ?? lowest,
      },
    ];
  });
  const direction = model.y.reversed ? 1 : -1;
  return placed
    .sort((one, other) => (one.y === other.y ? 0 : one.y < other.y ? -direction : direction))
    .map(({ reading }) => reading);
}
