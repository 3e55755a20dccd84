// How much of the way is expected by the end of a day.
import { Decimal } from "decimal.js";
import { addDays, earlierDate, endOfMonth, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { monthsElapsed } from "@/lib/domain/calendar/months";
import { goalOf } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import type { Goal } from "@/lib/domain/targets/goal-types";
import { known, RATIO_DECIMALS, roundedNumber, unknown } from "@/lib/domain/targets/maybe";
import { plannedStepShare } from "@/lib/domain/targets/milestones";
import type { Maybe, TargetTerms } from "@/lib/domain/targets/types";

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

/**
 * The day on which the course starts, at its end: the day before the start date, or the end of the baseline's year if
 * that is earlier, because the way begins where the baseline was measured.
 */
function courseStart({ kind, baseline, startOn }: TargetTerms): IsoDate {
  const before = addDays(startOn, -1);
  if (baseline === null || (kind !== "level" && kind !== "ratio")) return before;
  return earlierDate(before, isoDate(`${baseline.year}-12-31`));
}

/** 0 at the start, the plan's own points in order, 1 on the due date. Null when values have no start or no figure. */
function anchorsOf(terms: TargetTerms): Anchor[] | null {
  const own = ownPoints(terms);
  if (own === null) return null;
  const inside = own
    .filter(({ on, ratio }) => on >= terms.startOn && on < terms.dueOn && ratio.isFinite())
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ on, ratio }) => ({ at: monthsElapsed(on), ratio }));
  return [
    { at: monthsElapsed(courseStart(terms)), ratio: NONE },
    ...inside,
    { at: monthsElapsed(terms.dueOn), ratio: ALL },
  ];
}

/** Where planned values start. */
function valueAtStart({ kind, baseline }: TargetTerms): Decimal | null {
  return kind === "cumulative" ? NONE : (baseline?.value ?? null);
}

function ownPoints(terms: TargetTerms): { on: IsoDate; ratio: Decimal }[] | null {
  const { plan, value } = terms;
  if (plan.shape === "points" || plan.shape === "last-year") {
    return plan.points.map(({ on, ratio }) => ({ on, ratio: new Decimal(ratio) }));
  }
  if (plan.shape !== "values") return [];
  const start = valueAtStart(terms);
  if (start === null || value === null) return null;
  return plan.values.map((point) => ({ on: point.on, ratio: point.value.minus(start).div(value.minus(start)) }));
}

/** The value that a course of values expects by the end of `day`: the first one before it, the figure from the due date on. */
function courseValue(terms: TargetTerms, day: IsoDate, target: Decimal): Decimal {
  const values = terms.plan.values
    .filter(({ on }) => on >= terms.startOn && on < terms.dueOn)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ on, value }) => ({ at: monthsElapsed(on), ratio: value }));
  if (day >= terms.dueOn) return target;
  return interpolate([...values, { at: monthsElapsed(terms.dueOn), ratio: target }], monthsElapsed(day));
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
export function expectedShare(terms: TargetTerms, day: IsoDate, goal: Goal): Maybe<Decimal> {
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
 * due date on. The way of a level or ratio starts at the end of its baseline's year: see courseStart().
 *
 * - linear: whole months count alike, days are parts of their month (end of February 2/12, of November 11/12);
 * - points, last-year: straight lines (in months) between the points, from 0 at the start to 1 on the due date;
 * - values: the same, each value being its share of the way from the start to the figure;
 * - milestones: the weight of the steps planned by `day`;
 * - flat: 1 throughout.
 *
 * When January and February are merged, nothing is expected of either before the end of February.
 *
 * Unknown: `no-plan` for points, values or last-year without any point, values without a start or a figure, or a due
 * date before the start; `target-equals-baseline` for values whose figure is their start; `no-steps` when the steps have
 * no weight.
 */
export function planShare(terms: TargetTerms, day: IsoDate): Maybe<Decimal> {
  const { plan, startOn, dueOn } = terms;
  if (plan.shape === "flat") return known(ALL);
  if (dueOn < startOn) return unknown("no-plan");
  if (day >= dueOn) return known(ALL);
  if (day <= courseStart(terms)) return known(NONE);
  if (plan.shape === "milestones") return stepShare(terms, day);
  const hasPoints = plan.shape === "values" ? plan.values.length > 0 : plan.points.length > 0;
  const start = plan.shape === "values" && hasPoints ? valueAtStart(terms) : null;
  if (start !== null && terms.value?.eq(start)) return unknown("target-equals-baseline");
  const anchors = anchorsOf(terms);
  if (anchors === null || (plan.shape !== "linear" && !hasPoints)) return unknown("no-plan");
  return known(interpolate(anchors, monthsElapsed(effectiveDay(terms, day))));
}

function stepShare(terms: TargetTerms, day: IsoDate): Maybe<Decimal> {
  const share = plannedStepShare(terms, day);
  return share.known ? known(new Decimal(share.value)) : share;
}

/**
 * The value, in the metric's unit, that is expected by the end of `day`: s + e × (T − s), rounded to 6 decimals; T for
 * a state, and the planned value for a course of values. Unknown: as expectedRatio(); `not-a-percentage` for a goal without a start value.
 */
export function expectedValue(terms: TargetTerms, day: IsoDate, goal: Goal = goalOf(terms)): Maybe<Decimal> {
  if (goal.type === "unset") return unknown(goal.reason);
  const { target, start } = goal;
  if (goal.type === "follow-course") return known(courseValue(terms, day, target).toDecimalPlaces(VALUE_DECIMALS));
  if (isExpectedAtOnce(goal)) return known(target);
  const share = expectedShare(terms, day, goal);
  if (!share.known) return share;
  if (start === null) return unknown("not-a-percentage");
  return known(start.plus(target.minus(start).times(share.value)).toDecimalPlaces(VALUE_DECIMALS));
}

/**
 * The days at which the expected course bends: the day before the start, every month's end, the plan's own points, the
 * steps' planned dates, the due date. Empty when nothing is expected.
 */
export function courseDays(terms: TargetTerms): IsoDate[] {
  const goal = goalOf(terms);
  const days = new Set<IsoDate>([addDays(terms.startOn, -1), terms.dueOn]);
  for (let end = endOfMonth(terms.startOn); end < terms.dueOn; end = endOfMonth(addDays(end, 1))) days.add(end);
  const { points, values } = terms.plan;
  const marked = [...[...points, ...values].map(({ on }) => on), ...terms.steps.map(({ plannedOn }) => plannedOn)];
  for (const on of marked) if (on >= terms.startOn && on < terms.dueOn) days.add(on);
  const isExpected = (on: IsoDate) =>
    goal.type === "follow-course" ? expectedValue(terms, on, goal).known : expectedRatio(terms, on, goal).known;
  return [...days].toSorted().filter(isExpected);
}
