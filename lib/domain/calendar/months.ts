// Time in months, for plans and paces.
import { Decimal } from "decimal.js";
import { endOfMonth, type IsoDate } from "@/lib/domain/calendar/iso-date";

/**
 * Months elapsed at the end of `day` since the year 0. A day is a fraction of its month, so the end of November is
 * exactly 11/12 of the year.
 */
export function monthsElapsed(day: IsoDate): Decimal {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const days = Number(endOfMonth(day).slice(8, 10));
  return new Decimal(year * 12 + month - 1).plus(new Decimal(date).div(days));
}

/** Months from the end of `from` to the end of `to`; negative when `to` is earlier. */
export function monthsBetween(from: IsoDate, to: IsoDate): Decimal {
  return monthsElapsed(to).minus(monthsElapsed(from));
}
