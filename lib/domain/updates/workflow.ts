// The states of an update as a transition table. A database trigger enforces the same table.
import type { UpdateState } from "@/lib/domain/updates/types";

export const UPDATE_STEPS = [
  "save",
  "submit",
  "discard",
  "withdraw",
  "approve",
  "return",
  "supersede",
  "undo",
  "restore",
] as const;
export type UpdateStep = (typeof UPDATE_STEPS)[number];

const TRANSITIONS: Readonly<Record<UpdateState, Partial<Readonly<Record<UpdateStep, UpdateState>>>>> = {
  draft: { save: "draft", submit: "submitted", discard: "discarded" },
  submitted: { withdraw: "withdrawn", approve: "approved", return: "returned" },
  approved: { supersede: "superseded", undo: "submitted" },
  returned: { undo: "submitted" },
  withdrawn: {},
  superseded: { restore: "approved" },
  discarded: {},
};

/**
 * The state after a step, or null when the state does not allow it. A draft is saved, submitted or discarded; a submitted
 * update is approved, returned or withdrawn by its author; an approved one is superseded when its correction is approved.
 * A reviewer undoes a decision for a few seconds; undoing the approval of a correction restores what it superseded. A
 * returned or withdrawn report is replaced by a new update.
 */
export function nextUpdateState(state: UpdateState, step: UpdateStep): UpdateState | null {
  return TRANSITIONS[state][step] ?? null;
}

/** How long the undo of a decision is offered. */
export const UNDO_SECONDS = 10;
/** For a click in the last second on a slow connection. */
const GRACE_SECONDS = 5;

/** Whether a decision may still be undone. In the demo the decision may lie ahead: the visitor has moved the clock back. */
export function isUndoable(decidedAt: Date, now: Date): boolean {
  return now.getTime() - decidedAt.getTime() <= (UNDO_SECONDS + GRACE_SECONDS) * 1000;
}
