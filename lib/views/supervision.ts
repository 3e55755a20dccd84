import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { SlipRule } from "@/lib/domain/instructions/propose-slip";
import type { DueReportCounts, DueReportState } from "@/lib/domain/updates/due-reports";
import type { TypingLoad } from "@/lib/domain/updates/typing-time";
import type { Bilingual } from "@/lib/i18n/languages";
import type { InstructionView } from "@/lib/views/instruction";
import type { RequestView } from "@/lib/views/request";
import type { DepartmentName, DraftTarget, NotReceived, TargetRow } from "@/lib/views/target";

export interface SlipProposal {
  readonly row: TargetRow;
  readonly rule: SlipRule;
  /** Days past the cut-off of the missing report; 0 if the light is the reason. */
  readonly daysLate: number;
  readonly periodEnd: IsoDate;
  readonly replyDueOn: IsoDate;
}

/** A target whose report is late, or for which a rule proposes a slip. */
export interface LateEntry {
  readonly row: TargetRow;
  /** The last day on which the report was on time; null if it is not late. */
  readonly dueOn: IsoDate | null;
  readonly daysLate: number;
  /** The last day of the period of the late report, otherwise of the report that gave the light. */
  readonly periodEnd: IsoDate;
  /** The slip to send; null when it was sent or no rule applies. */
  readonly proposal: Pick<SlipProposal, "rule" | "periodEnd" | "daysLate"> | null;
  /** The last slip for the period. */
  readonly sentOn: IsoDate | null;
  /** A report for the period that waits for its review. */
  readonly submittedOn: IsoDate | null;
}

/** One report that fell due. */
export interface DueReportRow {
  readonly code: string;
  readonly title: Bilingual;
  readonly owner: DepartmentName;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  readonly dueOn: IsoDate;
  /** Null while it is open. */
  readonly state: DueReportState | null;
  readonly submittedOn: IsoDate | null;
}

export interface MatrixRow extends DepartmentName {
  /** By month, such as `2023-08`; without the months in which no report was due. */
  readonly cells: Readonly<Record<string, DueReportCounts>>;
  readonly total: DueReportCounts;
}

/** The reports that fell due, by department and month of the due date. */
export interface ReportMatrix {
  readonly months: readonly string[];
  readonly departments: readonly MatrixRow[];
}

/** What is due on a day. */
export interface DueCounts {
  readonly reports: number;
  /** Those of them that were not submitted. */
  readonly unreported: number;
  readonly replies: number;
  readonly receipts: number;
  readonly steps: number;
  readonly targets: number;
}

/** The days of the month of `today` on which something is due, in order. */
export interface DueCalendar {
  readonly today: IsoDate;
  readonly days: readonly (DueCounts & { readonly on: IsoDate })[];
}

export const SUPERVISION_LISTS = ["late", "requests", "drafts", "unsigned", "instructions"] as const;

export type SupervisionList = (typeof SUPERVISION_LISTS)[number];

/** The first entries of each list, or a page of one of them. */
export interface Supervision {
  readonly requests: readonly RequestView[];
  /** Drafts with what they lack to be issued, and those issued without their figure. */
  readonly drafts: readonly DraftTarget[];
  /** Issued and not signed for yet; the overdue ones first. */
  readonly unsigned: readonly NotReceived[];
  readonly late: readonly LateEntry[];
  /** Null where only another list is shown. */
  readonly matrix: ReportMatrix | null;
  readonly calendar: DueCalendar | null;
  /** Of the reports due in the month; null where only another list is shown. */
  readonly typing: TypingLoad | null;
  readonly instructions: readonly InstructionView[];
  /** The usual reply date of a slip that is sent on this day. */
  readonly replyDueOn: IsoDate;
  /** How many there are in all. */
  readonly totals: Readonly<Record<SupervisionList, number>>;
  /** Of the list `late`: late reports, and slips to send. */
  readonly lateTotals: { readonly late: number; readonly slips: number };
}
