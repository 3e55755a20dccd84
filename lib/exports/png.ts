// A chart as a PNG: drawn without system fonts, so that it looks the same on every machine.
import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import type { ChartModel } from "@/lib/charts/chart-model";
import { assertPictureSize, type PictureSize } from "@/lib/exports/export-bounds";
import { coveredText, FILE_FONT_FAMILY, fontsFor } from "@/lib/exports/fonts";
import { chartToSvg, type PictureOptions } from "@/lib/exports/svg";

export interface PngOptions extends PictureOptions {
  /** Pixels per unit, 1–4; the picture's text keeps its proportions. */
  readonly scale: number;
}

/** Our own drawings only: the SVG may name no file, and its size has been checked against the bounds. */
export async function svgToPng(svg: string, size: PictureSize): Promise<Buffer> {
  assertPictureSize(size);
  const drawn = coveredText(svg);
  const fonts = await fontsFor(drawn);
  // On a thread of its own, so that pages are answered meanwhile.
  const image = await renderAsync(drawn, {
    font: {
      loadSystemFonts: false,
      fontFiles: [fonts.regular, fonts.bold],
      defaultFontFamily: FILE_FONT_FAMILY,
    },
    fitTo: { mode: "zoom", value: size.scale ?? 1 },
    logLevel: "off",
  });
  const raw = { width: image.width, height: image.height, channels: 4 as const };
  // Level 6 takes 1.7 times as long as 3 for six per cent fewer bytes.
  return sharp(image.pixels, { raw }).png({ compressionLevel: 3 }).toBuffer();
}

/** @throws ExportSizeError */
export async function chartToPng(model: ChartModel, options: PngOptions): Promise<Buffer> {
  assertPictureSize(options);
  return svgToPng(chartToSvg(model, options), options);
}
