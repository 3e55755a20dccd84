// Charts with one row per name on one axis: steps, departments, lights.

import type { ChartAxis, ChartCell, ChartFrame, ChartMark, SeriesRole } from "@/lib/charts/model/chart-model";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light, MetricKind } from "@/lib/domain/targets/types";

export type StepState = "done" | "done-late" | "overdue" | "planned";

export interface GanttRow {
  readonly key: string;
  /** The step's title, with an asterisk if the source does not print it. */
  readonly label: string;
  readonly title: string;
  readonly isAssumed: boolean;
  readonly weight: ChartCell;
  /** The step's planned range: from the previous step's planned day to its own. */
  readonly fromX: number;
  readonly plannedX: number;
  readonly plannedOn: IsoDate;
  readonly doneX: number | null;
  readonly doneOn: IsoDate | null;
  readonly state: StepState;
  /** Past its date, and the latest report is from before that date. */
  readonly isUnreported: boolean;
  /** Due date, actual date and days late, printed next to the bar. */
  readonly detail: string;
  readonly text: string;
}

/** Steps of a milestone target against their planned days. */
export interface GanttChartModel extends ChartFrame {
  readonly drawing: "gantt";
  readonly kind: "milestone";
  readonly x: ChartAxis;
  readonly rows: readonly GanttRow[];
  readonly marks: readonly ChartMark[];
}

export interface ComparisonRow {
  readonly key: string;
  readonly label: string;
  readonly light: Light;
  readonly lightLabel: string;
  /** Percent of the way completed and expected; null if a percentage would mislead: then `text` is the latest value. */
  readonly completionPercent: number | null;
  readonly expectedPercent: number | null;
  /** The share and, behind a point, the value next to the target: "72.1% · CNY 28.98 of 40.2 billion". */
  readonly text: string;
}

/** A department's targets on one 0–100 % axis: completion against what was expected. */
export interface ComparisonChartModel extends ChartFrame {
  readonly drawing: "comparison";
  readonly x: ChartAxis;
  readonly rows: readonly ComparisonRow[];
  /** Rows that do not fit the picture: in the table only. */
  readonly rest: readonly ComparisonRow[];
  /** The number of further targets that were not read. */
  readonly unread: number;
  /** The number of targets without a figure, which one sentence counts. */
  readonly withoutFigure: number;
  /** How a share is drawn; a bar by default. */
  readonly mark?: "dot";
}

export interface LightSegment {
  readonly light: Light;
  readonly label: string;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

export interface LightsRow {
  readonly key: string;
  readonly label: string;
  readonly total: number;
  readonly segments: readonly LightSegment[];
}

/** The number of targets with each light, by department. */
export interface LightsChartModel extends ChartFrame {
  readonly drawing: "lights";
  readonly x: ChartAxis;
  readonly rows: readonly LightsRow[];
}

/** What the bar of a value is compared with, as an upright line. */
export interface BulletMark {
  readonly key: string;
  readonly role: SeriesRole;
  readonly at: number;
  readonly label: string;
}

export interface BulletRow {
  readonly key: string;
  /** The day of the value. */
  readonly label: string;
  readonly text: string;
  readonly value: number | null;
  readonly marks: readonly BulletMark[];
  /** The band of a `between` promise. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** The latest value of one target on its own axis, from zero, against what was promised. */
export interface BulletChartModel extends ChartFrame {
  readonly drawing: "bullet";
  readonly kind: MetricKind;
  readonly x: ChartAxis;
  readonly rows: readonly BulletRow[];
}

/** One row per name on one axis. */
export type RowsChartModel = GanttChartModel | ComparisonChartModel | LightsChartModel | BulletChartModel;
