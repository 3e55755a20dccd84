// Draws files off the thread that serves pages.
import "server-only";
import { onThreads } from "@/lib/exports/threads";
import type { Drawings, DrawingTask } from "./drawing-worker";

/** The largest file, a collection of 12 charts, takes seconds; on a slow machine with many requests, more. */
const LONGEST_MS = 180_000;

const run = onThreads<DrawingTask, Uint8Array<ArrayBuffer> | string>({
  file: "lib/server/charts/drawing-worker.ts",
  longestMs: LONGEST_MS,
  execArgv: ["--conditions=react-server", "--import", "tsx"],
});

/**
 * The file of a drawing, whose inputs must be plain data.
 * @throws DrawingBusyError
 * @throws DrawingError
 */
export async function drawOffThread<Name extends keyof Drawings>(
  drawing: Name,
  ...inputs: Parameters<Drawings[Name]>
): Promise<Uint8Array<ArrayBuffer> | string> {
  return run({ drawing, inputs });
}
