// A chart as a PNG: drawn with our own font, so that it looks the same on every machine.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import { FILE_FONT } from "@/lib/charts/layout/figure-layout";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { assertPictureSize, type PictureSize } from "@/lib/exports/export-bounds";
import { fontFiles, replaceMissingGlyphs } from "@/lib/exports/fonts";
import { chartToSvg, type PictureOptions } from "@/lib/exports/svg";

export interface PngOptions extends PictureOptions {
  /** Pixels per unit, 1–4; the picture's text keeps its proportions. */
  readonly scale: number;
}

/** No font of a machine is called so: ours is always the one that is found. */
const FONT_FAMILY = "Guatu Figure";
/** More pictures than this do not wait: whoever asks then is told to come again. */
const MOST_WAITING = 200;
/** Waiting and drawing; the largest picture takes about two seconds. */
const LONGEST_MS = 30_000;

/** The renderer has more to do than it gets done, or took too long over this picture. */
export class PictureBusyError extends Error {
  override readonly name = "PictureBusyError";
}

/** This one drawing cannot be made. The thread goes on with the next. */
export class PictureError extends Error {
  override readonly name = "PictureError";
}

type Drawn = { readonly png: Uint8Array } | { readonly fault: string };

/** Threads of their own, so that pages are answered meanwhile. They keep no process alive. */
function startThreads(): Piscina {
  const { regular, bold } = fontFiles();
  const pool = new Piscina({
    // From the project's own folder, not this module's: a bundler moves this module.
    filename: join(process.cwd(), "lib/exports/picture-worker.mjs"),
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: 60_000,
    workerData: { fontFiles: [regular, bold], family: FONT_FAMILY },
  });
  // Without a listener, an error of a thread that draws nothing would end the whole process.
  pool.on("error", (error) => console.error("a thread for pictures failed:", error));
  return pool;
}

let threads: Piscina | null = null;

/**
 * Our own drawings only: an SVG from outside could name files.
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
  return svgToPng(chartToSvg(model, options), options);
}
