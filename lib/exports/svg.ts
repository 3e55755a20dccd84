// A chart as a self-contained SVG file: title, legend, source, as-of date and sample caption inside the picture.
import { createElement } from "react";
import { ChartFigure } from "@/components/charts/figures/chart-figure";
import type { ChartTheme } from "@/components/charts/figures/chart-palette";
import type { ChartModel } from "@/lib/charts/chart-model";
import { assertPictureSize } from "@/lib/exports/export-bounds";
import { toStaticMarkup } from "@/lib/markup/static-markup";

/** Files carry literal colours: the screen's variables mean nothing outside a page. */
export type FileTheme = Exclude<ChartTheme, "screen">;
export const FILE_THEMES = ["light", "dark", "grey"] as const satisfies readonly FileTheme[];

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  readonly theme: FileTheme;
}

/** @throws ExportSizeError */
export function chartToSvg(model: ChartModel, options: PictureOptions): string {
  assertPictureSize(options);
  return toStaticMarkup(createElement(ChartFigure, { model, ...options, standalone: true }));
}
