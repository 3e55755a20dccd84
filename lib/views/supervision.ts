import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { SlipRule } from "@/lib/domain/instructions/propose-slip";
import type { InstructionView } from "@/lib/views/instruction";
import type { RequestView } from "@/lib/views/request";
import type { DraftTarget, NotReceived, TargetRow } from "@/lib/views/target";

export interface SlipProposal {
  readonly row: TargetRow;
  readonly rule: SlipRule;
  /** Days past the cut-off of the missing report; 0 if the light is the reason. */
  readonly daysLate: number;
  readonly periodEnd: IsoDate;
  readonly replyDueOn: IsoDate;
}

export const SUPERVISION_LISTS = ["proposals", "requests", "drafts", "unsigned", "instructions"] as const;

export type SupervisionList = (typeof SUPERVISION_LISTS)[number];

/** The first entries of each list, or a page of one of them. */
export interface Supervision {
  readonly requests: readonly RequestView[];
  /** Drafts with what they lack to be issued, and those issued without their figure. */
  readonly drafts: readonly DraftTarget[];
  /** Issued and not signed for yet; the overdue ones first. */
  readonly unsigned: readonly NotReceived[];
  readonly proposals: readonly SlipProposal[];
  readonly instructions: readonly InstructionView[];
  /** The usual reply date of a slip that is sent on this day. */
  readonly replyDueOn: IsoDate;
  /** How many there are in all. */
  readonly totals: Readonly<Record<SupervisionList, number>>;
}
