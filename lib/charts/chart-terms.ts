// Readings and promises as values on the chart's axis. A value that cannot be known stays null.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { expectedValue } from "@/lib/domain/targets/expected";
import { isKept } from "@/lib/domain/targets/start-value";
import type { MetricKind, Reading, TargetTerms, UnknownReason } from "@/lib/domain/targets/types";

/** The reading's value on the axis (a ratio in %), or the named reason why there is none. */
export function readingMeasure(
  kind: MetricKind,
  reading: Reading,
  precision: number,
): { readonly value: Decimal } | { readonly value: null; readonly reason: UnknownReason } {
  if (kind === "ratio" && reading.numerator !== null && reading.denominator !== null) {
    if (reading.denominator.isZero()) return { value: null, reason: "zero-denominator" };
    return { value: reading.numerator.div(reading.denominator).times(100).toDecimalPlaces(precision) };
  }
  return reading.value === null ? { value: null, reason: "no-report" } : { value: reading.value };
}

/** A decimal as a drawing coordinate; null when it is missing or beyond what can be drawn. */
export function plotNumber(value: Decimal | null): number | null {
  if (value === null) return null;
  const number = value.toNumber();
  return Number.isFinite(number) ? number : null;
}

/**
 * What the plan expects of the metric itself at the end of `on`; null where no curve can be drawn: no target value,
 * no start value, or a promise to keep a state, whose curve is the target line itself.
 */
export function plannedValue(terms: TargetTerms, on: IsoDate, precision: number): Decimal | null {
  if (isKept(terms)) return null;
  const value = expectedValue(terms, on);
  return value.known ? value.value.toDecimalPlaces(Math.max(precision, 2)) : null;
}

/** Whether a curve is worth drawing: a plan that asks for the whole from the first day is the target line. */
export function hasPlannedCurve(terms: TargetTerms): boolean {
  if (terms.kind === "rank" || terms.kind === "yes-no" || terms.kind === "milestone" || isKept(terms)) return false;
  return terms.plan.shape !== "flat" && terms.dueOn > terms.startOn;
}
