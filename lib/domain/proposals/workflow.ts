// The states of a proposal: what was found in a document, until it is a target, part of another proposal, or dismissed.

export const PROPOSAL_STATES = ["open", "accepted", "dismissed", "merged"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** `read`: found by the recogniser; `selected`: a passage that a person selected. */
export const PROPOSAL_ORIGINS = ["read", "selected"] as const;
export type ProposalOrigin = (typeof PROPOSAL_ORIGINS)[number];

/** As what one proposal was merged into another. */
export const MERGED_AS = ["baseline", "past-value", "growth", "stretch", "step", "note"] as const;
export type MergedAs = (typeof MERGED_AS)[number];

export const PROPOSAL_STEPS = ["accept", "dismiss", "reopen", "merge"] as const;
export type ProposalStep = (typeof PROPOSAL_STEPS)[number];

const NEXT: Readonly<Record<ProposalState, Partial<Record<ProposalStep, ProposalState>>>> = {
  open: { accept: "accepted", dismiss: "dismissed", merge: "merged" },
  accepted: { dismiss: "dismissed", reopen: "open", merge: "merged" },
  dismissed: { reopen: "open" },
  merged: { reopen: "open" },
};

/** The state after a step; null if the step is not possible, as for a proposal that is a target already. */
export function nextProposalState(
  { state, isDrafted }: { readonly state: ProposalState; readonly isDrafted: boolean },
  step: ProposalStep,
): ProposalState | null {
  return isDrafted ? null : (NEXT[state][step] ?? null);
}

export function isMergedAs(word: string): word is MergedAs {
  return MERGED_AS.some((one) => one === word);
}
