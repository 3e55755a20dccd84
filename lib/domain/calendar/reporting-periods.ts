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
import { addWorkingDays, type ImportedDays } from "@/lib/domain/calendar/working-days";
import { finishedSteps, weightedSteps } from "@/lib/domain/targets/milestones";
import type { Reading, ReportingCalendar, ReportingDate, TargetTerms } from "@/lib/domain/targets/types";

export interface ReportingPeriod {
  readonly startOn: IsoDate;
  /** The day the reported value speaks of. */
  readonly endOn: IsoDate;
  /** The day after the end: from here on the report is awaited. */
  readonly opensOn: IsoDate;
  /** The due day a custom calendar names; null where it follows from the cut-off: reportDueOn() knows both. */
  readonly namedDueOn: IsoDate | null;
}

/** The report that is owed next. */
export interface AwaitedReport extends ReportingPeriod {
  /** The last day on which the report is in time. */
  readonly dueOn: IsoDate;
}

export type RegularCalendar = Exclude<ReportingCalendar, "none" | "custom">;

const MONTHS_OF: Record<RegularCalendar, number> = {
  monthly: 1,
  "bi-monthly": 2,
  quarterly: 3,
  "half-yearly": 6,
  yearly: 12,
};

/**
 * The reporting periods that touch [from, to], in order. Periods are those of the calendar year (a quarter starts in
 * January, April, July or October); the first and the last are cut to `from` and `to`. None when `to` is before `from`.
 * @param mergeJanuaryFebruary monthly only: the two are one period, as in the national statistics.
 */
export function regularPeriods(
  calendar: RegularCalendar,
  from: IsoDate,
  to: IsoDate,
  mergeJanuaryFebruary: boolean,
): ReportingPeriod[] {
  const months = MONTHS_OF[calendar];
  const merged = calendar === "monthly" && mergeJanuaryFebruary;
  const periods: ReportingPeriod[] = [];
  let start = isoDate(`${from.slice(0, 4)}-01-01`);
  while (start <= to) {
    const span = merged && start.slice(5, 7) === "01" ? 2 : months;
    const end = endOfMonth(addMonths(startOfMonth(start), span - 1));
    if (end >= from) periods.push(toPeriod(laterOf(start, from), earlierOf(end, to), null));
    start = addDays(end, 1);
  }
  return periods;
}

/**
 * The periods of dates of one's own that lie in [from, to], in order: each begins the day after the one before ends,
 * the first with `from`. After the last date nothing is owed.
 */
export function customPeriods(dates: readonly ReportingDate[], from: IsoDate, to: IsoDate): ReportingPeriod[] {
  const inside = dates.filter(({ asOf }) => from <= asOf && asOf <= to);
  return inside.map(({ asOf, dueOn }, index) => {
    const before = inside[index - 1];
    return toPeriod(before === undefined ? from : addDays(before.asOf, 1), asOf, dueOn);
  });
}

function toPeriod(startOn: IsoDate, endOn: IsoDate, namedDueOn: IsoDate | null): ReportingPeriod {
  return { startOn, endOn, opensOn: addDays(endOn, 1), namedDueOn };
}

/** The last day on which the report of a period is in time: the calendar's own day, else its cut-off in working days. */
export function reportDueOn(terms: TargetTerms, period: ReportingPeriod, imported: ImportedDays): IsoDate {
  return period.namedDueOn ?? addWorkingDays(period.endOn, terms.cutOffWorkingDays, imported);
}

function periodsWithin({ calendar, plan, reportingDates }: TargetTerms, from: IsoDate, to: IsoDate): ReportingPeriod[] {
  if (calendar === "none") return [];
  if (calendar === "custom") return customPeriods(reportingDates, from, to);
  return regularPeriods(calendar, from, to, plan.mergeJanuaryFebruary);
}

/** The reporting periods of a target, from its start day to its due day. */
export function reportingPeriodsOf(terms: TargetTerms): ReportingPeriod[] {
  return periodsWithin(terms, terms.startOn, terms.dueOn);
}

/** Whether two days lie in one reporting period; outside of every period (calendar `none`) only a day itself does. */
export function isSamePeriod(terms: TargetTerms, one: IsoDate, other: IsoDate): boolean {
  if (one === other) return true;
  return reportingPeriodsOf(terms).some(
    ({ startOn, endOn }) => startOn <= one && one <= endOn && startOn <= other && other <= endOn,
  );
}

/** The latest approved report, as far as it decides which one is owed next. */
type LastReport = Pick<Reading, "asOf" | "completedSteps">;

/** The first day that has not been reported, of those that are to be. */
function firstUnreportedDay(terms: TargetTerms, last: LastReport | null): IsoDate {
  if (last !== null && last.asOf >= terms.startOn) return addDays(last.asOf, 1);
  return terms.issuedOn === null ? terms.startOn : laterOf(terms.startOn, terms.issuedOn);
}

/**
 * The first day something is to be reported about: for a milestone the planned day of its earliest step that is not
 * reported as done, at the latest the target's due day; for the others every day. Null when every step is done.
 */
function firstReportableDay(terms: TargetTerms, last: LastReport | null): IsoDate | null {
  const steps = terms.kind === "milestone" ? weightedSteps(terms) : [];
  if (steps.length === 0) return terms.startOn;
  const done = new Set(last === null ? [] : finishedSteps(terms, last).map((step) => step.key));
  const open = steps.filter((step) => !done.has(step.key)).map((step) => earlierOf(step.plannedOn, terms.dueOn));
  return open.length === 0 ? null : open.reduce(earlierOf);
}

/** The first reporting period that ends on `day` or later. */
function firstPeriodEndingFrom(terms: TargetTerms, day: IsoDate): ReportingPeriod | null {
  // Regular periods end with the year at the latest, so the day's own year is enough, however long the target runs.
  // Dates of one's own may be years apart.
  const isCustom = terms.calendar === "custom";
  const from = isCustom ? terms.startOn : laterOf(isoDate(`${day.slice(0, 4)}-01-01`), terms.startOn);
  const to = isCustom ? terms.dueOn : earlierOf(isoDate(`${day.slice(0, 4)}-12-31`), terms.dueOn);
  return periodsWithin(terms, from, to).find(({ endOn }) => endOn >= day) ?? null;
}

/**
 * The period the next report is about: the first whose end lies after the last report's as-of day. A report that speaks
 * of a day inside a period does not yet answer for it. Before the first report it is the first period that had not ended
 * when the target was issued.
 *
 * A milestone owes a report for a period by whose end a step is planned that is not reported as done. So a step that is
 * past its day is asked for in every period until it is, and between two steps nothing is owed.
 *
 * Null when no report is awaited: calendar `none`, the last period reported, or a target that takes no reports: a
 * draft, one its owner has not signed for yet, a closed or a withdrawn one; a milestone whose steps are all done.
 */
export function nextReportAfter(
  terms: TargetTerms,
  last: LastReport | null,
  imported: ImportedDays,
): AwaitedReport | null {
  if (terms.state !== "received") return null;
  if (last !== null && last.asOf >= terms.dueOn) return null;
  const owed = firstReportableDay(terms, last);
  const period = owed === null ? null : firstPeriodEndingFrom(terms, laterOf(firstUnreportedDay(terms, last), owed));
  return period === null ? null : { ...period, dueOn: reportDueOn(terms, period, imported) };
}

/**
 * The first day on which no report is expected any more after the last one, until the next one opens: of a target that
 * takes no reports the day after the last, of a milestone the day after the first period for which nothing was owed.
 * Null where each period's report follows the one before.
 */
export function noReportExpectedFrom(terms: TargetTerms, last: LastReport, imported: ImportedDays): IsoDate | null {
  if (terms.state !== "received" || terms.calendar === "none") return addDays(last.asOf, 1);
  if (terms.kind !== "milestone" || last.asOf >= terms.dueOn) return null;
  const following = firstPeriodEndingFrom(terms, firstUnreportedDay(terms, last));
  const next = nextReportAfter(terms, last, imported);
  if (following === null || (next !== null && following.endOn >= next.endOn)) return null;
  return following.opensOn;
}
