// Whether a value keeps a promise, by the comparator the promise was made with.
import { Decimal } from "decimal.js";
import { known, unknown } from "@/lib/domain/targets/maybe";
import type { Direction, Maybe, TargetTerms } from "@/lib/domain/targets/types";

/** A promise of "about" 27 % is kept within 5 % of the figure, on its worse side; beyond it on the better side too. */
const ABOUT_TOLERANCE = new Decimal("0.05");

/**
 * Which way is better, by the promise's own words first: "at least" and "more than" ask for more, "at most",
 * "less than" and "within rank" for less; the others follow the metric's direction. Rank and yes-no have their own fixed
 * reading. A figure of zero ("zero accidents") is approached from a baseline below it where there is one, else from
 * above: a total counted from zero can only leave it.
 */
export function senseOf(
  terms: Pick<TargetTerms, "kind" | "comparator" | "direction" | "value" | "baseline">,
): Direction {
  if (terms.kind === "rank") return "decrease";
  if (terms.kind === "yes-no" || terms.kind === "milestone") return "increase";
  if (terms.comparator === "at-least" || terms.comparator === "more-than") return "increase";
  if (["at-most", "less-than", "within-rank"].includes(terms.comparator)) return "decrease";
  if (isZeroFigure(terms)) return (wayStart(terms)?.isNegative() ?? false) ? "increase" : "decrease";
  return terms.direction;
}

/** "Equal to 0" and "about 0", unless the metric itself says that less is better: such a figure has no better side. */
function isZeroFigure({ comparator, value, direction }: Pick<TargetTerms, "comparator" | "value" | "direction">) {
  const isEqual = comparator === "equal" || comparator === "about";
  return isEqual && direction === "increase" && value?.isZero() === true;
}

function wayStart({ kind, baseline }: Pick<TargetTerms, "kind" | "baseline">): Decimal | null {
  return kind === "level" || kind === "ratio" ? (baseline?.value ?? null) : null;
}

/** Both ends of a `between` promise, smaller first; null when one is missing. */
export function rangeOf(terms: Pick<TargetTerms, "value" | "upperValue">): { low: Decimal; high: Decimal } | null {
  if (terms.value === null || terms.upperValue === null) return null;
  return { low: Decimal.min(terms.value, terms.upperValue), high: Decimal.max(terms.value, terms.upperValue) };
}

/**
 * Whether `value` alone keeps the promise. Values are in the target's unit.
 *
 * - at-least ≥, more-than >, at-most ≤, less-than <, within-rank ≤ (a place; 1 is the best);
 * - `equal`: reaching the figure keeps it and passing it keeps it too (≥ when more is better, ≤ when less is better).
 *   Printed counts ("共安排重点项目88个") are commitments to do at least that many: offices report 89 of 88 as 完成,
 *   never as a failure. A figure of 0 ("zero accidents") is kept by 0 alone, unless a baseline or the metric's
 *   direction says from which side it is reached;
 * - `about`: as `equal` where the figure is 0; otherwise within {@link ABOUT_TOLERANCE} of the figure, or past it on the better side;
 * - `between`: both ends included, and an over-shoot is outside.
 * A rank is always read as "this place or better", a yes-no as "1", whatever the comparator.
 *
 * Unknown: `no-target-value` when the promise has no figure (or `between` only one); `out-of-range` when the value
 * is no finite number or, for a rank, no whole place from 1 up. Milestones are not compared here but by their steps.
 */
export function isMet(terms: TargetTerms, value: Decimal): Maybe<boolean> {
  if (!value.isFinite()) return unknown("out-of-range");
  if (terms.kind === "yes-no") return known(value.gte(1));
  if (terms.value === null || !terms.value.isFinite()) return unknown("no-target-value");
  if (terms.kind === "rank" && !isPlace(value)) return unknown("out-of-range");
  if (terms.kind === "rank") return known(value.lte(terms.value));
  return compare(terms, terms.value, value);
}

/** Whether the value can be a place in a ranking: a whole number from 1 up. */
function isPlace(value: Decimal): boolean {
  return value.isInteger() && value.gte(1);
}

function compare(terms: TargetTerms, target: Decimal, value: Decimal): Maybe<boolean> {
  if (isZeroFigure(terms) && wayStart(terms) === null) return known(value.isZero());
  const more = senseOf(terms) === "increase";
  switch (terms.comparator) {
    case "at-least":
      return known(value.gte(target));
    case "more-than":
      return known(value.gt(target));
    case "at-most":
    case "within-rank":
      return known(value.lte(target));
    case "less-than":
      return known(value.lt(target));
    case "equal":
      return known(more ? value.gte(target) : value.lte(target));
    case "about": {
      const slack = target.abs().times(ABOUT_TOLERANCE);
      return known(more ? value.gte(target.minus(slack)) : value.lte(target.plus(slack)));
    }
    case "between": {
      const range = rangeOf(terms);
      return range === null ? unknown("no-target-value") : known(value.gte(range.low) && value.lte(range.high));
    }
  }
}
