// The states of an update. Their transitions are in workflow.ts.

export const UPDATE_STATES = [
  "draft",
  "submitted",
  "approved",
  "returned",
  "withdrawn",
  "superseded",
  "discarded",
] as const;
export type UpdateState = (typeof UPDATE_STATES)[number];
