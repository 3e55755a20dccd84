// A chart in any of its file formats.
import "server-only";
import type { ChartModel } from "@/lib/charts/chart-model";
import { SIZES } from "@/lib/charts/figure-choices";
import { multiplesGrid } from "@/lib/charts/multiples-model";
import { leastHeight } from "@/lib/charts/plot-layout";
import { chartToCsv } from "@/lib/exports/csv";
import { chartToPdf } from "@/lib/exports/pdf";
import { chartToPng } from "@/lib/exports/png";
import { chartToSvg } from "@/lib/exports/svg";
import { textToPaths } from "@/lib/exports/text-paths";
import { chartToXlsx } from "@/lib/exports/xlsx";
import type { ChartFormat, ChartQuery } from "@/lib/schemas/chart-query";

const PLOT_HEIGHT = 540;
const LOWEST_PLOT = 340;
const FRAME_HEIGHT = 190;
const ROW_HEIGHT = 34;
const PANEL_HEIGHT = 230;
const PANEL_FRAME = 90;
/** A step's name takes two lines in a narrow panel. */
const STEP_HEIGHT = 30;
const TALLEST = 4000;

export const CONTENT_TYPES: Readonly<Record<ChartFormat, string>> = {
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

function usualHeight(model: ChartModel, width: number): number {
  if (model.drawing === "plot") return Math.max(LOWEST_PLOT, Math.round((width * PLOT_HEIGHT) / 960));
  if (model.drawing === "multiples") {
    const steps = Math.max(...model.panels.map((panel) => (panel.drawing === "gantt" ? panel.rows.length : 0)));
    const panel = Math.max(PANEL_HEIGHT, PANEL_FRAME + STEP_HEIGHT * steps);
    return Math.min(TALLEST, FRAME_HEIGHT + panel * multiplesGrid(model.panels.length, width).rows);
  }
  return Math.min(TALLEST, Math.max(360, FRAME_HEIGHT + ROW_HEIGHT * model.rows.length));
}

/** A readable height at that width. A list of rows takes the height its rows need. */
export function heightFor(model: ChartModel, width: number): number {
  return Math.max(usualHeight(model, width), leastHeight(model, width));
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly theme: ChartQuery["theme"];
  readonly scale: number;
  readonly text: ChartQuery["text"];
}

/** The named size, or the one given in pixels; higher where its rows or panels would lie on each other. */
export function pictureOf(model: ChartModel, query: ChartQuery): Picture {
  const named = SIZES[query.size];
  const { theme, scale, text } = query;
  const width = query.width ?? named.width;
  const asked = query.height ?? named.height ?? 0;
  const height = asked >= leastHeight(model, width) ? asked : heightFor(model, width);
  return { width, height, theme, scale, text };
}

/** @throws ExportSizeError when the picture would be too large. */
export async function drawChart(
  model: ChartModel,
  format: ChartFormat,
  picture: Picture,
): Promise<string | Uint8Array> {
  // Lines have no pixels: the scale counts for a PNG only. And only an SVG's letters can be missing elsewhere.
  const { scale: _scale, text, ...drawing } = picture;
  switch (format) {
    case "svg":
      return text === "paths" ? textToPaths(chartToSvg(model, drawing)) : chartToSvg(model, drawing);
    case "png":
      return chartToPng(model, picture);
    case "pdf":
      return chartToPdf(model, drawing);
    case "csv":
      return chartToCsv(model);
    case "xlsx":
      return chartToXlsx(model);
  }
}
