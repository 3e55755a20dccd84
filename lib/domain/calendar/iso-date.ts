// A calendar day without time or zone. All rules count in days; instants appear only at the edge of the database.
import { Temporal } from "temporal-polyfill";

declare const isoDateBrand: unique symbol;
/** `YYYY-MM-DD`, a real day of the Gregorian calendar. Compare with < and >: the text order is the day order. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

/** Parses a day; null when the text is not one (2023-02-30, 2023-1-5, text). */
export function parseIsoDate(text: string): IsoDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() as IsoDate;
  } catch {
    return null;
  }
}

/** Parses a day in a literal or a trusted column, not in input. @throws RangeError when the text is not a day. */
export function isoDate(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`not a calendar day: ${text}`);
  return day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ days }).toString() as IsoDate;
}

/** The same day `months` later; the last day of the month when it is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ months }).toString() as IsoDate;
}

export function endOfMonth(day: IsoDate): IsoDate {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString() as IsoDate;
}

export function startOfMonth(day: IsoDate): IsoDate {
  return `${day.slice(0, 8)}01` as IsoDate;
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}

export function earlierDate(one: IsoDate, other: IsoDate): IsoDate {
  return one <= other ? one : other;
}

export function laterDate(one: IsoDate, other: IsoDate): IsoDate {
  return one >= other ? one : other;
}
