// The expected curve: how much of the way the plan asks for by the end of a day.
import { Decimal } from "decimal.js";
import { addDays, endOfMonth, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { monthsElapsed } from "@/lib/domain/calendar/months";
import { known, RATIO_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import { plannedStepShare } from "@/lib/domain/targets/milestones";
import { isKept, startValueOf } from "@/lib/domain/targets/start-value";
import type { Maybe, PlanPoint, TargetTerms } from "@/lib/domain/targets/types";

const VALUE_DECIMALS = 6;
const NONE = new Decimal(0);
const ALL = new Decimal(1);

/** The day whose expectation holds on `day`: through January and February the year's start, when they are merged. */
function effectiveDay(terms: TargetTerms, day: IsoDate): IsoDate {
  if (!terms.plan.mergeJanuaryFebruary) return day;
  const month = day.slice(5, 7);
  if (month !== "01" && (month !== "02" || day === endOfMonth(day))) return day;
  return addDays(`${day.slice(0, 4)}-01-01` as IsoDate, -1);
}

interface Anchor {
  readonly at: Decimal;
  readonly ratio: Decimal;
}

/** Nothing at the start, the plan's own points in order, all of it by the due day. */
function anchorsOf(terms: TargetTerms): Anchor[] {
  const own = terms.plan.shape === "points" || terms.plan.shape === "last-year" ? terms.plan.points : [];
  const inside = own
    .filter((point) => point.on >= terms.startOn && point.on < terms.dueOn && Number.isFinite(point.ratio))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((point) => ({ at: monthsElapsed(point.on), ratio: new Decimal(point.ratio) }));
  return [
    { at: monthsElapsed(addDays(terms.startOn, -1)), ratio: NONE },
    ...inside,
    { at: monthsElapsed(terms.dueOn), ratio: ALL },
  ];
}

function interpolate(anchors: readonly Anchor[], at: Decimal): Decimal {
  let previous: Anchor | null = null;
  for (const anchor of anchors) {
    if (at.lte(anchor.at)) {
      if (previous === null) return anchor.ratio;
      const share = at.minus(previous.at).div(anchor.at.minus(previous.at));
      return previous.ratio.plus(share.times(anchor.ratio.minus(previous.ratio)));
    }
    previous = anchor;
  }
  return previous?.ratio ?? ALL;
}

/**
 * The share of the way (0–1) that the plan asks for by the end of `day`, rounded to 6 decimals.
 *
 * - linear: whole months count alike, days are parts of their month (end of February 2/12, of November 11/12);
 * - points, last-year: straight lines (in months) between the points, from 0 at the start to 1 on the due day;
 * - milestones, and every milestone target: the weight of the steps planned by `day`;
 * - flat, and every target that is to be kept rather than reached (growth, a level already there): 1 throughout;
 * - yes-no: 0 before the due day, then 1; there is no half of a yes.
 * With merged January and February nothing of either is asked for before the end of February.
 * Before the start day 0, from the due day on 1 (flat: 1 throughout).
 *
 * Unknown: `not-a-percentage` for a rank and a non-cumulative `between`; `no-plan` for points or last-year without
 * any point, or a due day before the start; `no-steps` when the steps carry no weight.
 */
export function expectedRatio(terms: TargetTerms, day: IsoDate): Maybe<number> {
  const share = expectedShare(terms, day);
  return share.known ? roundedNumber(share.value, RATIO_DECIMALS) : share;
}

/** expectedRatio() before rounding, to work out values with: a sixth of 402 is 67, not 67.000134. */
export function expectedShare(terms: TargetTerms, day: IsoDate): Maybe<Decimal> {
  if (terms.kind === "rank") return unknown("not-a-percentage");
  if (terms.kind === "milestone") return stepShare(terms, day);
  if (terms.kind === "yes-no") return known(day >= terms.dueOn ? ALL : NONE);
  if (terms.comparator === "between" && terms.kind !== "cumulative") return unknown("not-a-percentage");
  if (isKept(terms) || terms.plan.shape === "flat") return known(ALL);
  if (terms.dueOn < terms.startOn) return unknown("no-plan");
  if (day >= terms.dueOn) return known(ALL);
  if (day < terms.startOn) return known(NONE);
  if (terms.plan.shape === "milestones") return stepShare(terms, day);
  if (terms.plan.shape !== "linear" && terms.plan.points.length === 0) return unknown("no-plan");
  const effective = effectiveDay(terms, day);
  return known(effective < terms.startOn ? NONE : interpolate(anchorsOf(terms), monthsElapsed(effective)));
}

function stepShare(terms: TargetTerms, day: IsoDate): Maybe<Decimal> {
  const share = plannedStepShare(terms, day);
  return share.known ? known(new Decimal(share.value)) : share;
}

/**
 * The value (in the target's unit) that the plan asks for by the end of `day`: s + e × (T − s), where s is the start
 * value and T the target value, rounded to 6 decimals. Unknown as expectedRatio(), startValueOf(), or `no-target-value`.
 */
export function expectedValue(terms: TargetTerms, day: IsoDate): Maybe<Decimal> {
  const share = expectedShare(terms, day);
  if (!share.known) return share;
  if (terms.value === null) return unknown("no-target-value");
  if (isKept(terms)) return known(terms.value);
  const start = startValueOf(terms);
  if (!start.known) return start;
  const value = start.value.plus(terms.value.minus(start.value).times(share.value));
  return known(value.toDecimalPlaces(VALUE_DECIMALS));
}

/**
 * The expected curve as the points to draw: the day before the start, every month's end, the plan's own points, the
 * steps' planned days, the due day. Empty when there is no expectation.
 */
export function expectedCurve(terms: TargetTerms): PlanPoint[] {
  const days = new Set<IsoDate>([addDays(terms.startOn, -1), terms.dueOn]);
  for (let end = endOfMonth(terms.startOn); end < terms.dueOn; end = endOfMonth(addDays(end, 1))) days.add(end);
  const marked = [...terms.plan.points.map((point) => point.on), ...terms.steps.map((step) => step.plannedOn)];
  for (const on of marked) if (on >= terms.startOn && on < terms.dueOn) days.add(on);
  return [...days].toSorted().flatMap((on) => {
    const ratio = expectedRatio(terms, on);
    return ratio.known ? [{ on, ratio: ratio.value }] : [];
  });
}
