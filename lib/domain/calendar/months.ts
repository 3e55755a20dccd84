// Time in months, for plans and paces.
import { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

/** Without Temporal: charts and forecasts count months thousands of times. */
function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? 29 : 28;
}

/**
 * Months elapsed at the end of `day` since the year 0. A day is a fraction of its month, so the end of November is
 * exactly 11/12 of the year.
 */
export function monthsElapsed(day: IsoDate): Decimal {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const days = daysInMonth(year, month);
  return new Decimal(year * 12 + month - 1).plus(new Decimal(date).div(days));
}

/** Months from the end of `from` to the end of `to`; negative when `to` is earlier. */
export function monthsBetween(from: IsoDate, to: IsoDate): Decimal {
  return monthsElapsed(to).minus(monthsElapsed(from));
}
