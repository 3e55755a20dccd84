// What each comparator asks for: its sides, tolerance and figures. goal.ts combines it with the kind.
import { Decimal } from "decimal.js";
import type { Comparator, Direction, Reading, TargetTerms } from "@/lib/domain/targets/types";

interface ComparatorRule {
  /** Which way is better; `both`: a value may miss the figure on neither side, unless the terms say "or better". */
  readonly better: Direction | "both";
  /** The figure itself does not meet the promise. */
  readonly isStrict: boolean;
  /** The share of the figure by which a value may miss it where the terms give no tolerance. */
  readonly tolerance: Decimal;
  /** It spans from the value to the upper value, both included. */
  readonly isRange: boolean;
  /** The terms have no figure: a place up to ⌈peers ÷ this⌉ meets the promise. Null where the terms have the figure. */
  readonly peerDivisor: number | null;
}

const EXACT = { isStrict: false, tolerance: new Decimal(0), isRange: false, peerDivisor: null };

/**
 * One row per comparator. None depends on the metric's direction, except where the terms say "or better".
 *
 * - `equal`: the figure itself;
 * - `about`: within the tolerance of the figure, 5 % of it by default;
 * - `within-rank`: this place or better; 1 is the best;
 * - `first-third`, `first-half`: a place within this share of its peers, whose number comes with each reading.
 */
export const COMPARATOR_RULES: Readonly<Record<Comparator, ComparatorRule>> = {
  "at-least": { ...EXACT, better: "increase" },
  "more-than": { ...EXACT, better: "increase", isStrict: true },
  "at-most": { ...EXACT, better: "decrease" },
  "less-than": { ...EXACT, better: "decrease", isStrict: true },
  equal: { ...EXACT, better: "both" },
  about: { ...EXACT, better: "both", tolerance: new Decimal("0.05") },
  between: { ...EXACT, better: "both", isRange: true },
  "within-rank": { ...EXACT, better: "decrease" },
  "first-third": { ...EXACT, better: "decrease", peerDivisor: 3 },
  "first-half": { ...EXACT, better: "decrease", peerDivisor: 2 },
};

/** Whether the comparator needs a second figure, the upper value. */
export function hasUpperValue(comparator: Comparator): boolean {
  return COMPARATOR_RULES[comparator].isRange;
}

/** Whether the terms state the figure: not where it follows from the number of peers. */
export function statesFigure(comparator: Comparator): boolean {
  return COMPARATOR_RULES[comparator].peerDivisor === null;
}

/**
 * The last place that meets the promise among `peers`: ⌈n ÷ 3⌉, ⌈n ÷ 2⌉; null where the terms state the figure, and
 * without the number of peers.
 */
export function lastPlaceAmong(comparator: Comparator, peers: Reading["peers"]): Decimal | null {
  const divisor = COMPARATOR_RULES[comparator].peerDivisor;
  return divisor === null || peers == null ? null : new Decimal(peers).div(divisor).ceil();
}

/** Whether the figure itself does not meet the promise. */
export function isStrict(comparator: Comparator): boolean {
  return COMPARATOR_RULES[comparator].isStrict;
}

/** Whether the author may add "or better": `equal` and `about`. */
export function mayBeBetter(comparator: Comparator): boolean {
  const { better, isRange } = COMPARATOR_RULES[comparator];
  return better === "both" && !isRange;
}

/** Whether a value may miss the figure by a tolerance: `about`. */
export function hasTolerance(comparator: Comparator): boolean {
  return COMPARATOR_RULES[comparator].tolerance.gt(0);
}

/** By how much a value may miss the figure, in the metric's unit: 0 for an exact comparator. */
export function toleranceOf({
  comparator,
  tolerance,
  value,
}: Pick<TargetTerms, "comparator" | "tolerance" | "value">): Decimal {
  if (value === null || !hasTolerance(comparator)) return new Decimal(0);
  return tolerance ?? value.abs().times(COMPARATOR_RULES[comparator].tolerance);
}

/** The comparator for a copy of the target with one figure: a range becomes `at-least`, a share of peers a place. */
export function singleFigureComparator(comparator: Comparator): Comparator {
  if (!statesFigure(comparator)) return "within-rank";
  return hasUpperValue(comparator) ? "at-least" : comparator;
}

/** Which way is better: the comparator's own; the metric's where the terms say "or better". */
export function betterWay({
  comparator,
  orBetter,
  direction,
}: Pick<TargetTerms, "comparator" | "orBetter" | "direction">): Direction | "both" {
  return orBetter && mayBeBetter(comparator) ? direction : COMPARATOR_RULES[comparator].better;
}

export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** Both ends of a range, the lower one first; null for a comparator with one figure, or when an end is missing or infinite. */
export function rangeOf({
  comparator,
  value,
  upperValue,
}: Pick<TargetTerms, "comparator" | "value" | "upperValue">): Range | null {
  if (!hasUpperValue(comparator) || !value?.isFinite() || !upperValue?.isFinite()) return null;
  return { low: Decimal.min(value, upperValue), high: Decimal.max(value, upperValue) };
}
