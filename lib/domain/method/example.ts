// A worked example of the rules: a promise, its reports, and the light and gap they give.
import { Decimal } from "decimal.js";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { RuleSet } from "@/lib/domain/targets/assessment";
import { plainPlan, plainReading, plainTerms } from "@/lib/domain/targets/plain-terms";
import type { Freshness, Light, MilestoneStep, Plan, Reading, TargetTerms } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { plainUnit } from "@/lib/domain/units/printed-unit";

export interface MethodExample {
  readonly terms: TargetTerms;
  readonly metric: PrintedUnit & { readonly precision: number };
  /** Approved, oldest first. */
  readonly readings: readonly Reading[];
  /** The day it is looked at; the day of the latest report unless given. */
  readonly on?: string;
  /** The rule set in force; the default unless given. */
  readonly rules?: RuleSet;
  /** The expected light. */
  readonly light: Light;
  /** The expected gap in the metric's unit; null where there is none. */
  readonly gap: string | null;
  /** Whether the report is late; only where the example is about it. */
  readonly freshness?: Freshness;
}

export const inUnit = (unit: string, precision = 0) => ({ ...plainUnit(unit), precision });
export const COUNT = inUnit("个");
export const PERCENT = inUnit("%", 1);

type Changes = Partial<TargetTerms>;

export const total = (value: number, changes: Changes = {}) => plainTerms({ value: new Decimal(value), ...changes });
export const level = (value: number | string, changes: Changes = {}) =>
  plainTerms({ kind: "level", value: new Decimal(value), ...changes });
export const ratio = (value: number, changes: Changes = {}) =>
  plainTerms({ kind: "ratio", value: new Decimal(value), ...changes });
export const growth = (value: number, changes: Changes = {}) =>
  plainTerms({ kind: "growth", value: new Decimal(value), ...changes });
export const rank = (value: number | null, changes: Changes = {}) =>
  plainTerms({
    kind: "rank",
    comparator: "within-rank",
    direction: "decrease",
    value: value === null ? null : new Decimal(value),
    ...changes,
  });
export const yesNo = (changes: Changes = {}) =>
  plainTerms({ kind: "yes-no", comparator: "equal", value: null, ...changes });
export const milestone = (...steps: readonly MilestoneStep[]) =>
  plainTerms({
    kind: "milestone",
    comparator: "equal",
    value: null,
    plan: plainPlan({ shape: "milestones" }),
    steps,
  });

export function step(title: string, titleEn: string, plannedOn: string, weight: number): MilestoneStep {
  return { key: titleEn, title, titleEn, weight, plannedOn: isoDate(plannedOn) };
}

export const AT_MOST = { comparator: "at-most", direction: "decrease" } as const;

export function baseline(value: number, year: number): TargetTerms["baseline"] {
  return { value: new Decimal(value), year, origin: "printed" };
}

export function years(from: number, to: number) {
  return { startOn: isoDate(`${from}-01-01`), dueOn: isoDate(`${to}-12-31`) };
}

export function plannedValues(...list: readonly (readonly [on: string, value: number])[]): Plan {
  return plainPlan({
    shape: "values",
    values: list.map(([on, value]) => ({ on: isoDate(on), value: new Decimal(value) })),
  });
}

export const at = (asOf: string, value: number) => plainReading(asOf, value);

/** A place among its peers. */
export const placed = (asOf: string, place: number, peers: number) => plainReading(asOf, place, { peers });

/** A share reported as part and whole. */
export function share(asOf: string, numerator: number, denominator: number): Reading {
  return plainReading(asOf, null, { numerator: new Decimal(numerator), denominator: new Decimal(denominator) });
}

export function completed(asOf: string, ...keys: readonly string[]): Reading {
  return plainReading(asOf, null, { completedSteps: keys.map((key) => ({ key, doneOn: isoDate(asOf) })) });
}
