// Which columns of a chart's table its editable chart in a workbook draws.
import type { ChartModel, PlotChartModel, SeriesRole } from "@/lib/charts/model/chart-model";
import { chartPalette, STROKES } from "@/lib/charts/svg/chart-palette";
import { LIGHTS } from "@/lib/domain/targets/types";
import { DASHES, SERIES_COLOURS, strokeWidth } from "@/lib/exports/office-lines";
import type { SheetChart, SheetSeries } from "@/lib/exports/xlsx-chart";

const LINES = ["reported", "target", "stretch", "expected", "baseline", "last-year"] as const;

function lineOf(role: SeriesRole): Omit<SheetSeries, "column"> {
  const { marker } = STROKES[role];
  return { colour: SERIES_COLOURS[role], line: { width: strokeWidth(role), dash: DASHES[role], marker } };
}

/** Whether a line has an empty cell between two values because only other lines have that day. */
function hasForeignRows({ table, series }: PlotChartModel, column: number): boolean {
  const points = series.find(({ key }) => key === table.columns[column]?.key)?.points ?? [];
  const gaps = new Set(points.filter(({ y }) => y === null).map(({ on }) => on as string));
  const isKnown = table.rows.map(({ cells }) => cells[column]?.value != null);
  const between = table.rows.slice(isKnown.indexOf(true), isKnown.lastIndexOf(true));
  return between.some(({ key, cells }) => cells[column]?.value == null && !gaps.has(key));
}

/** Null for charts that a spreadsheet cannot draw from their table: steps, answers, and targets of different units. */
export function sheetChartOf(model: ChartModel, place: Pick<SheetChart, "sheetName" | "headerRow">): SheetChart | null {
  const { table, title } = model;
  const palette = chartPalette("print");
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const hasValues = (column: number) => table.rows.some(({ cells }) => cells[column]?.value != null);
  const drawn = (series: readonly SheetSeries[]) => series.filter(({ column }) => column >= 0 && hasValues(column));
  const plain = (colour: string) => colour.replace("#", "").toUpperCase();
  const all = { ...place, title, rows: table.rows.length, columns: table.columns.length };
  switch (model.drawing) {
    case "plot": {
      // A line would rise slowly from no to yes.
      if (model.kind === "yes-no") return null;
      const series = drawn(LINES.map((key) => ({ column: at(key), ...lineOf(key) })));
      const isInterrupted = series.some(({ column }) => hasForeignRows(model, column));
      const { ticks, reversed } = model.y;
      const places = reversed ? ticks.map((tick) => tick.at) : [];
      return chartWith({
        ...all,
        type: "line",
        categories: at("date"),
        series,
        blanks: isInterrupted ? "span" : "gap",
        ...(reversed ? { places: { first: Math.min(...places), last: Math.max(...places) } } : {}),
      });
    }
    case "comparison": {
      const bars = [
        { column: at("completion"), colour: plain(palette.reported) },
        { column: at("expected"), colour: plain(palette.axis) },
      ];
      return chartWith({ ...all, type: "bar", categories: at("target"), series: drawn(bars) });
    }
    case "lights": {
      const bars = LIGHTS.map((light) => ({ column: at(light), colour: plain(palette.lights[light]) }));
      return chartWith({ ...all, type: "stacked-bar", categories: 0, series: drawn(bars) });
    }
    default:
      return null;
  }
}

function chartWith(chart: SheetChart): SheetChart | null {
  return chart.series.length === 0 || chart.categories < 0 ? null : chart;
}
