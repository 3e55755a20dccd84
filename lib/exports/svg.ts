// A chart as a self-contained SVG file: title, legend, source, as-of date and sample caption inside the picture.
import { createElement } from "react";
import type { FileTheme } from "@/lib/charts/layout/figure-choices";
import { inTypeface } from "@/lib/charts/layout/serif-advances";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { ChartFigure } from "@/lib/charts/svg/chart-figure";
import type { ChartTheme } from "@/lib/charts/svg/chart-palette";
import { cleanLine, cleanTexts } from "@/lib/domain/text/clean-text";
import { assertPictureSize } from "@/lib/exports/export-bounds";
import { replaceMissingGlyphs } from "@/lib/exports/fonts";
import { toStaticMarkup } from "@/lib/markup/static-markup";

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  readonly theme: FileTheme;
}

/** `page` for a drawing inside a page, which uses the colours of the style sheet. */
type DrawingOptions = Omit<PictureOptions, "theme"> & { readonly theme: ChartTheme };

const drawn = (model: ChartModel, options: DrawingOptions) =>
  inTypeface(model, () => toStaticMarkup(createElement(ChartFigure, { model, ...options, standalone: true })));

/**
 * For programs with fonts of their own.
 * @throws ExportSizeError
 */
export function chartToSvg(model: ChartModel, options: DrawingOptions): string {
  assertPictureSize(options);
  return drawn(cleanTexts(model, cleanLine), options);
}

/**
 * For a drawing with the bundled font only: missing characters are replaced before texts are placed.
 * @throws ExportSizeError
 */
export function chartToBundledSvg(model: ChartModel, options: DrawingOptions): string {
  assertPictureSize(options);
  return drawn(
    cleanTexts(model, (text) => replaceMissingGlyphs(cleanLine(text), model.typeface)),
    options,
  );
}
