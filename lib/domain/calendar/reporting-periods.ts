// The periods a target is reported for, and the next report it owes.
import {
  addDays,
  addMonths,
  earlierOf,
  endOfMonth,
  type IsoDate,
  isoDate,
  laterOf,
  startOfMonth,
} from "@/lib/domain/calendar/iso-date";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import type { ReportingCalendar, TargetTerms } from "@/lib/domain/targets/types";

export interface ReportingPeriod {
  readonly startOn: IsoDate;
  /** The day the reported value speaks of. */
  readonly endOn: IsoDate;
  /** The day after the end: from here on the report is awaited. */
  readonly opensOn: IsoDate;
  /** The last day on which the report is in time. */
  readonly dueOn: IsoDate;
}

export interface PeriodOptions {
  readonly cutOffWorkingDays: number;
  /** Monthly only: January and February are one period, as in the national statistics. */
  readonly mergeJanuaryFebruary: boolean;
}

const MONTHS_OF: Record<Exclude<ReportingCalendar, "none">, number> = {
  monthly: 1,
  "bi-monthly": 2,
  quarterly: 3,
  "half-yearly": 6,
  yearly: 12,
};

/**
 * The reporting periods that touch [from, to], in order. Periods are those of the calendar year (a quarter starts in
 * January, April, July or October); the first and the last are cut to `from` and `to`. Each is due its cut-off
 * (working days) after its end. None for calendar `none`, and none when `to` is before `from`.
 */
export function reportingPeriods(
  calendar: ReportingCalendar,
  from: IsoDate,
  to: IsoDate,
  options: PeriodOptions,
): ReportingPeriod[] {
  if (calendar === "none") return [];
  const months = MONTHS_OF[calendar];
  const merged = calendar === "monthly" && options.mergeJanuaryFebruary;
  const periods: ReportingPeriod[] = [];
  let start = isoDate(`${from.slice(0, 4)}-01-01`);
  while (start <= to) {
    const span = merged && start.slice(5, 7) === "01" ? 2 : months;
    const end = endOfMonth(addMonths(startOfMonth(start), span - 1));
    if (end >= from) periods.push(cutPeriod(start, end, from, to, options.cutOffWorkingDays));
    start = addDays(end, 1);
  }
  return periods;
}

function cutPeriod(start: IsoDate, end: IsoDate, from: IsoDate, to: IsoDate, cutOff: number): ReportingPeriod {
  const endOn = earlierOf(end, to);
  return {
    startOn: laterOf(start, from),
    endOn,
    opensOn: addDays(endOn, 1),
    dueOn: addWorkingDays(endOn, cutOff),
  };
}

/** The reporting periods of a target, from its start day to its due day. */
export function reportingPeriodsOf(terms: TargetTerms): ReportingPeriod[] {
  return reportingPeriods(terms.calendar, terms.startOn, terms.dueOn, {
    cutOffWorkingDays: terms.cutOffWorkingDays,
    mergeJanuaryFebruary: terms.plan.mergeJanuaryFebruary,
  });
}

/**
 * The period the next report is about: the first whose end lies after `lastAsOf`. A report that speaks of a day
 * inside a period does not yet answer for it. Before the first report it is the first period that had not ended when the
 * target was issued.
 *
 * Null when no report is awaited: calendar `none`, the last period reported, or a target that is not in force
 * (draft, closed, withdrawn).
 */
export function nextReportAfter(terms: TargetTerms, lastAsOf: IsoDate | null): ReportingPeriod | null {
  if (terms.state !== "issued" && terms.state !== "received") return null;
  if (terms.calendar === "none" || (lastAsOf !== null && lastAsOf >= terms.dueOn)) return null;
  const owedFrom = terms.issuedOn === null ? terms.startOn : laterOf(terms.startOn, terms.issuedOn);
  const awaited = lastAsOf !== null && lastAsOf >= terms.startOn ? addDays(lastAsOf, 1) : owedFrom;
  // Periods end with the year at the latest, so the awaited day's own year is enough, however long the target runs.
  const yearStart = isoDate(`${awaited.slice(0, 4)}-01-01`);
  const yearEnd = isoDate(`${awaited.slice(0, 4)}-12-31`);
  const periods = reportingPeriods(terms.calendar, laterOf(yearStart, terms.startOn), earlierOf(yearEnd, terms.dueOn), {
    cutOffWorkingDays: terms.cutOffWorkingDays,
    mergeJanuaryFebruary: terms.plan.mergeJanuaryFebruary,
  });
  return periods.find((period) => period.endOn >= awaited) ?? null;
}
