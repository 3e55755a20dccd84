// Readings and promises as values on the chart's axis. An unknown value is null.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { readingValue } from "@/lib/domain/targets/completion";
import { expectedValue, isExpectedAtOnce } from "@/lib/domain/targets/expected";
import { goalOf } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import { known } from "@/lib/domain/targets/maybe";
import type { Maybe, MetricKind, Reading, TargetTerms } from "@/lib/domain/targets/types";

/** The reading's value on the axis (a ratio in %, rounded to the metric's decimals), or why there is none. */
export function readingMeasure(kind: MetricKind, reading: Reading, precision: number): Maybe<Decimal> {
  const measure = readingValue({ kind, steps: [] }, reading);
  const isWorkedOut = kind === "ratio" && reading.numerator !== null && reading.denominator !== null;
  return measure.known && isWorkedOut ? known(measure.value.toDecimalPlaces(precision)) : measure;
}

/** A decimal as a drawing coordinate; null if it is missing or too large to draw. */
export function plotNumber(value: Decimal | null): number | null {
  if (value === null) return null;
  const number = value.toNumber();
  return Number.isFinite(number) ? number : null;
}

/**
 * The metric's expected value at the end of `on`; null without a curve: no target value, no start value, or a state
 * that must hold from the first day, whose curve is the target line itself.
 */
export function plannedValue(terms: TargetTerms, on: IsoDate): Decimal | null {
  const goal = goalOf(terms);
  if (isExpectedAtOnce(goal)) return null;
  const value = expectedValue(terms, on, goal);
  return value.known ? value.value : null;
}

/** Whether to draw a curve: a plan that expects everything from the first day equals the target line. */
export function hasPlannedCurve(terms: TargetTerms): boolean {
  const goal = goalOf(terms);
  if (goal.type === "unset" || isExpectedAtOnce(goal)) return false;
  const { course } = GOAL_RULES[goal.type];
  if (course !== "plan" && course !== "values") return false;
  return terms.plan.shape !== "flat" && terms.dueOn > terms.startOn;
}
