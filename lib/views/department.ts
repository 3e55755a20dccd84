import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Light } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import type { InstructionView } from "@/lib/views/instruction";
import type { RequestView } from "@/lib/views/request";
import type { DepartmentName, DueDay, Excerpt, NotReceived, TargetRow } from "@/lib/views/target";

/** The official codes of a department; null for none. */
export interface DepartmentCodes {
  /** Administrative division code, GB/T 2260. */
  readonly divisionCode: string | null;
  /** Unified social credit code, GB 32100. */
  readonly creditCode: string | null;
}

export interface DepartmentRecord extends DepartmentCodes {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly closedOn: IsoDate | null;
  readonly mergedInto: string | null;
  /** Targets of theirs that are neither closed nor withdrawn. */
  readonly openTargets: number;
}

export type LightCounts = Readonly<Record<Light, number>>;

export interface DepartmentSummary extends DepartmentName, DepartmentCodes, Summary {
  readonly id: string;
  readonly parentSlug: string | null;
}

export interface DepartmentDetail extends DepartmentSummary {
  readonly parent: DepartmentName | null;
  readonly children: readonly DepartmentName[];
  /** What its head printed, and where. */
  readonly statements: readonly {
    readonly sourceId: string;
    readonly key: string;
    readonly title: Bilingual | null;
    readonly author: string | null;
    readonly office: Bilingual;
  }[];
  /** The most urgent first; `total` says how many there are. */
  readonly targets: readonly TargetRow[];
  /** Its parts of split targets, which are listed under their wholes and not counted. */
  readonly parts: number;
}

/** A number of a department next to the same number of all departments. */
export interface Compared {
  /** Null where the department has none. */
  readonly own: number | null;
  /** Of the departments that have one; null without any. */
  readonly median: number | null;
  /** The number of these departments. */
  readonly departments: number;
}

/** A report, a step or a whole target that a department owes, with the last day on which it is on time. */
export interface Owed extends DueDay {
  readonly row: TargetRow;
  readonly what: "report" | "step" | "target";
}

/** The reports of a month by the day they were due. A returned report that nothing replaced is missing. */
export interface MonthlyReports {
  /** Such as `2023-08`. */
  readonly month: string;
  /** Null where no report was due. */
  readonly counts: {
    readonly due: number;
    readonly "on-time": number;
    readonly late: number;
    readonly missing: number;
  } | null;
}

export interface Punctuality {
  /** The share (0–1) of the reports due in the last 12 months that were on time. */
  readonly onTime: Compared;
  /** The same months, from the first in which any department had a report due. */
  readonly months: readonly MonthlyReports[];
}

export interface Scorecard {
  /** Null for visitors. */
  readonly punctuality: Punctuality | null;
  /** The median completion (0–1) of the targets of a department. */
  readonly completion: Compared;
  /** The soonest first; overdue reports are the first. */
  readonly owes: Excerpt<Owed>;
}

/** Counts of lights and freshnesses added up. */
export interface Summary {
  readonly counts: LightCounts;
  readonly total: number;
  /** Reports past their cut-off, whatever the light. */
  readonly late: number;
  /** Green by a report that is too old to count as green. */
  readonly lateGreens: number;
}

export const PENDING_LISTS = ["toReceive", "instructions", "requests"] as const;

export type PendingList = (typeof PENDING_LISTS)[number];

/** The first entries of each list, or a page of one of them. */
export interface PendingTasks {
  /** Issued, receipt not confirmed. */
  readonly toReceive: readonly NotReceived[];
  readonly instructions: readonly InstructionView[];
  /** Undecided requests. */
  readonly requests: readonly RequestView[];
  /** The total. */
  readonly totals: Readonly<Record<PendingList, number>>;
}
