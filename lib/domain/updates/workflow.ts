// The life of an update as a table. The database refuses the same steps in a trigger.
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
 * The state an update reaches by a step, or null where the step is not open to it.
 * A draft is saved, submitted or discarded; a submitted update is approved or returned; an approved one is superseded
 * when its correction is approved. Returned, superseded and discarded updates are final: a returned report is written
 * anew, as an update of its own.
 */
export function nextUpdateState(state: UpdateState, step: UpdateStep): UpdateState | null {
  return TRANSITIONS[state][step] ?? null;
}
