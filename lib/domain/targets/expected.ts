// How much of the way is expected by the end of a day.
import { Decimal } from "decimal.js";
import { addDays, endOfMonth, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { monthsElapsed } from "@/lib/domain/calendar/months";
import { type Goal, goalOf } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import { known, RATIO_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import { plannedStepShare } from "@/lib/domain/targets/milestones";
import type { Maybe, PlanPoint, TargetTerms } from "@/lib/domain/targets/types";

const VALUE_DECIMALS = 6;
const NONE = new Decimal(0);
const ALL = new Decimal(1);

/** The day whose expectation applies on `day`: the start of the year during January and February when they are merged. */
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

/** 0 at the start, the plan's own points in order, 1 on the due date. */
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
 * The share of the way (0–1) that is expected by the end of `day`, rounded to 6 decimals, by the goal's course:
 *
 * - `plan`: planShare(); `at-once`: 1 on every day; `steps`: the weight of the steps planned by `day`;
 * - `due-date`: 0 before the due date, then 1, since a yes-no cannot be half done.
 *
 * Unknown: `not-a-percentage` for a rank and for a state within a range; the reason of an unset goal; as planShare().
 */
export function expectedRatio(terms: TargetTerms, day: IsoDate, goal: Goal = goalOf(terms)): Maybe<number> {
  const share = expectedShare(terms, day, goal);
  return share.known ? roundedNumber(share.value, RATIO_DECIMALS) : share;
}

/** expectedRatio() before rounding: a sixth of 402 is 67, not 67.000134. */
function expectedShare(terms: TargetTerms, day: IsoDate, goal: Goal): Maybe<Decimal> {
  if (goal.type === "unset") return unknown(goal.reason);
  if (isExpectedAtOnce(goal)) return known(ALL);
  switch (GOAL_RULES[goal.type].course) {
    case "plan":
      return planShare(terms, day);
    case "steps":
      return stepShare(terms, day);
    case "due-date":
      return known(day >= terms.dueOn ? ALL : NONE);
    default:
      return unknown("not-a-percentage");
  }
}

/** Whether the whole is expected from the first day, whatever the plan. */
export function isExpectedAtOnce(goal: Goal): boolean {
  if (goal.type === "unset") return false;
  return goal.type === "total-within" ? goal.startsInside : GOAL_RULES[goal.type].course === "at-once";
}

/**
 * The share of the way (0–1, unrounded) that the plan expects by the end of `day`: 0 before the start date, 1 from the
 * due date on.
 *
 * - linear: whole months count alike, days are parts of their month (end of February 2/12, of November 11/12);
 * - points, last-year: straight lines (in months) between the points, from 0 at the start to 1 on the due date;
 * - milestones: the weight of the steps planned by `day`;
 * - flat: 1 throughout.
 *
 * When January and February are merged, nothing is expected of either before the end of February.
 *
 * Unknown: `no-plan` for points or last-year without any point, or a due date before the start; `no-steps` when the
 * steps have no weight.
 */
export function planShare(terms: TargetTerms, day: IsoDate): Maybe<Decimal> {
  const { plan, startOn, dueOn } = terms;
  if (plan.shape === "flat") return known(ALL);
  if (dueOn < startOn) return unknown("no-plan");
  if (day >= dueOn) return known(ALL);
  if (day < startOn) return known(NONE);
  if (plan.shape === "milestones") return stepShare(terms, day);
  if (plan.shape !== "linear" && plan.points.length === 0) return unknown("no-plan");
  const effective = effectiveDay(terms, day);
  return known(effective < startOn ? NONE : interpolate(anchorsOf(terms), monthsElapsed(effective)));
}

function stepShare(terms: TargetTerms, day: IsoDate): Maybe<Decimal> {
  const share = plannedStepShare(terms, day);
  return share.known ? known(new Decimal(share.value)) : share;
}

/**
 * The value, in the metric's unit, that is expected by the end of `day`: s + e × (T − s), rounded to 6 decimals; T for
 * a state. Unknown: as expectedRatio(); `not-a-percentage` for a goal without a start value.
 */
export function expectedValue(terms: TargetTerms, day: IsoDate, goal: Goal = goalOf(terms)): Maybe<Decimal> {
  const share = expectedShare(terms, day, goal);
  if (!share.known) return share;
  if (goal.type === "unset") return unknown(goal.reason);
  const { target, start } = goal;
  if (isExpectedAtOnce(goal)) return known(target);
  if (start === null) return unknown("not-a-percentage");
  return known(start.plus(target.minus(start).times(share.value)).toDecimalPlaces(VALUE_DECIMALS));
}

/**
 * The expected curve as the points to draw: the day before the start, every month's end, the plan's own points, the
 * steps' planned dates, the due date. Empty when nothing is expected.
 */
export function expectedCurve(terms: TargetTerms): PlanPoint[] {
  const goal = goalOf(terms);
  const days = new Set<IsoDate>([addDays(terms.startOn, -1), terms.dueOn]);
  for (let end = endOfMonth(terms.startOn); end < terms.dueOn; end = endOfMonth(addDays(end, 1))) days.add(end);
  const marked = [...terms.plan.points.map((point) => point.on), ...terms.steps.map((step) => step.plannedOn)];
  for (const on of marked) if (on >= terms.startOn && on < terms.dueOn) days.add(on);
  return [...days].toSorted().flatMap((on) => {
    const ratio = expectedRatio(terms, on, goal);
    return ratio.known ? [{ on, ratio: ratio.value }] : [];
  });
}
