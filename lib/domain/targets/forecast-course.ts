// The course of a target for the forecast: the plan's shares and last year's values.
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { monthsElapsed } from "@/lib/domain/calendar/months";
import { readingValue } from "@/lib/domain/targets/completion";
import { planShare } from "@/lib/domain/targets/expected";
import { type Course, interpolate, type LastYear, type Moment } from "@/lib/domain/targets/forecast-curve";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";

/** The fewest values of last year that make a course. */
const FEWEST_VALUES = 4;
const YEAR = 12;
/** Months that differ by less are the same: a due date of 30 December still ends a year. */
export const TOLERANCE = 0.05;

/** Whether the period is at most a year: only then is there a year before, and growth that of the year to date. */
export function isWithinYear(end: Moment): boolean {
  return end.at <= YEAR + TOLERANCE;
}

/** Counts months from the start of the period. */
export function momentsOf({ startOn }: TargetTerms): (on: IsoDate) => Moment {
  const start = monthsElapsed(addDays(startOn, -1));
  return (on) => ({ on, at: monthsElapsed(on).minus(start).toNumber() });
}

/** The course of a target: its plan, and last year where it may count. */
export function courseOf(terms: TargetTerms, readings: readonly Reading[], moment: (on: IsoDate) => Moment): Course {
  const end = moment(terms.dueOn);
  const lastYear = lastYearOf(terms, readings, moment);
  const isLinear = terms.plan.shape === "flat" || (terms.plan.shape === "last-year" && lastYear !== null);
  const curve: TargetTerms = isLinear ? { ...terms, plan: { ...terms.plan, shape: "linear" } } : terms;
  return { end, planned: plannedShares(curve), lastYear };
}

/** Each day's share of the plan, computed once: the back-test uses every day several times. */
function plannedShares(terms: TargetTerms): (on: IsoDate) => number {
  const shares = new Map<IsoDate, number>();
  return (on) => {
    const computed = shares.get(on);
    if (computed !== undefined) return computed;
    const share = planShare(terms, on);
    const number = share.known ? share.value.toNumber() : Number.NaN;
    shares.set(on, number);
    return number;
  };
}

function lastYearOf(
  terms: TargetTerms,
  readings: readonly Reading[],
  moment: (on: IsoDate) => Moment,
): LastYear | null {
  const end = moment(terms.dueOn);
  if (terms.kind === "growth" || !isWithinYear(end)) return null;
  const length = end.at;
  const values = readings
    .flatMap((reading) => {
      const value = readingValue(terms, reading);
      return value.known ? [{ at: moment(reading.asOf).at + YEAR, value: value.value.toNumber() }] : [];
    })
    .filter(({ at }) => at > 0 && at <= length + TOLERANCE)
    .sort((a, b) => a.at - b.at);
  const isTotal = terms.kind === "cumulative";
  const reachesEnd = (values.at(-1)?.at ?? 0) >= length - TOLERANCE;
  if (values.length >= FEWEST_VALUES && reachesEnd) return lastYearCurve(values, isTotal);
  const { shape, points } = terms.plan;
  if (!isTotal || shape !== "last-year" || points.length < FEWEST_VALUES) return null;
  const shares = points.map((point) => ({ at: moment(point.on).at, value: point.ratio }));
  return {
    ...lastYearCurve([...shares.filter(({ at }) => at < length), { at: length, value: 1 }], isTotal),
    isCount: false,
    isShape: true,
  };
}

function lastYearCurve(values: readonly { at: number; value: number }[], isTotal: boolean): LastYear {
  const curve = isTotal ? [{ at: 0, value: 0 }, ...values] : values;
  return {
    valueAt: (at) => interpolate(curve, at),
    end: curve.at(-1)?.value ?? 0,
    isCount: curve.every(({ value }) => Number.isInteger(value)),
    isShape: false,
  };
}
