// The steps of a first installation. Their state is derived from the data, so they can be taken in any order, by
// several people, and continued at any time.
import type { Actor } from "@/lib/domain/permissions/actor";
import { type Action, can } from "@/lib/domain/permissions/can";

export const START_STEPS = ["government", "departments", "people", "targets", "calendar", "issue"] as const;
export type StartStep = (typeof START_STEPS)[number];

/** What there is already. */
export interface StartFacts {
  /** Open departments. */
  readonly departments: number;
  /** Those of them without a parent. */
  readonly tops: number;
  /** People in the office who write and issue targets, and are invited or can sign in. */
  readonly supervisors: number;
  /** Departments with such a reporter and such a reviewer. */
  readonly staffed: number;
  readonly targets: number;
  /** Of these, those that are or were in force. */
  readonly issued: number;
  /** The public holidays of this year are known. */
  readonly knowsHolidays: boolean;
}

/** Who takes a step. */
const STEP_ACTIONS = {
  government: "administration",
  departments: "administration",
  people: "administration",
  targets: "target.create",
  calendar: "administration",
  issue: "target.create",
} as const satisfies Readonly<Record<StartStep, Action>>;

/** Departments that can own targets: one alone at the top is the government itself. */
export function countOwners({ departments, tops }: Pick<StartFacts, "departments" | "tops">): number {
  return tops === 1 ? departments - 1 : departments;
}

export function isStepDone(step: StartStep, facts: StartFacts): boolean {
  switch (step) {
    case "government":
      return facts.departments > 0;
    case "departments":
      return countOwners(facts) > 0;
    case "people":
      return facts.supervisors > 0 && facts.staffed > 0;
    case "targets":
      return facts.targets > 0;
    case "calendar":
      return facts.targets > 0 && facts.knowsHolidays;
    case "issue":
      return facts.issued > 0;
  }
}

/** The first step that is not done; null when all are. */
export function nextStep(facts: StartFacts): StartStep | null {
  return START_STEPS.find((step) => !isStepDone(step, facts)) ?? null;
}

export function canTakeStep(actor: Actor, step: StartStep): boolean {
  return can(actor, STEP_ACTIONS[step], null);
}

/** Whether the supervision office takes it, not the administration. */
export function isSupervisorStep(step: StartStep): boolean {
  return STEP_ACTIONS[step] === "target.create";
}

/** People who take at least one of the steps. */
export function canStart(actor: Actor): boolean {
  return START_STEPS.some((step) => canTakeStep(actor, step));
}
