// A chart as a PNG, with the bundled font, so that it looks the same on every machine.
import type { Typeface } from "@/lib/charts/layout/figure-choices";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { assertPictureSize, type PictureSize } from "@/lib/exports/export-bounds";
import { fontAttribute, fontFiles, replaceMissingGlyphs, typefaceOf } from "@/lib/exports/fonts";
import { chartToBundledSvg, type PictureOptions } from "@/lib/exports/svg";
import { onThreads } from "@/lib/exports/threads";

export interface PngOptions extends PictureOptions {
  /** Pixels per unit, 1–4; text scales with the image. */
  readonly scale: number;
}

/** Names that no system font has, so that the bundled fonts are always used. */
const FONT_FAMILIES: Readonly<Record<Typeface, string>> = { sans: "Guatu Figure", serif: "Guatu Serif Figure" };
/** The largest image takes about two seconds. */
const LONGEST_MS = 30_000;

interface PictureTask extends PictureSize {
  readonly svg: string;
  /** Read once per thread. */
  readonly font: { readonly family: string; readonly files: readonly string[] };
}

const drawPicture = onThreads<PictureTask, Uint8Array>({
  file: "lib/exports/picture-worker.mjs",
  longestMs: LONGEST_MS,
});

/**
 * Only for our own SVG: foreign SVG could reference files.
 * @throws ExportSizeError
 * @throws DrawingBusyError
 * @throws DrawingError
 */
export async function svgToPng(svg: string, { width, height, scale = 1 }: PictureSize): Promise<Buffer> {
  assertPictureSize({ width, height, scale });
  const typeface = typefaceOf(svg);
  const family = FONT_FAMILIES[typeface];
  const drawn = replaceMissingGlyphs(svg, typeface).replaceAll(fontAttribute(typeface), `font-family="${family}"`);
  const font = { family, files: Object.values(fontFiles(typeface)) };
  return Buffer.from(await drawPicture({ svg: drawn, width, height, scale, font }));
}

/**
 * @throws ExportSizeError
 * @throws DrawingBusyError
 */
export async function chartToPng(model: ChartModel, options: PngOptions): Promise<Buffer> {
  assertPictureSize(options);
  return svgToPng(chartToBundledSvg(model, options), options);
}
