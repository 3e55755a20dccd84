// The states of an update as a transition table. A database trigger enforces the same table.
import type { UpdateState } from "@/lib/domain/updates/types";

export const UPDATE_STEPS = ["save", "submit", "discard", "approve", "return", "supersede"] as const;
export type UpdateStep = (typeof UPDATE_STEPS)[number];

const TRANSITIONS: Readonly<Record<UpdateState, Partial<Readonly<Record<UpdateStep, UpdateState>>>>> = {
  draft: { save: "draft", submit: "submitted", discard: "discarded" },
  submitted: { approve: "approved", return: "returned" },
  approved: { supersede: "superseded" },
  returned: {},
  superseded: {},
  discarded: {},
};

/**
 * The state after a step, or null when the state does not allow it. A draft is saved, submitted or discarded; a submitted
 * update is approved or returned; an approved one is superseded when its correction is approved. Returned, superseded and
 * discarded updates are final: a returned report is replaced by a new update.
 */
export function nextUpdateState(state: UpdateState, step: UpdateStep): UpdateState | null {
  return TRANSITIONS[state][step] ?? null;
}
