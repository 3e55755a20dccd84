// Which columns of a chart's table its editable chart in a workbook draws.
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { chartPalette } from "@/lib/charts/svg/chart-palette";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { SheetChart, SheetSeries } from "@/lib/exports/xlsx-chart";

const LINES = ["reported", "target", "stretch", "expected", "baseline", "last-year"] as const;

/** Null for charts that a spreadsheet cannot draw from their table: steps, and targets of different units. */
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
      const lines = LINES.map((key): SheetSeries => {
        const isReported = key === "reported";
        return { column: at(key), colour: plain(palette[key]), isDashed: key === "expected", hasMarkers: isReported };
      });
      return chartWith({ ...all, type: "line", categories: at("date"), series: drawn(lines) });
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
