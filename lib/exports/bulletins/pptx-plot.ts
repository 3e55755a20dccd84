// A line chart on a slide, editable in PowerPoint.
import type pptxgen from "pptxgenjs";
import type { ChartSeries, PlotChartModel } from "@/lib/charts/model/chart-model";
import { addMonths, endOfMonth, type IsoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { SERIES_COLOURS } from "./pptx-strokes";
import { BOTTOM, DOWNWARDS, FONT, GRID, TOP, X } from "./pptx-style";

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
export function addPlot(deck: pptxgen, slide: pptxgen.Slide, model: PlotChartModel, width: number): void {
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
