import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { BulkObstacle, BulkStep } from "@/lib/domain/targets/bulk";
import type { Verdict, Visibility } from "@/lib/domain/targets/types";
import type { LabelName } from "@/lib/views/label";
import type { DepartmentName, TargetRow } from "@/lib/views/target";

/** What carrying over a target would write: its code, and whether the final value is known. */
interface BulkCarryOver {
  readonly newCode: string;
  readonly finalValueKnown: boolean;
}

export interface BulkEntry {
  readonly row: TargetRow;
  /** Detects a change between preview and confirmation. */
  readonly version: number;
  readonly visibility: Visibility;
  readonly receiveDueOn: IsoDate | null;
  /** Null when the step is possible. */
  readonly obstacle: BulkObstacle | null;
  /** Selected when the page opens. */
  readonly isProposed: boolean;
  /** The owner has requested the closing; closing the target approves the request. */
  readonly hasClosingRequest: boolean;
  readonly verdict: Verdict | null;
  readonly carryOver: BulkCarryOver | null;
}

export interface BulkPreview {
  readonly step: BulkStep;
  /** By owner, then code. */
  readonly entries: readonly BulkEntry[];
  /** All targets of the selection, of which the first ones are shown. */
  readonly total: number;
  /** The open departments, where the step can change the owner. */
  readonly owners: readonly DepartmentName[];
  /** The offered labels, where the step adds or removes one. */
  readonly labels: readonly LabelName[];
  /** The usual reply date of a slip, where the step sends slips. */
  readonly replyDueOn: IsoDate | null;
}
