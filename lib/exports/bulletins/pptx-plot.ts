// A line chart on a slide, editable in PowerPoint.
import type pptxgen from "pptxgenjs";
import { dayNumber } from "@/lib/charts/model/chart-axes";
import type { ChartSeries, PlotChartModel, SeriesRole } from "@/lib/charts/model/chart-model";
import { heightAt } from "@/lib/charts/model/plot-rows";
import { addMonths, endOfMonth, type IsoDate, isoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate, formatMonth, formatMonthName, formatShortDay } from "@/lib/domain/units/format-date";
import { SERIES_COLOURS } from "@/lib/exports/office-lines";
import { BOTTOM, DOWNWARDS, FONT, GRID, TOP, X } from "./pptx-style";

/** Maximum number of monthly categories. */
const MOST_MONTHS = 36;

const monthOf = (day: IsoDate) => day.slice(0, 7);

/** Whether two values were reported in one month, so that monthly categories are not enough. */
function isFinerThanMonths(series: readonly ChartSeries[]): boolean {
  const points = series.find(({ role }) => role === "reported")?.points ?? [];
  return new Set(points.map((point) => monthOf(point.on))).size < points.length;
}

interface Places {
  /** Days or months (2023-09), in order. */
  readonly places: readonly string[];
  readonly isFiner: boolean;
  readonly placeOf: (day: IsoDate) => string;
}

/**
 * The categories of the axis: months, or, if a month has more than one value, the days of all points and the month ends
 * between them, so that slopes remain true to time.
 */
function placesOf({ series }: PlotChartModel): Places {
  const days = series.flatMap((one) => one.points.map((point) => point.on)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { places: [], isFiner: false, placeOf: monthOf };
  const ends: IsoDate[] = [];
  for (let month = startOfMonth(first); month <= last; month = addMonths(month, 1)) ends.push(endOfMonth(month));
  const isFiner = isFinerThanMonths(series);
  const placeOf = isFiner ? (day: IsoDate) => day : monthOf;
  const between = ends.length > MOST_MONTHS ? [] : ends.filter((day) => day > first && day < last);
  return { places: [...new Set([...days, ...between].map(placeOf))].sort(), isFiner, placeOf };
}

/** A year, and the evening before. The program leaves out labels of more categories, perhaps the one with the year. */
const MOST_LABELS = 13;

/** Months or days in words, with the year where it begins, or at every month if not every label has room. */
function wordsOf({ places, isFiner }: Places, lang: PlotChartModel["lang"]): string[] {
  const [whole, short] = isFiner ? [formatIsoDate, formatShortDay] : [formatMonth, formatMonthName];
  return places.map((place, index) => {
    const day = isoDate(isFiner ? place : `${place}-01`);
    const isSameYear = places[index - 1]?.slice(0, 4) === place.slice(0, 4);
    return (isSameYear && (isFiner || places.length <= MOST_LABELS) ? short : whole)(day, lang);
  });
}

/** Drawn by all their categories: between few points, a revised target would rise slowly to its new figure. */
const PROMISED: ReadonlySet<SeriesRole> = new Set(["target", "stretch", "baseline", "expected"]);

/** The last day of a category. */
const xOf = (place: string) => dayNumber(place.length > 7 ? isoDate(place) : endOfMonth(isoDate(`${place}-01`)));

/** A line chart of the values by category; a category without a value is a gap, never 0. */
export function addPlot(deck: pptxgen, slide: pptxgen.Slide, model: PlotChartModel, width: number): void {
  const found = placesOf(model);
  if (found.places.length === 0) return;
  const labels = wordsOf(found, model.lang);
  // In the unit of the axis title, rounded to 15 digits to remove floating-point noise.
  const scaled = (value: number) => Number((value * model.yFactor).toPrecision(15));
  const series = model.series.map((one) => {
    const at = new Map(one.points.map((point) => [found.placeOf(point.on), point.y]));
    const values = found.places.map(
      (place) => at.get(place) ?? (PROMISED.has(one.role) ? heightAt(one, xOf(place)) : null),
    );
    return {
      name: one.label,
      labels,
      values: values.map((value) => (value === null ? null : scaled(value))) as number[],
    };
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
