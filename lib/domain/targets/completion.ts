// The value of a reading, and the share of the way it completes.
import { Decimal } from "decimal.js";
import { goalOf } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import type { Goal } from "@/lib/domain/targets/goal-types";
import { known, RATIO_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import { completedStepShare, finishedSteps } from "@/lib/domain/targets/milestones";
import type { Maybe, Reading, TargetTerms } from "@/lib/domain/targets/types";

/**
 * The metric's value in a reading: as reported; for a ratio numerator ÷ denominator × 100, in % (unrounded), or the
 * value given in their place; for a milestone the number of finished steps.
 *
 * Unknown: `no-report` when the reading lacks it; `zero-denominator`; `out-of-range` for a negative denominator or
 * a value that is not a finite number.
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
 * Share of the way done, 1 = done, rounded to 6 decimals, by the goal's formula:
 *
 * - `way`: (v − s) ÷ (T − s), from the goal's start s to its figure T, upwards or downwards;
 * - `share`: v ÷ T, the part of the standard reached or of the budget used; for a range T is its lower end;
 * - `steps`: weight of the completed steps; `answer`: 1 for yes, else 0.
 *
 * It is not clamped: more than promised is above 1, a level that has fallen below its baseline is negative.
 *
 * Unknown: `not-a-percentage` where the goal has no formula, or T ≤ 0 in `share`; `target-equals-baseline` when T = s;
 * `no-baseline` for a state that must stay below without one; the reason of an unset goal; and as `value`.
 *
 * @param value the value that is judged, if it is not that of the reading.
 */
export function completionRatio(
  terms: TargetTerms,
  reading: Reading,
  goal: Goal = goalOf(terms),
  value: Maybe<Decimal> = readingValue(terms, reading),
): Maybe<number> {
  if (goal.type === "unset") return unknown(goal.reason);
  if (goal.type === "complete-steps") return completedStepShare(terms, reading);
  if (goal.type === "reach-rank") return unknown("not-a-percentage");
  if (!value.known) return value;
  const { target, start } = goal;
  switch (GOAL_RULES[goal.type].completion) {
    case "way":
      return ratio(value.value.minus(start ?? 0), target.minus(start ?? 0));
    case "share":
      if (goal.type !== "total-within" && start?.eq(target)) return unknown("target-equals-baseline");
      return target.gt(0) ? ratio(value.value, target) : unknown("not-a-percentage");
    case "answer":
      return known(value.value.gte(1) ? 1 : 0);
    case "none":
      if (goal.type !== "stay-below") return unknown("not-a-percentage");
      if (start === null) return unknown("no-baseline");
      return unknown(start.eq(target) ? "target-equals-baseline" : "not-a-percentage");
  }
}

function ratio(part: Decimal, whole: Decimal): Maybe<number> {
  return roundedNumber(part.div(whole), RATIO_DECIMALS);
}
