// Requests of an owner department to the supervision office, and their decision.
export const REQUEST_KINDS = ["extension", "revision", "closing"] as const;
/** 延期, 调整, 办结. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ["pending", "approved", "refused", "cancelled"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_STEPS = ["approve", "refuse", "cancel"] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

const OUTCOMES: Readonly<Record<RequestStep, RequestState>> = {
  approve: "approved",
  refuse: "refused",
  cancel: "cancelled",
};

/** The state after a step; null once the request is decided or cancelled, which is final. */
export function nextRequestState(state: RequestState, step: RequestStep): RequestState | null {
  return state === "pending" ? OUTCOMES[step] : null;
}
