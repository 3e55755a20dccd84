// The picture of a target in the row of a list.
import type { Light } from "@/lib/domain/targets/types";

/** A row's picture without text. All positions are 0–1 of the picture's width and height (0 = left, bottom). */
export type MiniChartModel = MiniBullet | MiniSparkline | MiniBlank;

/** The completed share as a bar, the expected share as a tick, the promise as the end mark. */
export interface MiniBullet {
  readonly drawing: "bullet";
  readonly description: string;
  readonly light: Light;
  /** Null if no share is known: the track is empty. */
  readonly doneX: number | null;
  readonly expectedX: number | null;
  readonly promiseX: number;
}

/** The values so far against the promise, where a share would mislead (a rank). */
export interface MiniSparkline {
  readonly drawing: "sparkline";
  readonly description: string;
  readonly light: Light;
  readonly path: readonly { readonly x: number; readonly y: number | null }[];
  readonly promiseY: number | null;
}

interface MiniBlank {
  readonly drawing: "blank";
  readonly description: string;
  readonly light: Light;
}
