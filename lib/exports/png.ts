// A chart as a PNG, with the bundled font, so that it looks the same on every machine.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import { FILE_FONT } from "@/lib/charts/layout/figure-layout";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { assertPictureSize, type PictureSize } from "@/lib/exports/export-bounds";
import { fontFiles, replaceMissingGlyphs } from "@/lib/exports/fonts";
import { chartToBundledSvg, type PictureOptions } from "@/lib/exports/svg";

export interface PngOptions extends PictureOptions {
  /** Pixels per unit, 1–4; text scales with the image. */
  readonly scale: number;
}

/** A name that no system font has, so that the bundled font is always used. */
const FONT_FAMILY = "Guatu Figure";
/** The queue limit; further requests are rejected. */
const MOST_WAITING = 200;
/** The timeout for waiting and drawing; the largest image takes about two seconds. */
const LONGEST_MS = 30_000;

/** The queue is full, or the image timed out. */
export class PictureBusyError extends Error {
  override readonly name = "PictureBusyError";
}

/** The image cannot be drawn. The thread continues with the next one. */
export class PictureError extends Error {
  override readonly name = "PictureError";
}

type Drawn = { readonly png: Uint8Array } | { readonly fault: string };

/** Worker threads, so that pages are served in the meantime. They do not block the process from exiting. */
function startThreads(): Piscina {
  const { regular, bold } = fontFiles();
  const pool = new Piscina({
    // Resolved from the project folder: a bundler moves this module.
    filename: join(process.cwd(), "lib/exports/picture-worker.mjs"),
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: 60_000,
    workerData: { fontFiles: [regular, bold], family: FONT_FAMILY },
  });
  // Without a listener, an error of an idle thread would end the process.
  pool.on("error", (error) => console.error("a thread for pictures failed:", error));
  return pool;
}

let threads: Piscina | null = null;

/**
 * Only for our own SVG: foreign SVG could reference files.
 * @throws ExportSizeError
 * @throws PictureBusyError
 * @throws PictureError
 */
export async function svgToPng(svg: string, { width, height, scale = 1 }: PictureSize): Promise<Buffer> {
  assertPictureSize({ width, height, scale });
  threads ??= startThreads();
  if (threads.queueSize >= MOST_WAITING) throw new PictureBusyError("Too many pictures wait");
  const drawn = replaceMissingGlyphs(svg).replace(FILE_FONT, FONT_FAMILY);
  const signal = AbortSignal.timeout(LONGEST_MS);
  const answer = await (threads.run({ svg: drawn, width, height, scale }, { signal }) as Promise<Drawn>).catch(
    (error) => {
      if (signal.aborted) throw new PictureBusyError("The picture took too long", { cause: error });
      throw error;
    },
  );
  if ("fault" in answer) throw new PictureError(answer.fault);
  return Buffer.from(answer.png);
}

/**
 * @throws ExportSizeError
 * @throws PictureBusyError
 */
export async function chartToPng(model: ChartModel, options: PngOptions): Promise<Buffer> {
  assertPictureSize(options);
  return svgToPng(chartToBundledSvg(model, options), options);
}
