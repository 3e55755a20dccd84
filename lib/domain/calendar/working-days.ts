// Working days of the People's Republic of China: public holidays and the make-up days that pay for them.
import chineseDays from "chinese-days";
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";

/**
 * Whether offices work on `day`, by the State Council's yearly notices as kept in the `chinese-days` library
 * (2004 to the latest notice published when the library was released).
 *
 * Outside those years the holidays are not known: every Monday to Friday counts as a working day. A cut-off worked
 * out for such a year may thus lie a few days too early, never too late.
 */
export function isWorkingDay(day: IsoDate): boolean {
  // With slashes the library reads a local day; with hyphens it would read midnight UTC, which west of Greenwich
  // is the day before.
  return chineseDays.isWorkday(day.replaceAll("-", "/"));
}

/**
 * The `count`-th working day after `day`; `day` itself for 0.
 * @throws RangeError when `count` is not a whole number from 0 to 366.
 */
export function addWorkingDays(day: IsoDate, count: number): IsoDate {
  if (!Number.isInteger(count) || count < 0 || count > 366) {
    throw new RangeError(`not a number of working days: ${count}`);
  }
  let result = day;
  for (let left = count; left > 0; ) {
    result = addDays(result, 1);
    if (isWorkingDay(result)) left -= 1;
  }
  return result;
}
