import type { TargetChartModel } from "@/lib/charts/model/chart-model";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { PlannedLine } from "@/lib/imports/plan";

export interface SandboxTarget {
  readonly code: string;
  readonly title: string;
  readonly metric: string;
  /** The promise with its unit, in words. */
  readonly promise: string;
  readonly owner: string;
  readonly dueOn: IsoDate;
  /** Null beyond the first few, and where nothing can be drawn. */
  readonly chart: TargetChartModel | null;
}

/** What a task table would become; nothing of it is stored. */
export interface SandboxReading {
  readonly lines: readonly PlannedLine[];
  readonly targets: readonly SandboxTarget[];
}
