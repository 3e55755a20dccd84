// How far a value is from what is expected: in completion points, in the metric's unit and in per cent of the target.
import { Decimal } from "decimal.js";
import type { KindBounds, RuleSet } from "@/lib/domain/targets/assessment";
import { expectedShare, expectedValue } from "@/lib/domain/targets/expected";
import { climbsUp } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import type { SetGoal } from "@/lib/domain/targets/goal-types";
import { known, POINT_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import { finishedSteps, overdueSteps, weightedSteps } from "@/lib/domain/targets/milestones";
import { boundsFor } from "@/lib/domain/targets/rule-sets";
import type { Maybe, Reading, TargetTerms } from "@/lib/domain/targets/types";

const VALUE_DECIMALS = 6;
const ZERO = new Decimal(0);

export interface Measurement {
  readonly terms: TargetTerms;
  readonly goal: SetGoal;
  readonly reading: Reading;
  /** The value that is judged. */
  readonly value: Decimal;
  readonly completion: Maybe<number>;
  readonly expected: Maybe<number>;
}

/**
 * The gap in completion points, 4 decimals: (completion − expected) × 100. Under a limit it is the headroom,
 * (expected − completion) × 100; a total that must end within a range has 0 on the range's course, and otherwise how
 * far it is below or above it; a climb beyond its upper limit has how far it went too far.
 *
 * Unknown: as completion and expected.
 */
export function gapPoints(measurement: Measurement): Maybe<number> {
  const { goal, value, completion, expected } = measurement;
  if (goal.type === "climb-to") {
    const excess = excessOf(goal, value);
    if (excess.gt(0)) return points(excess.negated().div(goal.target.minus(goal.start).abs()));
  }
  if (goal.type === "total-within") return totalRangePoints(measurement, goal.limits);
  if (!completion.known) return completion;
  if (!expected.known) return expected;
  const difference = new Decimal(completion.value).minus(expected.value);
  return points(goal.type === "total-below" ? difference.negated() : difference);
}

/** A gap of more than the whole way says nothing: the target is close to where it started. */
const MAX_STATED_POINTS = 100;

/** The completion points that a page or document states; null beyond 100 in either direction. */
export function statedPoints(gap: number | null): number | null {
  return gap === null || Math.abs(gap) > MAX_STATED_POINTS ? null : gap;
}

function points(share: Decimal): Maybe<number> {
  return roundedNumber(share.times(100), POINT_DECIMALS);
}

/** How far a climb with two sides is beyond the far one; 0 for others. */
function excessOf(goal: Extract<SetGoal, { type: "climb-to" }>, value: Decimal): Decimal {
  const [low, high] = goal.limits;
  if (low === undefined || high === undefined) return ZERO;
  return Decimal.max(ZERO, climbsUp(goal) ? value.minus(high.figure) : low.figure.minus(value));
}

/** The distance of a total from the course of its range: negative when its pace leaves the range, 0 inside. */
function totalRangePoints({ terms, goal, reading, value }: Measurement, limits: SetGoal["limits"]): Maybe<number> {
  const share = expectedShare(terms, reading.asOf, goal);
  if (!share.known) return share;
  const [low, high] = [limits[0]?.figure ?? ZERO, limits[1]?.figure ?? ZERO];
  const behind = low.gt(0) ? value.div(low).minus(share.value) : ZERO;
  const beyond = high.gt(0) ? share.value.minus(value.div(high)) : high.minus(value);
  return points(Decimal.min(behind, beyond, ZERO));
}

/**
 * The gap in the metric's unit, 6 decimals, positive when better, by the goal:
 *
 * - `progress`, `headroom`, `course`: from the value expected at the as-of date; `figure`: from the figure itself;
 * - `range`: minus the distance outside the range, 0 inside it; `total-range`: the same for the range's course;
 * - `place`: places better than promised; `steps`: minus the steps past their planned dates, or without any the completed
 *   steps more than planned.
 *
 * Unknown: as expectedValue(); `not-a-percentage` for a yes-no; `out-of-range` when it is not a finite number.
 */
export function gapValue(measurement: Measurement): Maybe<Decimal> {
  const gap = exactGap(measurement);
  if (!gap.known) return gap;
  if (!gap.value.isFinite()) return unknown("out-of-range");
  const rounded = gap.value.toDecimalPlaces(VALUE_DECIMALS, Decimal.ROUND_HALF_UP);
  return known(rounded.isZero() ? ZERO : rounded);
}

function exactGap({ terms, goal, reading, value }: Measurement): Maybe<Decimal> {
  const { target } = goal;
  switch (goal.type) {
    case "climb-to": {
      const excess = excessOf(goal, value);
      if (excess.gt(0)) return known(excess.negated());
      return from(expectedValue(terms, reading.asOf, goal), (expected) =>
        climbsUp(goal) ? value.minus(expected) : expected.minus(value),
      );
    }
    case "follow-course":
      return from(expectedValue(terms, reading.asOf, goal), (expected) => fromCourse(goal, value, expected));
    case "total-below":
      return from(expectedValue(terms, reading.asOf, goal), (expected) => expected.minus(value));
    case "total-within":
      return from(expectedShare(terms, reading.asOf, goal), (share) =>
        outside(value, goal.limits[0]?.figure.times(share), goal.limits[1]?.figure.times(share)),
      );
    case "stay-above":
      return known(value.minus(target));
    case "stay-below":
    case "reach-rank":
      return known(target.minus(value));
    case "stay-within":
      return known(outside(value, goal.limits[0]?.figure, goal.limits[1]?.figure));
    case "complete-steps": {
      const overdue = overdueSteps(terms, reading).length;
      if (overdue > 0) return known(new Decimal(-overdue));
      const planned = weightedSteps(terms).filter((step) => step.plannedOn <= reading.asOf).length;
      return known(new Decimal(finishedSteps(terms, reading).length - planned));
    }
    case "answer":
      return unknown("not-a-percentage");
  }
}

function from(expected: Maybe<Decimal>, difference: (expected: Decimal) => Decimal): Maybe<Decimal> {
  return expected.known ? known(difference(expected.value)) : expected;
}

/** The course is as wide as the figure's tolerance. */
function fromCourse({ target, limits }: SetGoal, value: Decimal, expected: Decimal): Decimal {
  const [first, second] = limits;
  if (first !== undefined && second !== undefined) {
    const [below, above] = [target.minus(first.figure), second.figure.minus(target)];
    return outside(value, expected.minus(below), expected.plus(above));
  }
  return first?.operator.startsWith(">") ? value.minus(expected) : expected.minus(value);
}

/** Minus the distance of a value from [low, high]; 0 inside. */
function outside(value: Decimal, low: Decimal = value, high: Decimal = value): Decimal {
  return Decimal.min(value.minus(low), high.minus(value), ZERO);
}

export interface MeasuredGap {
  readonly gap: Maybe<number>;
  readonly bounds: KindBounds;
}

/**
 * The gap in the measure that the rule set compares for this kind, with its bounds. Unknown: as the gap;
 * `not-a-percentage` in per cent of a target value of 0. For a range the per cent are of the end that the value misses.
 */
export function measuredGap(
  { terms, goal, value }: Pick<Measurement, "terms" | "goal" | "value">,
  rules: RuleSet,
  gaps: { readonly points: Maybe<number>; readonly value: Maybe<Decimal> },
): MeasuredGap {
  const bounds = boundsFor(rules, terms.kind, GOAL_RULES[goal.type].measure);
  if (bounds.measure === "points") return { gap: gaps.points, bounds };
  if (!gaps.value.known) return { gap: gaps.value, bounds };
  if (bounds.measure === "unit") return { gap: roundedNumber(gaps.value.value, POINT_DECIMALS), bounds };
  const whole = missedFigure(goal, value).abs();
  if (whole.isZero()) return { gap: unknown("not-a-percentage"), bounds };
  return { gap: points(gaps.value.value.div(whole)), bounds };
}

function missedFigure({ type, target, limits }: SetGoal, value: Decimal): Decimal {
  const [low, high] = limits;
  if (type !== "stay-within" || low === undefined || high === undefined) return target;
  return value.gt(high.figure) ? high.figure : low.figure;
}
