// What a target promises: the only place that combines kind, comparator, direction and figures. goal-rules.ts says
// how each goal is judged.
import { Decimal } from "decimal.js";
import {
  betterWay,
  COMPARATOR_RULES,
  hasUpperValue,
  lastPlaceAmong,
  type Range,
  rangeOf,
  statesFigure,
  toleranceOf,
} from "@/lib/domain/targets/comparators";
import type { ClimbTo, Figures, Goal, GoalTerms, Limit, UnsetGoal } from "@/lib/domain/targets/goal-types";
import { known, unknown } from "@/lib/domain/targets/maybe";
import { weightedSteps } from "@/lib/domain/targets/milestones";
import type { Judging, Maybe, Reading } from "@/lib/domain/targets/types";

const ZERO = new Decimal(0);

const ONE = new Decimal(1);

/**
 * The goal of the terms; each combination has exactly one. A figure has two sides for a range, and for `equal` and
 * `about` without "or better".
 *
 * - cumulative: counted from 0 (last year's total is only a comparison): `climb-to` when more is better, `total-below`
 *   when less is better and for a total of exactly 0, `total-within` with two sides, `stay-above` for a figure of 0 or
 *   less;
 * - growth: `stay-above`, `stay-below` or `stay-within`, since last year's rate is no starting point;
 * - level, ratio, growth with planned values outside the way from the baseline to the figure: `follow-course`;
 * - level, ratio: `climb-to` from the baseline. They stay (`stay-above`, `stay-below`, `stay-within`) with a flat plan,
 *   where every period or their average counts, without a baseline, and with a baseline that already meets the figure.
 *   A range is always `stay-within`;
 * - rank, milestone, yes-no: their own goal, whatever the comparator. A place within a share of its peers is the last
 *   place of that share, rounded up, among the peers of the reading.
 *
 * `unset`: `no-target-value` for a missing or infinite figure, or a range without its upper value; `no-steps` for a
 * milestone without a weighted step; `no-peers` for a share of peers without a reading that has their number. The ends
 * of a range may come in either order.
 *
 * @param peers of the reading that is judged.
 */
export function goalOf(terms: GoalTerms, peers?: Reading["peers"]): Goal {
  switch (terms.kind) {
    case "milestone": {
      const count = weightedSteps(terms).length;
      if (count === 0) return { type: "unset", reason: "no-steps", start: null };
      return { type: "complete-steps", ...reaching(new Decimal(count)) };
    }
    case "yes-no":
      return { type: "answer", ...reaching(ONE) };
    default:
      if (terms.kind === "rank" && !statesFigure(terms.comparator)) return shareGoal(terms, peers);
      return terms.value?.isFinite() ? goalWithFigure(terms, terms.value) : unset(terms);
  }
}

function reaching(target: Decimal): Figures {
  return { target, limits: [{ operator: ">=", figure: target }], start: null, stretch: null };
}

function shareGoal({ comparator, stretchValue }: GoalTerms, peers: Reading["peers"]): Goal {
  const figure = lastPlaceAmong(comparator, peers);
  if (figure === null) return { type: "unset", reason: "no-peers", start: null };
  return {
    type: "reach-rank",
    target: figure,
    limits: [{ operator: "<=", figure }],
    start: null,
    stretch: stretchValue,
  };
}

function goalWithFigure(terms: GoalTerms, target: Decimal): Goal {
  const figures = { target, start: null, stretch: terms.stretchValue };
  if (terms.kind === "rank") return { type: "reach-rank", ...figures, limits: [{ operator: "<=", figure: target }] };
  const better = betterWay(terms);
  if (better !== "both") return oneSidedGoal(terms, figures, better === "increase");
  if (!hasUpperValue(terms.comparator)) {
    const tolerance = toleranceOf(terms);
    return twoSidedGoal(terms, figures, { low: target.minus(tolerance), high: target.plus(tolerance) });
  }
  const range = rangeOf(terms);
  return range === null ? unset(terms) : twoSidedGoal(terms, { ...figures, target: range.low }, range);
}

function unset(terms: GoalTerms): UnsetGoal {
  const isTotal = terms.kind === "cumulative";
  const climbs = isTotal ? betterWay(terms) !== "decrease" : terms.plan.shape !== "flat";
  const start = climbs && !hasUpperValue(terms.comparator) ? climbStart(terms) : null;
  return { type: "unset", reason: "no-target-value", start };
}

/** Where a climb starts: a total at 0, a level or ratio at its baseline; null for the other kinds. */
function climbStart({ kind, baseline }: GoalTerms): Decimal | null {
  if (kind === "cumulative") return ZERO;
  return kind === "level" || kind === "ratio" ? (baseline?.value ?? null) : null;
}

function twoSidedGoal(terms: GoalTerms, figures: Omit<Figures, "limits">, { low, high }: Range): Goal {
  const both: Figures = {
    ...figures,
    limits: [
      { operator: ">=", figure: low },
      { operator: "<=", figure: high },
    ],
  };
  if (terms.kind === "cumulative") {
    // A total of exactly 0 can only be left.
    if (low.isZero() && high.isZero()) return { ...both, type: "total-below", start: ZERO };
    return { ...both, type: "total-within", start: ZERO, startsInside: low.lte(0) && high.gte(0) };
  }
  if (hasOwnCourse(terms)) return { ...both, type: "follow-course" };
  const start = climbStart(terms);
  const climbs = start !== null && (start.lt(low) || start.gt(high));
  if (climbs && !holdsThroughout(terms) && !hasUpperValue(terms.comparator)) {
    return { ...both, type: "climb-to", start, isLasting: false };
  }
  return { ...both, type: "stay-within" };
}

function oneSidedGoal(terms: GoalTerms, figures: Omit<Figures, "limits">, isMoreBetter: boolean): Goal {
  const { kind } = terms;
  const { target } = figures;
  const limits = [oneSidedLimit(terms, target, isMoreBetter)];
  if (kind === "cumulative" && !isMoreBetter) return { ...figures, type: "total-below", limits, start: ZERO };
  if (hasOwnCourse(terms)) return { ...figures, type: "follow-course", limits };
  const start = kind === "growth" ? ZERO : climbStart(terms);
  const isFlat = kind === "growth" || (kind !== "cumulative" && holdsThroughout(terms));
  if (start === null || isFlat || (isMoreBetter ? target.lte(start) : target.gte(start))) {
    return { ...figures, type: isMoreBetter ? "stay-above" : "stay-below", limits, start };
  }
  return { ...figures, type: "climb-to", limits, start, isLasting: isMoreBetter && kind !== "ratio" };
}

/** Whether each period counts by itself, so that a period without a report is a hole in the proof. */
export function countsPeriods(judging: Judging): boolean {
  return judging === "every-period" || judging.startsWith("average");
}

/**
 * Whether the plan has values that are not on the way from the baseline to the figure, so that no share of the way is
 * expected.
 */
function hasOwnCourse(terms: GoalTerms): boolean {
  const { kind, plan, value } = terms;
  if (kind === "cumulative" || plan.shape !== "values" || plan.values.length === 0 || countsPeriods(terms.judging)) {
    return false;
  }
  const start = climbStart(terms);
  if (start === null || value === null || start.eq(value)) return true;
  const [low, high] = [Decimal.min(start, value), Decimal.max(start, value)];
  return plan.values.some((point) => point.value.lt(low) || point.value.gt(high));
}

/** Whether the figure holds from the first day. */
function holdsThroughout({ plan, judging }: GoalTerms): boolean {
  return plan.shape === "flat" || countsPeriods(judging);
}

function oneSidedLimit(terms: GoalTerms, target: Decimal, isMoreBetter: boolean): Limit {
  const { isStrict } = COMPARATOR_RULES[terms.comparator];
  const tolerance = toleranceOf(terms);
  if (isMoreBetter) return { operator: isStrict ? ">" : ">=", figure: target.minus(tolerance) };
  return { operator: isStrict ? "<" : "<=", figure: target.plus(tolerance) };
}

const HOLDS: Readonly<Record<Limit["operator"], (value: Decimal, figure: Decimal) => boolean>> = {
  ">=": (value, figure) => value.gte(figure),
  ">": (value, figure) => value.gt(figure),
  "<=": (value, figure) => value.lte(figure),
  "<": (value, figure) => value.lt(figure),
};

/**
 * Whether `value`, in the metric's unit, meets the goal by itself.
 *
 * Unknown: the reason of an unset goal; `out-of-range` for a value that is not a finite number or, for a rank, not a
 * whole place from 1 up.
 */
export function meetsGoal(goal: Goal, value: Decimal): Maybe<boolean> {
  if (!value.isFinite()) return unknown("out-of-range");
  if (goal.type === "unset") return unknown(goal.reason);
  if (goal.type === "reach-rank" && !(value.isInteger() && value.gte(1))) return unknown("out-of-range");
  return known(goal.limits.every(({ operator, figure }) => HOLDS[operator](value, figure)));
}

/** Whether a climb goes up; false for one from a baseline above the figure. */
export function climbsUp({ target, start }: ClimbTo): boolean {
  return target.gt(start);
}
