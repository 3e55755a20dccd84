// A calendar day without time or zone. All rules count in days; instants appear only at the edge of the database. The
// arithmetic is that of Temporal.PlainDate, whose polyfill takes twenty times as long: lists and imports compute
// thousands of days.

declare const isoDateBrand: unique symbol;
/** `YYYY-MM-DD`, a real day of the Gregorian calendar. Compare with < and >: the text order is the day order. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

const DAY_MS = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** @param month from 1; 0 for a month that does not exist */
function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

const monthOf = (day: IsoDate) => Number(day.slice(5, 7));
const dayOfMonth = (day: IsoDate) => Number(day.slice(8, 10));

function toIsoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as IsoDate;
}

/** Parses a day; null when the text is not one (2023-02-30, 2023-1-5, text). */
export function parseIsoDate(text: string): IsoDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = text as IsoDate;
  const number = dayOfMonth(day);
  return number >= 1 && number <= daysInMonth(yearOf(day), monthOf(day)) ? day : null;
}

/** Parses a day in a literal or a trusted column, not in input. @throws RangeError when the text is not a day. */
export function isoDate(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`not a calendar day: ${text}`);
  return day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, -"T00:00:00.000Z".length) as IsoDate;
}

/** The same day `months` later; the last day of the month when it is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const sum = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(sum / 12), (sum % 12) + 1];
  return toIsoDate(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
}

export function endOfMonth(day: IsoDate): IsoDate {
  return toIsoDate(yearOf(day), monthOf(day), daysInMonth(yearOf(day), monthOf(day)));
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
