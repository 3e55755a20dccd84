// What a target promises: the only place that combines kind, comparator, direction and figures. goal-rules.ts says
// how each goal is judged.
import { Decimal } from "decimal.js";
import { known, unknown } from "@/lib/domain/targets/maybe";
import { weightedSteps } from "@/lib/domain/targets/milestones";
import type { Comparator, Direction, Maybe, TargetTerms, UnknownReason } from "@/lib/domain/targets/types";

/** A bound that a value must respect. */
interface Limit {
  readonly operator: ">=" | ">" | "<=" | "<" | "=";
  readonly figure: Decimal;
}

interface Figures {
  /** The promised figure T; the lower end of a range. */
  readonly target: Decimal;
  /** The promise is met when all of them hold. */
  readonly limits: readonly Limit[];
  /** The value s at which progress is 0 %; null where there is no such value. */
  readonly start: Decimal | null;
  /** The stretch value, above the promise; it has a separate marker. */
  readonly stretch: Decimal | null;
}

/** A value or total that moves from `start` to the figure. */
interface ClimbTo extends Figures {
  readonly type: "climb-to";
  readonly start: Decimal;
  /** Reaching the figure once fulfils the promise; otherwise it can be lost again before the due date. */
  readonly isLasting: boolean;
}

/** A state that holds on every day: nothing is climbed, and no pace excuses a value outside. */
interface Stay extends Figures {
  readonly type: "stay-above" | "stay-below" | "stay-within";
}

/** A budget: a total that grows and must not exceed the figure. */
interface TotalBelow extends Figures {
  readonly type: "total-below";
}

/** A total that ends inside a range. */
interface TotalWithin extends Figures {
  readonly type: "total-within";
  /** The range starts at 0 or below, so the total is inside from the first day. */
  readonly startsInside: boolean;
}

/** This place or better; 1 is the best. */
interface ReachRank extends Figures {
  readonly type: "reach-rank";
}

/** All steps are completed: the figure is their number. */
interface CompleteSteps extends Figures {
  readonly type: "complete-steps";
}

/** A yes-no question is answered with yes, which is 1. */
interface Answer extends Figures {
  readonly type: "answer";
}

/** Nothing can be judged until the missing term is set. */
interface UnsetGoal {
  readonly type: "unset";
  readonly reason: Extract<UnknownReason, "no-target-value" | "no-steps">;
  /** Where progress will start once the figure is set; null where it has no start. */
  readonly start: Decimal | null;
}

export type SetGoal = ClimbTo | Stay | TotalBelow | TotalWithin | ReachRank | CompleteSteps | Answer;
export type Goal = SetGoal | UnsetGoal;

export type GoalTerms = Pick<
  TargetTerms,
  "kind" | "direction" | "comparator" | "value" | "upperValue" | "stretchValue" | "baseline" | "plan" | "steps"
>;

interface ComparatorRule {
  /** Which way is better; `metric`: the metric's own direction. */
  readonly better: Direction | "metric";
  /** The figure itself does not meet the promise. */
  readonly isStrict: boolean;
  /** The share of the figure by which a value may miss it. */
  readonly tolerance: Decimal;
  /** It spans from the value to the upper value, both included. */
  readonly isRange: boolean;
}

const EXACT = { isStrict: false, tolerance: new Decimal(0), isRange: false };

/**
 * One row per comparator.
 *
 * - `equal`: a printed count ("共安排重点项目88个") promises at least that many, so that 89 of 88 is met;
 * - `about`: within 5 % of the figure on its worse side, or any value on its better side;
 * - `within-rank`: this place or better; 1 is the best.
 */
const COMPARATOR_RULES: Readonly<Record<Comparator, ComparatorRule>> = {
  "at-least": { ...EXACT, better: "increase" },
  "more-than": { ...EXACT, better: "increase", isStrict: true },
  "at-most": { ...EXACT, better: "decrease" },
  "less-than": { ...EXACT, better: "decrease", isStrict: true },
  equal: { ...EXACT, better: "metric" },
  about: { ...EXACT, better: "metric", tolerance: new Decimal("0.05") },
  between: { ...EXACT, better: "metric", isRange: true },
  "within-rank": { ...EXACT, better: "decrease" },
};

/** Whether the comparator needs a second figure, the upper value. */
export function hasUpperValue(comparator: Comparator): boolean {
  return COMPARATOR_RULES[comparator].isRange;
}

/** The comparator for a copy of the target that has one figure only: a range becomes `at-least`. */
export function singleFigureComparator(comparator: Comparator): Comparator {
  return hasUpperValue(comparator) ? "at-least" : comparator;
}

const ZERO = new Decimal(0);
const ONE = new Decimal(1);

/**
 * The goal of the terms; each combination has exactly one.
 *
 * - cumulative: counted from 0 (last year's total is only a comparison): `climb-to` when more is better, `total-below`
 *   when less is better, `total-within` for a range, `stay-above` for a figure of 0 or less;
 * - growth: `stay-above`, `stay-below` or `stay-within`, since last year's rate is no starting point;
 * - level, ratio: `climb-to` from the baseline. They stay (`stay-above`, `stay-below`) with a flat plan, without a
 *   baseline, and with a baseline that already meets the figure. A range is always `stay-within`;
 * - rank, milestone, yes-no: their own goal, whatever the comparator.
 *
 * `unset`: `no-target-value` for a missing or infinite figure, or a range without its upper value; `no-steps` for a
 * milestone without a weighted step. The ends of a range may come in either order.
 */
export function goalOf(terms: GoalTerms): Goal {
  switch (terms.kind) {
    case "milestone": {
      const count = weightedSteps(terms).length;
      if (count === 0) return { type: "unset", reason: "no-steps", start: null };
      return { type: "complete-steps", ...reaching(new Decimal(count)) };
    }
    case "yes-no":
      return { type: "answer", ...reaching(ONE) };
    default:
      return terms.value?.isFinite() ? goalWithFigure(terms, terms.value) : unset(terms);
  }
}

function reaching(target: Decimal): Figures {
  return { target, limits: [{ operator: ">=", figure: target }], start: null, stretch: null };
}

function goalWithFigure(terms: GoalTerms, target: Decimal): Goal {
  const figures = { target, start: null, stretch: terms.stretchValue };
  if (terms.kind === "rank") return { type: "reach-rank", ...figures, limits: [{ operator: "<=", figure: target }] };
  return hasUpperValue(terms.comparator) ? rangeGoal(terms, figures) : singleGoal(terms, figures);
}

function unset(terms: GoalTerms): UnsetGoal {
  const isTotal = terms.kind === "cumulative";
  const climbs = isTotal ? betterWay(terms) === "increase" : terms.plan.shape !== "flat";
  const start = climbs && !hasUpperValue(terms.comparator) ? climbStart(terms) : null;
  return { type: "unset", reason: "no-target-value", start };
}

/** Where a climb starts: a total at 0, a level or ratio at its baseline; null for the other kinds. */
function climbStart({ kind, baseline }: GoalTerms): Decimal | null {
  if (kind === "cumulative") return ZERO;
  return kind === "level" || kind === "ratio" ? (baseline?.value ?? null) : null;
}

function rangeGoal(terms: GoalTerms, figures: Omit<Figures, "limits">): Goal {
  const { kind, direction } = terms;
  const ends = rangeOf(terms);
  if (ends === null) return unset(terms);
  const { low, high } = ends;
  const range: Figures = {
    ...figures,
    target: low,
    limits: [
      { operator: ">=", figure: low },
      { operator: "<=", figure: high },
    ],
  };
  if (kind !== "cumulative") return { ...range, type: "stay-within" };
  return { ...range, type: "total-within", start: ZERO, startsInside: direction === "increase" && low.lte(0) };
}

function singleGoal(terms: GoalTerms, figures: Omit<Figures, "limits">): Goal {
  const { kind, plan } = terms;
  const { target } = figures;
  const isMoreBetter = betterWay(terms) === "increase";
  const limits = [figureLimit(terms, target, isMoreBetter)];
  if (kind === "cumulative" && !isMoreBetter) return { ...figures, type: "total-below", limits, start: ZERO };
  const start = kind === "growth" ? ZERO : climbStart(terms);
  const isFlat = kind === "growth" || (kind !== "cumulative" && plan.shape === "flat");
  if (start === null || isFlat || (isMoreBetter ? target.lte(start) : target.gte(start))) {
    return { ...figures, type: isMoreBetter ? "stay-above" : "stay-below", limits, start };
  }
  return { ...figures, type: "climb-to", limits, start, isLasting: isMoreBetter && kind !== "ratio" };
}

/**
 * Which way is better, by the comparator first, then by the metric. A zero without a side ("zero accidents") is
 * reached from a negative baseline upwards, otherwise downwards: a total can only leave it.
 */
function betterWay(terms: GoalTerms): Direction {
  const { better } = COMPARATOR_RULES[terms.comparator];
  if (better !== "metric") return better;
  if (!isZeroWithoutSide(terms)) return terms.direction;
  return zeroStart(terms)?.isNegative() ? "increase" : "decrease";
}

/** "Equal to 0" and "about 0", unless the metric says that less is better: such a figure has no better side. */
function isZeroWithoutSide({ comparator, value, direction }: GoalTerms): boolean {
  const { better, isRange } = COMPARATOR_RULES[comparator];
  return better === "metric" && !isRange && direction === "increase" && value?.isZero() === true;
}

function zeroStart(terms: GoalTerms): Decimal | null {
  return terms.kind === "cumulative" ? null : climbStart(terms);
}

function figureLimit(terms: GoalTerms, target: Decimal, isMoreBetter: boolean): Limit {
  if (isZeroWithoutSide(terms) && zeroStart(terms) === null) return { operator: "=", figure: ZERO };
  const { isStrict, tolerance } = COMPARATOR_RULES[terms.comparator];
  const slack = target.abs().times(tolerance);
  if (isMoreBetter) return { operator: isStrict ? ">" : ">=", figure: target.minus(slack) };
  return { operator: isStrict ? "<" : "<=", figure: target.plus(slack) };
}

const HOLDS: Readonly<Record<Limit["operator"], (value: Decimal, figure: Decimal) => boolean>> = {
  ">=": (value, figure) => value.gte(figure),
  ">": (value, figure) => value.gt(figure),
  "<=": (value, figure) => value.lte(figure),
  "<": (value, figure) => value.lt(figure),
  "=": (value, figure) => value.eq(figure),
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

interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** Both ends of a range, the lower one first; null when one is missing. */
export function rangeOf({ value, upperValue }: Pick<TargetTerms, "value" | "upperValue">): Range | null {
  if (value === null || upperValue === null) return null;
  return { low: Decimal.min(value, upperValue), high: Decimal.max(value, upperValue) };
}

/** Both ends of the range that the goal asks for; null when it is not a range. */
export function goalRange(goal: Goal): Range | null {
  if (goal.type !== "stay-within" && goal.type !== "total-within") return null;
  return { low: goal.target, high: goal.limits.at(-1)?.figure ?? goal.target };
}
