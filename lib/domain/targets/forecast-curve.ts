// The curves that a forecast follows, in floating point: readings, last year's values and the plan, by months.
import { addMonths, endOfMonth, type IsoDate } from "@/lib/domain/calendar/iso-date";

/** A day and the months from the start of the period to its end. */
export interface Moment {
  readonly on: IsoDate;
  readonly at: number;
}

export interface Point extends Moment {
  readonly value: number;
}

/** Last year's values, a year later: straight lines between them, by months from the start of the period. */
export interface LastYear {
  readonly valueAt: (at: number) => number;
  readonly end: number;
  /** Every value is a whole number, so the metric counts things. */
  readonly isCount: boolean;
  /** Shares of the year (from a plan), not values. */
  readonly isShape: boolean;
}

export interface Course {
  /** The due date. */
  readonly end: Moment;
  /** The share (0–1) of a total that is planned by a day. */
  readonly planned: (on: IsoDate) => number;
  readonly lastYear: LastYear | null;
}

/** What a method expects of a later day. */
export interface Outlook {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How much of the course is last year's (0–1). */
  readonly lastYearWeight: number;
}

/** The value at `at` on straight lines between the points; the first or last value outside them. */
export function interpolate(points: readonly Pick<Point, "at" | "value">[], at: number): number {
  const after = points.findIndex((point) => point.at >= at);
  const [before, next] = [points[after - 1], points[after]];
  if (next === undefined) return points.at(-1)?.value ?? 0;
  if (before === undefined) return next.value;
  return before.value + ((at - before.at) / (next.at - before.at)) * (next.value - before.value);
}

/** The days after the last point, as far apart as the points are on average, to the end: future reports. */
export function momentsAhead(points: readonly Point[], end: Moment, toMoment: (on: IsoDate) => Moment): Moment[] {
  const last = points.at(-1);
  if (last === undefined) return [end];
  const step = Math.max(1, Math.round(last.at / points.length));
  const ahead: Moment[] = [];
  for (let count = step; ; count += step) {
    const moment = toMoment(endOfMonth(addMonths(last.on, count)));
    if (moment.on >= end.on) return [...ahead, end];
    ahead.push(moment);
  }
}

/** The 90th percentile of Student's t: of ±t, 80 % lie inside (Cornish–Fisher, within 2 % from 3 degrees on). */
export function studentQuantile(degrees: number): number {
  return 1.2816 + 0.8466 / degrees + 0.571 / degrees ** 2;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

export function clamp(number: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, number));
}
