// Time in months, as plans and paces count it.
import { Decimal } from "decimal.js";
import { endOfMonth, type IsoDate } from "@/lib/domain/calendar/iso-date";

/**
 * Months elapsed at the end of `day`, counted from the year 0, days as parts of their own month: the end of
 * November is exactly 11 twelfths of the year though November is not a twelfth of its days.
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
