// Whether a value is above or below what is expected, where "ahead" and "behind" would not say it.
import type { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { expectedShare, expectedValue } from "@/lib/domain/targets/expected";
import { climbsUp, goalOf } from "@/lib/domain/targets/goal";
import type { Limit } from "@/lib/domain/targets/goal-types";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";

export const GAP_SIDES = ["above", "below"] as const;
type GapSide = (typeof GAP_SIDES)[number];
export const GAP_ORIGINS = ["plan", "figure"] as const;

/** What a gap is measured from: the plan's value of the day, or the promised figure or range. */
export interface GapPlace {
  readonly side: GapSide;
  readonly from: (typeof GAP_ORIGINS)[number];
}

/** The reading that is judged. */
interface Judged extends Pick<Reading, "peers"> {
  readonly value: Decimal;
  readonly asOf: IsoDate;
}

function beyond(value: Decimal, [low, high]: readonly Limit[], share?: Decimal): GapSide | null {
  const at = (limit: Limit) => (share === undefined ? limit.figure : limit.figure.times(share));
  if (low !== undefined && value.lt(at(low))) return "below";
  return high !== undefined && value.gt(at(high)) ? "above" : null;
}

function sideOf(value: Decimal, expected: Decimal): GapSide | null {
  if (value.eq(expected)) return null;
  return value.gt(expected) ? "above" : "below";
}

/**
 * The side on which the judged value misses or beats what is expected, for a budget, a range, a limit, a course of values
 * and a climb that went too far; null on what is expected, for a value that climbs to its figure (it is ahead or behind),
 * for a floor (better or short), and for places, steps and answers.
 */
export function gapPlace(terms: TargetTerms, { value, asOf, peers }: Judged): GapPlace | null {
  const goal = goalOf(terms, peers);
  const on = (side: GapSide | null, from: GapPlace["from"]) => (side === null ? null : { side, from });
  switch (goal.type) {
    case "climb-to": {
      const side = goal.limits.length < 2 ? null : beyond(value, goal.limits);
      const isTooFar = side === (climbsUp(goal) ? "above" : "below");
      return isTooFar ? on(side, "figure") : null;
    }
    case "stay-within":
      return on(beyond(value, goal.limits), "figure");
    case "stay-below":
      return on(sideOf(value, goal.target), "figure");
    case "total-within": {
      const share = expectedShare(terms, asOf, goal);
      if (!share.known) return null;
      return on(beyond(value, goal.limits, share.value), goal.startsInside ? "figure" : "plan");
    }
    case "total-below":
    case "follow-course": {
      const expected = expectedValue(terms, asOf, goal);
      return expected.known ? on(sideOf(value, expected.value), "plan") : null;
    }
    default:
      return null;
  }
}
