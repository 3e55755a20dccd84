// Reporting dates of an office's own: what they must be, and what of them may still change.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { ReportingDate } from "@/lib/domain/targets/types";

type DateErrorKey = "due-before-as-of" | "date-twice" | "date-in-the-past" | "date-has-passed" | "in-the-past";

/** A fault of the date at `index`; with null, of a date that is no longer there. */
export interface DateError {
  readonly index: number | null;
  readonly field: keyof ReportingDate;
  readonly fault: DateErrorKey;
}

/** Whether any part of a date that is in use lies behind `today`: the day it speaks of stays from then on. */
export function hasBegun({ asOf }: ReportingDate, today: IsoDate): boolean {
  return asOf < today;
}

/** Whether the last day of being in time lies behind `today` as well: then nothing of the date changes any more. */
export function hasPassed({ dueOn }: ReportingDate, today: IsoDate): boolean {
  return dueOn < today;
}

/** Dates that contradict themselves or each other. */
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
 * What a change would rewrite of days gone by, for a calendar that issued targets report by: who was late then stays
 * late, who was in time stays so. A date that has begun keeps the day it speaks of and cannot be taken away; until its
 * due day has passed, that may be moved to any day from today on. New dates begin today at the earliest.
 */
export function findPastDateErrors(
  before: readonly ReportingDate[],
  after: readonly ReportingDate[],
  today: IsoDate,
): DateError[] {
  const kept = new Map(before.filter((date) => hasBegun(date, today)).map((date) => [date.asOf, date]));
  const faults = after.flatMap((date, index): DateError[] => {
    const old = kept.get(date.asOf);
    kept.delete(date.asOf);
    if (old === undefined) return hasBegun(date, today) ? [{ index, field: "asOf", fault: "date-in-the-past" }] : [];
    if (old.dueOn === date.dueOn) return [];
    if (hasPassed(old, today)) return [{ index, field: "dueOn", fault: "date-has-passed" }];
    return hasPassed(date, today) ? [{ index, field: "dueOn", fault: "in-the-past" }] : [];
  });
  const gone = [...kept.values()].map((): DateError => ({ index: null, field: "asOf", fault: "date-has-passed" }));
  return [...faults, ...gone];
}
