// The states of a target as a transition table. The database has the same list in a check.
import { reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { goalOf } from "@/lib/domain/targets/goal";
import type { TargetState, TargetTerms, UnknownReason } from "@/lib/domain/targets/types";

/** 下达, 签收, 办结, 重新办理, 撤销. */
export const TARGET_STEPS = ["issue", "receive", "close", "reopen", "withdraw"] as const;
export type TargetStep = (typeof TARGET_STEPS)[number];

const TRANSITIONS: Readonly<Record<TargetState, Partial<Readonly<Record<TargetStep, TargetState>>>>> = {
  draft: { issue: "issued", withdraw: "withdrawn" },
  issued: { receive: "received", withdraw: "withdrawn" },
  received: { close: "closed", withdraw: "withdrawn" },
  closed: { reopen: "received" },
  withdrawn: {},
};

/**
 * The state after a step, or null when the state does not allow it. A draft is issued to its owner, who receives it once
 * its figure is set; from then on it accepts reports. It ends closed, with a verdict, or withdrawn. A closed target can
 * be reopened; a withdrawn one is final.
 */
export function nextTargetState(state: TargetState, step: TargetStep): TargetState | null {
  return TRANSITIONS[state][step] ?? null;
}

export type MissingForIssue = Extract<UnknownReason, "no-target-value" | "no-steps"> | "no-reporting-date";

/**
 * What is missing to issue a target: its figure, its steps, or, with a custom calendar, a reporting date inside its
 * period. Null when nothing is missing.
 */
export function missingForIssue(terms: TargetTerms): MissingForIssue | null {
  return missingTerm(terms) ?? (hasNoReportingDate(terms) ? "no-reporting-date" : null);
}

/** Whether the terms are a promise, from which a revision departs: issued, with the figure set. */
export function isPromised(terms: TargetTerms): boolean {
  return terms.state !== "draft" && missingTerm(terms) === null;
}

function hasNoReportingDate(terms: TargetTerms): boolean {
  return terms.calendar === "custom" && reportingPeriodsOf(terms).length === 0;
}

function missingTerm(terms: TargetTerms): MissingForIssue | null {
  const goal = goalOf(terms);
  return goal.type === "unset" && goal.reason !== "no-peers" ? goal.reason : null;
}
