// Words of reporting. The transitions between the states are in workflow.ts.

export const UPDATE_STATES = ["draft", "submitted", "approved", "returned", "superseded", "discarded"] as const;
export type UpdateState = (typeof UPDATE_STATES)[number];
