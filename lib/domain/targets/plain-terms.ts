// The plainest terms and readings, for examples and tests: each changes only what it is about.
import { Decimal } from "decimal.js";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { Plan, Reading, TargetTerms } from "@/lib/domain/targets/types";

/** A cumulative "at least 100" of the year 2023, reported monthly, with a linear plan; in force. */
export function plainTerms(changes: Partial<TargetTerms> = {}): TargetTerms {
  return {
    kind: "cumulative",
    direction: "increase",
    comparator: "at-least",
    orBetter: false,
    tolerance: null,
    value: new Decimal(100),
    upperValue: null,
    stretchValue: null,
    baseline: null,
    judging: "latest",
    startOn: isoDate("2023-01-01"),
    dueOn: isoDate("2023-12-31"),
    plan: plainPlan(),
    steps: [],
    state: "received",
    verdict: null,
    issuedOn: null,
    calendar: "monthly",
    reportingDates: [],
    cutOffWorkingDays: 5,
    publicationLagMonths: 0,
    ...changes,
  };
}

export function plainPlan(changes: Partial<Plan> = {}): Plan {
  return { shape: "linear", points: [], values: [], mergeJanuaryFebruary: false, ...changes };
}

/** A reading of `value` as of `asOf`. */
export function plainReading(asOf: string, value: number | string | null, changes: Partial<Reading> = {}): Reading {
  return {
    asOf: isoDate(asOf),
    value: value === null ? null : new Decimal(value),
    numerator: null,
    denominator: null,
    completedSteps: [],
    ...changes,
  };
}
