// A chart as a PNG, with the bundled font, so that it looks the same on every machine.
import { FILE_FONT } from "@/lib/charts/layout/figure-layout";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { assertPictureSize, type PictureSize } from "@/lib/exports/export-bounds";
import { fontFiles, replaceMissingGlyphs } from "@/lib/exports/fonts";
import { chartToBundledSvg, type PictureOptions } from "@/lib/exports/svg";
import { onThreads } from "@/lib/exports/threads";

export interface PngOptions extends PictureOptions {
  /** Pixels per unit, 1–4; text scales with the image. */
  readonly scale: number;
}

/** A name that no system font has, so that the bundled font is always used. */
const FONT_FAMILY = "Guatu Figure";
/** The largest image takes about two seconds. */
const LONGEST_MS = 30_000;

interface PictureTask extends PictureSize {
  readonly svg: string;
}

const drawPicture = onThreads<PictureTask, Uint8Array>({
  file: "lib/exports/picture-worker.mjs",
  longestMs: LONGEST_MS,
  workerData: () => ({ fontFiles: Object.values(fontFiles()), family: FONT_FAMILY }),
});

/**
 * Only for our own SVG: foreign SVG could reference files.
 * @throws ExportSizeError
 * @throws DrawingBusyError
 * @throws DrawingError
 */
export async function svgToPng(svg: string, { width, height, scale = 1 }: PictureSize): Promise<Buffer> {
  assertPictureSize({ width, height, scale });
  const drawn = replaceMissingGlyphs(svg).replace(FILE_FONT, FONT_FAMILY);
  return Buffer.from(await drawPicture({ svg: drawn, width, height, scale }));
}

/**
 * @throws ExportSizeError
 * @throws DrawingBusyError
 */
export async function chartToPng(model: ChartModel, options: PngOptions): Promise<Buffer> {
  assertPictureSize(options);
  return svgToPng(chartToBundledSvg(model, options), options);
}
