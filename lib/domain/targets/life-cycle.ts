// The life of a target as a table. The database holds the same list in a check.
import { reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { goalOf } from "@/lib/domain/targets/goal";
import type { TargetState, TargetTerms, UnknownReason } from "@/lib/domain/targets/types";

/** 下达, 签收, 办结, 重新办理, 撤销. Closing follows an approved closing report of the owner. */
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
 * The state a target reaches by a step, or null where the step is not open to it.
 * A draft is issued to its owner, who signs for it once its figure is set; only then it takes reports. It ends closed, with a verdict, or
 * withdrawn. A closed target may be reopened; a withdrawn one stays as it is.
 */
export function nextTargetState(state: TargetState, step: TargetStep): TargetState | null {
  return TRANSITIONS[state][step] ?? null;
}

export type MissingForIssue = Extract<UnknownReason, "no-target-value" | "no-steps"> | "no-reporting-date";

/**
 * What a target lacks to be issued: its figure, its steps, or a date inside its period where its calendar is one of the
 * office's own. Null when nothing is missing.
 */
export function missingForIssue(terms: TargetTerms): MissingForIssue | null {
  return missingTerm(terms) ?? (hasNoReportingDate(terms) ? "no-reporting-date" : null);
}

/** Whether the terms can be departed from: issued, with the figure set. */
export function isPromised(terms: TargetTerms): boolean {
  return terms.state !== "draft" && missingTerm(terms) === null;
}

function hasNoReportingDate(terms: TargetTerms): boolean {
  return terms.calendar === "custom" && reportingPeriodsOf(terms).length === 0;
}

function missingTerm(terms: TargetTerms): MissingForIssue | null {
  const goal = goalOf(terms);
  return goal.type === "unset" ? goal.reason : null;
}
