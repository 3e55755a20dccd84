// The pace of a total so far, and the pace that is needed.
import { Decimal } from "decimal.js";
import { addDays } from "@/lib/domain/calendar/iso-date";
import { monthsBetween } from "@/lib/domain/calendar/months";
import { readingValue } from "@/lib/domain/targets/completion";
import { known, unknown } from "@/lib/domain/targets/maybe";
import type { Maybe, Reading, TargetTerms } from "@/lib/domain/targets/types";

const DECIMALS = 6;

function rounded(value: Decimal): Decimal {
  return value.toDecimalPlaces(DECIMALS, Decimal.ROUND_HALF_UP);
}

export interface Pace {
  /** Per month so far, from the start date to the as-of date. */
  readonly soFar: Decimal;
  /** Per month from the as-of date to the due date: (T − v) ÷ months left; 0 once met. Under a budget it is what is left to spend. */
  readonly needed: Decimal;
}

/**
 * The monthly pace of a cumulative metric, in its unit: so far, and needed from the as-of date on. Unknown:
 * `not-a-percentage` for other kinds; `no-target-value`; as readingValue(); `out-of-range` when no time has passed or
 * none is left.
 */
export function monthlyPace(terms: TargetTerms, reading: Reading): Maybe<Pace> {
  if (terms.kind !== "cumulative") return unknown("not-a-percentage");
  if (terms.value === null) return unknown("no-target-value");
  const value = readingValue(terms, reading);
  if (!value.known) return value;
  const [passed, left] = [
    monthsBetween(addDays(terms.startOn, -1), reading.asOf),
    monthsBetween(reading.asOf, terms.dueOn),
  ];
  if (passed.lte(0) || left.lte(0)) return unknown("out-of-range");
  return known({
    soFar: rounded(value.value.div(passed)),
    needed: rounded(Decimal.max(0, terms.value.minus(value.value).div(left))),
  });
}
