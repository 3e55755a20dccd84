// Working days of the People's Republic of China: public holidays and the make-up days that compensate for them.
import chineseDays from "chinese-days/dist/chinese-days.json";
import { Temporal } from "temporal-polyfill";
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";

// The library's tables are read as data. Its functions use the machine's time zone, and west of Greenwich they
// return the previous day.
const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(chineseDays.holidays));
const MAKE_UP_DAYS: ReadonlySet<string> = new Set(Object.keys(chineseDays.workdays));

/** The years that the library covers. */
export function publishedYears(): { readonly first: number; readonly last: number } {
  const years = [...HOLIDAYS].map((day) => Number(day.slice(0, 4)));
  return { first: Math.min(...years), last: Math.max(...years) };
}

export const SPECIAL_DAYS = ["holiday", "make-up"] as const;
/** A day off on any weekday, or a weekend day that is worked. */
export type SpecialDay = (typeof SPECIAL_DAYS)[number];

/** The days an office has imported: a year that the library does not cover, or corrections by a later notice. */
export type ImportedDays = ReadonlyMap<IsoDate, SpecialDay>;
export const NO_IMPORTED_DAYS: ImportedDays = new Map();

/** The library's entry for `day`; null for an ordinary one. */
export function publishedDay(day: IsoDate): SpecialDay | null {
  if (MAKE_UP_DAYS.has(day)) return "make-up";
  return HOLIDAYS.has(day) ? "holiday" : null;
}

/**
 * Whether offices work on `day`: by the imported days, otherwise by the State Council's yearly notices in the
 * `chinese-days` library (2004 to the latest notice published when the library was released).
 *
 * For other years the holidays are unknown: every Monday to Friday counts as a working day. A cut-off computed for
 * such a year may be some days too early, never more than a holiday's length.
 */
export function isWorkingDay(day: IsoDate, imported: ImportedDays): boolean {
  const special = imported.get(day) ?? publishedDay(day);
  return special === null ? Temporal.PlainDate.from(day).dayOfWeek <= 5 : special === "make-up";
}

/**
 * The `count`-th working day after `day`; `day` itself for 0.
 * @throws RangeError when `count` is not a whole number from 0 to 366.
 */
export function addWorkingDays(day: IsoDate, count: number, imported: ImportedDays): IsoDate {
  if (!Number.isInteger(count) || count < 0 || count > 366) {
    throw new RangeError(`not a number of working days: ${count}`);
  }
  let result = day;
  for (let left = count; left > 0; ) {
    result = addDays(result, 1);
    if (isWorkingDay(result, imported)) left -= 1;
  }
  return result;
}
