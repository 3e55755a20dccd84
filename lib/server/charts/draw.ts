// Draws a chart in any of its file formats.
import "server-only";
import { SIZES } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { chartToCsv } from "@/lib/exports/csv";
import { assertPictureSize } from "@/lib/exports/export-bounds";
import { chartToPng } from "@/lib/exports/png";
import { chartToSvg } from "@/lib/exports/svg";
import type { ChartFormat, ChartQuery } from "@/lib/schemas/chart-query";
import { drawOffThread } from "./off-thread";

export const CONTENT_TYPES: Readonly<Record<ChartFormat, string>> = {
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly theme: ChartQuery["theme"];
  readonly scale: number;
  readonly text: ChartQuery["text"];
}

/** At 96 pixels per inch, as office programs measure images. */
const toPixels = (millimetres: number | undefined) =>
  millimetres === undefined ? undefined : Math.round((millimetres * 96) / 25.4);

/** The named size, or the given millimetres or pixels; higher if rows or panels would overlap. */
export function drawPicture(model: ChartModel, query: ChartQuery): Picture {
  const named = SIZES[query.size];
  const { theme, scale, text } = query;
  const width = toPixels(query.mmWidth) ?? query.width ?? named.width;
  const height = figureHeight(model, width, toPixels(query.mmHeight) ?? query.height ?? named.height);
  return { width, height, theme, scale, text };
}

/**
 * @throws ExportSizeError if the picture would be too large.
 * @throws DrawingBusyError
 */
export async function drawChart(
  model: ChartModel,
  format: ChartFormat,
  picture: Picture,
): Promise<string | Uint8Array> {
  // Vectors have no pixels: only a PNG is scaled. Only an SVG depends on the fonts of the reader.
  const { scale: _scale, text, ...drawing } = picture;
  assertPictureSize(drawing);
  switch (format) {
    case "svg":
      return text === "paths" ? drawOffThread("chartPaths", model, drawing) : chartToSvg(model, drawing);
    case "png":
      return chartToPng(model, picture);
    case "pdf":
      return drawOffThread("chartPdf", model, drawing);
    case "csv":
      return chartToCsv(model);
    case "xlsx":
      return drawOffThread("chartXlsx", model);
  }
}
