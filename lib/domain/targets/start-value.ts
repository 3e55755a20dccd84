// From where progress is counted, and whether a target is to be reached at all or only to be kept.
import { Decimal } from "decimal.js";
import { senseOf } from "@/lib/domain/targets/comparison";
import { known, unknown } from "@/lib/domain/targets/maybe";
import type { Maybe, TargetTerms } from "@/lib/domain/targets/types";

const ZERO = new Decimal(0);

/**
 * The value s at which 0 % of the way is done.
 * - cumulative: 0. Its baseline is last year's figure to compare with: 402 亿元 is counted from 0, not from 316.5;
 * - growth: 0. Last year's rate is no starting point of this year's;
 * - level, ratio: the baseline. Without one nothing is known to climb: the figure itself is expected on every day.
 *
 * Unknown: `no-baseline` for a level or ratio without one; `not-a-percentage` for rank, milestone and yes-no.
 */
export function startValueOf(terms: TargetTerms): Maybe<Decimal> {
  switch (terms.kind) {
    case "cumulative":
    case "growth":
      return known(ZERO);
    case "level":
    case "ratio":
      return terms.baseline === null ? unknown("no-baseline") : known(terms.baseline.value);
    default:
      return unknown("not-a-percentage");
  }
}

/**
 * Whether the promise is to keep a state rather than to reach one, so that the whole of it is expected on every day
 * (a flat plan) and no pace can excuse a value outside it:
 * every growth rate; a level or ratio with a flat plan; one without a start value; and one whose baseline already
 * stands at the target or beyond it (T = s, or "at least 50" from 60).
 * A cumulative target is never kept, except one of 0 or less that shall increase. `between` is handled apart.
 */
export function isKept(terms: TargetTerms): boolean {
  if (terms.kind === "rank" || terms.kind === "milestone" || terms.kind === "yes-no") return false;
  if (terms.kind === "growth") return true;
  if (terms.kind !== "cumulative" && terms.plan.shape === "flat") return true;
  const start = startValueOf(terms);
  if (!start.known) return true;
  if (terms.value === null) return false;
  if (terms.kind === "cumulative") return senseOf(terms) === "increase" && terms.value.lte(0);
  return senseOf(terms) === "increase" ? terms.value.lte(start.value) : terms.value.gte(start.value);
}

/** Whether it is a budget: a total that counts up and must stay below a ceiling. */
export function isCeiling(terms: TargetTerms): boolean {
  return terms.kind === "cumulative" && terms.comparator !== "between" && senseOf(terms) === "decrease";
}
