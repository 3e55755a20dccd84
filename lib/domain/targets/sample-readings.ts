// Three readings that show an author what a promise asks for: one that falls short, one as expected, one that is met; for
// a range one below, one inside and one above.
import { Decimal } from "decimal.js";
import { addDays, daysBetween, type IsoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { statesFigure } from "@/lib/domain/targets/comparators";
import { expectedValue } from "@/lib/domain/targets/expected";
import { goalOf } from "@/lib/domain/targets/goal";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";

/** The last end of a month in the first half of the period; the middle of a period that has none. */
export function midPeriod({ startOn, dueOn }: Pick<TargetTerms, "startOn" | "dueOn">): IsoDate {
  const middle = addDays(startOn, Math.max(0, Math.floor(daysBetween(startOn, dueOn) / 2)));
  const end = addDays(startOfMonth(middle), -1);
  return end > startOn ? end : middle;
}

/** A place within a share of its peers needs a number of places to be an example. */
const SAMPLE_PEERS = 13;

/** Below, inside and above; a share or count cannot be negative, and a share not above 100. */
function aroundRange(low: Decimal, high: Decimal, { kind }: TargetTerms): Decimal[] {
  const beyond = Decimal.max(high.minus(low), high.abs().times("0.2"));
  const values = [low.minus(beyond), low.plus(high).div(2), high.plus(beyond)];
  if (kind !== "ratio" && kind !== "cumulative") return values;
  return values.map((value) => Decimal.max(0, kind === "ratio" ? Decimal.min(100, value) : value));
}

/** Each number of steps once. */
function steppedReadings({ steps }: TargetTerms, asOf: IsoDate): Reading[] {
  const planned = steps.filter(({ plannedOn }) => plannedOn <= asOf);
  const lists = [[], planned, steps].filter(
    (list, index, all) => index === 0 || list.length > (all[index - 1]?.length ?? 0),
  );
  return lists.map((list) => ({
    asOf,
    value: null,
    numerator: null,
    denominator: null,
    completedSteps: list.map(({ key, plannedOn }) => ({ key, doneOn: plannedOn < asOf ? plannedOn : asOf })),
  }));
}

/**
 * The readings, as of the middle of the period, from worse to better, or from below a range to above it. Of a milestone: no
 * step, the planned ones, all. Empty without a goal. Values are rounded to the metric's decimals.
 */
export function sampleReadings(terms: TargetTerms, precision: number): Reading[] {
  const peers = statesFigure(terms.comparator) ? null : SAMPLE_PEERS;
  const goal = goalOf(terms, peers);
  const asOf = midPeriod(terms);
  if (goal.type === "unset") return [];
  if (goal.type === "complete-steps") return steppedReadings(terms, asOf);
  const reading = (value: Decimal): Reading => ({
    asOf,
    value: value.toDecimalPlaces(precision),
    numerator: null,
    denominator: null,
    peers,
    completedSteps: [],
  });
  if (goal.type === "answer") return [reading(new Decimal(0)), reading(new Decimal(1))];
  const { target } = goal;
  if (goal.type === "reach-rank") return [target.plus(2), target.plus(1), target].map(reading);
  const low = terms.value;
  if (low !== null && terms.upperValue !== null && (goal.type === "stay-within" || goal.type === "total-within")) {
    // A total has this share of its way behind it.
    const expected = goal.type === "total-within" && !low.isZero() ? expectedValue(terms, asOf, goal) : null;
    const share = expected?.known ? expected.value.div(low) : new Decimal(goal.type === "total-within" ? "0.5" : 1);
    return aroundRange(low.times(share), terms.upperValue.times(share), terms).map(reading);
  }
  if (target.isZero()) return [new Decimal(3), new Decimal(1), target].map(reading);
  const expected = expectedValue(terms, asOf, goal);
  const middle = expected.known ? expected.value : target;
  const step = target
    .minus(goal.start ?? 0)
    .abs()
    .times("0.2");
  const isMoreBetter = goal.limits[0]?.operator.startsWith(">") ?? true;
  const [worse, better] = [middle.minus(step), middle.plus(step)];
  const values = isMoreBetter ? [worse, middle, better] : [better, middle, worse];
  const isCount = terms.kind === "cumulative" && !target.isNegative();
  const isShare = terms.kind === "ratio" && target.gte(0) && target.lte(100);
  const possible = values.map((value) => {
    const atLeast = isCount || isShare ? Decimal.max(value, 0) : value;
    return isShare ? Decimal.min(atLeast, 100) : atLeast;
  });
  return possible.map(reading);
}
