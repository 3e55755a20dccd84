// Weighted steps: what is completed, and what is planned.
import { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { RATIO_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import type { Light, Maybe, MilestoneStep, Reading, TargetTerms } from "@/lib/domain/targets/types";

type Steps = Pick<TargetTerms, "steps">;

/** The steps that count: those with a positive, finite weight. */
export function weightedSteps(terms: Steps): MilestoneStep[] {
  return terms.steps.filter((step) => step.weight > 0 && Number.isFinite(step.weight));
}

/** The steps completed by the as-of date of the reading. Unknown keys, later dates and repeated keys do not count. */
export function finishedSteps(terms: Steps, reading: Pick<Reading, "asOf" | "completedSteps">): MilestoneStep[] {
  const done = new Set(reading.completedSteps.filter((step) => step.doneOn <= reading.asOf).map((step) => step.key));
  return weightedSteps(terms).filter((step) => done.has(step.key));
}

/** The steps that are past their planned date on the as-of date of the reading, and not completed. */
export function overdueSteps(terms: Steps, reading: Pick<Reading, "asOf" | "completedSteps">): MilestoneStep[] {
  const finished = new Set(finishedSteps(terms, reading).map((step) => step.key));
  return weightedSteps(terms).filter((step) => step.plannedOn < reading.asOf && !finished.has(step.key));
}

/** The planned dates of the steps that the reading leaves open, in order; empty for other kinds. */
export function openSteps(
  terms: Pick<TargetTerms, "kind" | "steps">,
  reading: Pick<Reading, "asOf" | "completedSteps">,
): IsoDate[] {
  if (terms.kind !== "milestone") return [];
  const finished = new Set(finishedSteps(terms, reading).map((step) => step.key));
  const open = weightedSteps(terms).filter((step) => !finished.has(step.key));
  return open.map((step) => step.plannedOn).toSorted();
}

/** Weight of the completed steps as a share of all (0–1, 6 decimals). Unknown: `no-steps` without any weight. */
export function completedStepShare(terms: Steps, reading: Reading): Maybe<number> {
  return share(finishedSteps(terms, reading), weightedSteps(terms));
}

/** Weight of the steps planned by the end of `day` as a share of all (0–1, 6 decimals). Unknown: `no-steps`. */
export function plannedStepShare(terms: Steps, day: IsoDate): Maybe<number> {
  const steps = weightedSteps(terms);
  return share(
    steps.filter((step) => step.plannedOn <= day),
    steps,
  );
}

function share(part: readonly MilestoneStep[], all: readonly MilestoneStep[]): Maybe<number> {
  if (all.length === 0) return unknown("no-steps");
  // All steps give exactly 1, whatever the weights round to.
  return roundedNumber(part.length === all.length ? new Decimal(1) : weight(part).div(weight(all)), RATIO_DECIMALS);
}

function weight(steps: readonly MilestoneStep[]): Decimal {
  return steps.reduce((sum, step) => sum.plus(step.weight), new Decimal(0));
}

interface DueDay {
  readonly on: IsoDate;
  /** Null for the due date of the target itself. */
  readonly step: MilestoneStep | null;
}

/**
 * The due date and the planned dates of open steps from `from` to `to`, both included, in order. Empty for a target
 * that is achieved, a draft, closed or withdrawn.
 *
 * @param finished the keys of the completed steps.
 * @internal dueDaysSql() is the same rule in SQL; a test compares the two.
 */
export function dueDaysBetween(
  terms: Pick<TargetTerms, "state" | "dueOn" | "steps">,
  light: Light,
  finished: ReadonlySet<string>,
  [from, to]: readonly [IsoDate, IsoDate],
): DueDay[] {
  if (light === "achieved" || (terms.state !== "issued" && terms.state !== "received")) return [];
  const steps = terms.steps.filter((step) => !finished.has(step.key));
  const days: DueDay[] = [{ on: terms.dueOn, step: null }, ...steps.map((step) => ({ on: step.plannedOn, step }))];
  return days
    .filter(({ on }) => on >= from && on <= to)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
