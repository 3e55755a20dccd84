// Validation of the reporting dates of a custom calendar, new and changed.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ReportingDate } from "@/lib/domain/targets/types";

type DateErrorKey = "due-before-as-of" | "date-twice" | "date-in-the-past" | "date-has-passed" | "in-the-past";

/** An error of the date at `index`; null for a date that was removed. */
export interface DateError {
  readonly index: number | null;
  readonly field: keyof ReportingDate;
  readonly fault: DateErrorKey;
}

/** Whether the as-of date is before `today`; it cannot change from then on. */
export function hasBegun({ asOf }: ReportingDate, today: IsoDate): boolean {
  return asOf < today;
}

/** Whether the due date is before `today` as well; then the date cannot change at all. */
export function hasPassed({ dueOn }: ReportingDate, today: IsoDate): boolean {
  return dueOn < today;
}

/** Due dates before their as-of date, and repeated as-of dates. */
export function findDateErrors(dates: readonly ReportingDate[]): DateError[] {
  return dates.flatMap(({ asOf, dueOn }, index): DateError[] => {
    const faults: DateError[] = [];
    if (dueOn < asOf) faults.push({ index, field: "dueOn", fault: "due-before-as-of" });
    if (dates.findIndex((other) => other.asOf === asOf) < index)
      faults.push({ index, field: "asOf", fault: "date-twice" });
    return faults;
  });
}

/**
 * The errors of a change that would rewrite the past, for a calendar in use: a report that was late stays late. A date
 * whose as-of date is past cannot be removed or moved; its due date can move to today or later until it has passed. New
 * dates start today at the earliest.
 */
export function findPastDateErrors(
  before: readonly ReportingDate[],
  after: readonly ReportingDate[],
  today: IsoDate,
): DateError[] {
  const begun = new Map(before.filter((date) => hasBegun(date, today)).map((date) => [date.asOf, date]));
  const faults = after.flatMap((date, index): DateError[] => {
    const old = begun.get(date.asOf);
    begun.delete(date.asOf);
    if (old === undefined) return hasBegun(date, today) ? [{ index, field: "asOf", fault: "date-in-the-past" }] : [];
    if (old.dueOn === date.dueOn) return [];
    if (hasPassed(old, today)) return [{ index, field: "dueOn", fault: "date-has-passed" }];
    return hasPassed(date, today) ? [{ index, field: "dueOn", fault: "in-the-past" }] : [];
  });
  const gone = [...begun.values()].map((): DateError => ({ index: null, field: "asOf", fault: "date-has-passed" }));
  return [...faults, ...gone];
}
