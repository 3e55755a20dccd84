// What a reading says: the metric's value, and how much of the way it has come.
import { Decimal } from "decimal.js";
import { rangeOf, senseOf } from "@/lib/domain/targets/comparison";
import { known, RATIO_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import { completedStepShare, finishedSteps } from "@/lib/domain/targets/milestones";
import { isCeiling, isKept, startValueOf } from "@/lib/domain/targets/start-value";
import type { Maybe, Reading, TargetTerms } from "@/lib/domain/targets/types";

/**
 * The metric's value in a reading: as reported; for a ratio numerator ÷ denominator × 100, in % (unrounded), or the
 * value given in their place; for a milestone the number of finished steps.
 *
 * Unknown: `no-report` when the reading lacks it; `zero-denominator`; `out-of-range` for a negative denominator or
 * a value that is no finite number.
 */
export function readingValue(terms: Pick<TargetTerms, "kind" | "steps">, reading: Reading): Maybe<Decimal> {
  if (terms.kind === "milestone") return known(new Decimal(finishedSteps(terms, reading).length));
  const { numerator, denominator } = reading;
  if (terms.kind === "ratio" && numerator !== null && denominator !== null) {
    if (denominator.isZero()) return unknown("zero-denominator");
    if (denominator.isNegative()) return unknown("out-of-range");
    return finite(numerator.div(denominator).times(100));
  }
  return reading.value === null ? unknown("no-report") : finite(reading.value);
}

function finite(value: Decimal): Maybe<Decimal> {
  return value.isFinite() ? known(value) : unknown("out-of-range");
}

/**
 * Share of the way done, 1 = done, rounded to 6 decimals: c = (v − s) / (T − s), with s from startValueOf(); the
 * same formula for targets that decrease. Never clamped: more than promised is above 1, a level that has fallen
 * below its baseline is negative.
 *
 * - a ceiling (a budget): v / T, the share of it used up;
 * - a state to be kept that shall be high: v / T; one that shall be low has no percentage;
 * - a cumulative `between`: of the way to its lower end;
 * - milestone: finished weight; yes-no: 1 or 0.
 *
 * Unknown: `not-a-percentage` for rank, other `between`s, and kept states without one; `target-equals-baseline` when
 * T = s (the target is then met or not met); `no-baseline`; `no-target-value`; `no-steps`; and as readingValue().
 */
export function completionRatio(terms: TargetTerms, reading: Reading): Maybe<number> {
  if (terms.kind === "milestone") return completedStepShare(terms, reading);
  if (terms.kind === "rank") return unknown("not-a-percentage");
  const value = readingValue(terms, reading);
  if (terms.kind === "yes-no") return value.known ? known(value.value.gte(1) ? 1 : 0) : value;
  if (terms.value === null) return unknown("no-target-value");
  if (!value.known) return value;
  if (terms.comparator === "between") return shareOfRange(terms, value.value);
  if (isKept(terms) || isCeiling(terms)) return shareOfTarget(terms, terms.value, value.value);
  const start = startValueOf(terms);
  if (!start.known) return start;
  const way = terms.value.minus(start.value);
  if (way.isZero()) return unknown("target-equals-baseline");
  return roundedNumber(value.value.minus(start.value).div(way), RATIO_DECIMALS);
}

function shareOfTarget(terms: TargetTerms, target: Decimal, value: Decimal): Maybe<number> {
  const start = startValueOf(terms);
  if (!start.known && senseOf(terms) === "decrease") return start;
  if (start.known && start.value.eq(target)) return unknown("target-equals-baseline");
  const hasShare = target.gt(0) && (senseOf(terms) === "increase" || isCeiling(terms));
  return hasShare ? roundedNumber(value.div(target), RATIO_DECIMALS) : unknown("not-a-percentage");
}

function shareOfRange(terms: TargetTerms, value: Decimal): Maybe<number> {
  const range = rangeOf(terms);
  if (range === null) return unknown("no-target-value");
  if (terms.kind !== "cumulative" || range.low.lte(0)) return unknown("not-a-percentage");
  return roundedNumber(value.div(range.low), RATIO_DECIMALS);
}
