// The charts of a bulletin file, loaded one after another, with progress callbacks.
import type { TargetChartModel } from "@/lib/charts/model/chart-model";

export interface BulletinChart {
  readonly code: string;
  readonly model: TargetChartModel;
}

/** One after another, so that only a few are in memory. */
export type BulletinCharts = AsyncIterable<BulletinChart> | Iterable<BulletinChart>;
