// Draws one file at a time on a worker thread of threads.ts, which loads this source file with tsx.
import "server-only";
import { isMainThread } from "node:worker_threads";
import { collectionToDocx } from "@/lib/exports/chart-collection/docx";
import { collectionToPdf } from "@/lib/exports/chart-collection/pdf";
import { collectionToPptx } from "@/lib/exports/chart-collection/pptx";
import { collectionToZip } from "@/lib/exports/chart-collection/zip";
import { chartToPdf } from "@/lib/exports/pdf";
import { chartToBundledSvg } from "@/lib/exports/svg";
import { textToPaths } from "@/lib/exports/text-paths";
import type { Drawn } from "@/lib/exports/threads";
import { chartToXlsx } from "@/lib/exports/xlsx";

if (isMainThread) throw new Error("The drawing worker must run on a worker thread");

const DRAWINGS = {
  chartPdf: chartToPdf,
  chartXlsx: chartToXlsx,
  chartPaths: async (...chart: Parameters<typeof chartToBundledSvg>) => textToPaths(chartToBundledSvg(...chart)),
  collectionDocx: collectionToDocx,
  collectionPdf: collectionToPdf,
  collectionPptx: collectionToPptx,
  collectionZip: collectionToZip,
};

export type Drawings = typeof DRAWINGS;

export interface DrawingTask {
  readonly drawing: keyof Drawings;
  readonly inputs: readonly unknown[];
}

/** The bytes or the text of the file. */
export default async function draw({ drawing, inputs }: DrawingTask): Promise<Drawn<Uint8Array | string>> {
  try {
    const draws = DRAWINGS[drawing] as (...inputs: readonly unknown[]) => Promise<Uint8Array | string>;
    return { drawn: await draws(...inputs) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
