// What every bulletin file with pictures is handed: its charts, asked for one after another, and who hears how far it is.
import type { TargetChartModel } from "@/lib/charts/model/chart-model";

export interface BulletinChart {
  readonly code: string;
  readonly model: TargetChartModel;
}

/** One after another, so that never more than a few stand in memory. */
export type BulletinCharts = AsyncIterable<BulletinChart>;
