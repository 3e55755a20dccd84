// The reporting periods of a target, and its next report.
import {
  addDays,
  addMonths,
  earlierDate,
  endOfMonth,
  type IsoDate,
  isoDate,
  laterDate,
  startOfMonth,
} from "@/lib/domain/calendar/iso-date";
import { addWorkingDays, type ImportedDays } from "@/lib/domain/calendar/working-days";
import { finishedSteps, weightedSteps } from "@/lib/domain/targets/milestones";
import type { Plan, Reading, ReportingCalendar, ReportingDate, TargetTerms } from "@/lib/domain/targets/types";

/** The part of the terms that decides the reporting periods and their due dates. */
export interface ReportingTerms
  extends Pick<
    TargetTerms,
    "startOn" | "dueOn" | "calendar" | "reportingDates" | "cutOffWorkingDays" | "publicationLagMonths"
  > {
  readonly plan: Pick<Plan, "mergeJanuaryFebruary">;
}

export interface ReportingPeriod {
  readonly startOn: IsoDate;
  /** The as-of date of the report. */
  readonly endOn: IsoDate;
  /** The first day on which the report is expected: the day after the end, later by the publication lag. */
  readonly opensOn: IsoDate;
  /** The due date in a custom calendar; null when it follows from the cut-off. reportDueOn() covers both. */
  readonly namedDueOn: IsoDate | null;
}

/** The next report. */
export interface AwaitedReport extends ReportingPeriod {
  /** The last day on which the report is on time. */
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
 * The reporting periods that overlap [from, to], in order. They are periods of the calendar year (a quarter starts in
 * January, April, July or October); the first and the last are cut to `from` and `to`. Empty when `to` is before `from`.
 * @param mergeJanuaryFebruary monthly only: both months are one period, as in the national statistics.
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
    if (end >= from) periods.push(toPeriod(laterDate(start, from), earlierDate(end, to), null));
    start = addDays(end, 1);
  }
  return periods;
}

/**
 * The periods of custom reporting dates inside [from, to], in order: each starts the day after the previous one, the
 * first on `from`. No report is due after the last date.
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

/**
 * The last day on which the report of a period is on time: the date in the calendar, else the cut-off in working days
 * after the end of the period or, with a publication lag, after the day before the report opens.
 */
export function reportDueOn(terms: ReportingTerms, period: ReportingPeriod, imported: ImportedDays): IsoDate {
  return period.namedDueOn ?? addWorkingDays(addDays(period.opensOn, -1), terms.cutOffWorkingDays, imported);
}

/** The periods of statistics that are published `months` after the end of each: their reports open that much later. */
function withLag(periods: readonly ReportingPeriod[], months: number): ReportingPeriod[] {
  return periods.map((period) => ({ ...period, opensOn: addMonths(period.opensOn, months) }));
}

function periodsWithin(terms: ReportingTerms, from: IsoDate, to: IsoDate): ReportingPeriod[] {
  const { calendar, plan, reportingDates, publicationLagMonths } = terms;
  if (calendar === "none") return [];
  if (calendar === "custom") return customPeriods(reportingDates, from, to);
  return withLag(regularPeriods(calendar, from, to, plan.mergeJanuaryFebruary), publicationLagMonths);
}

/** The reporting periods of a target, from its start date to its due date. */
export function reportingPeriodsOf(terms: ReportingTerms): ReportingPeriod[] {
  return periodsWithin(terms, terms.startOn, terms.dueOn);
}

/**
 * Whether two days are in the same reporting period. Outside every period (calendar `none`) only equal days are. The
 * periods are computed once for all pairs of days.
 */
export function samePeriodTest(terms: ReportingTerms): (one: IsoDate, other: IsoDate) => boolean {
  let periods: readonly ReportingPeriod[] | null = null;
  return (one, other) => {
    if (one === other) return true;
    periods ??= reportingPeriodsOf(terms);
    return periods.some(({ startOn, endOn }) => startOn <= one && one <= endOn && startOn <= other && other <= endOn);
  };
}

/** The same for one pair of days. */
export function isSamePeriod(terms: ReportingTerms, one: IsoDate, other: IsoDate): boolean {
  return samePeriodTest(terms)(one, other);
}

/** The part of the latest approved report that decides which report is next. */
type LastReport = Pick<Reading, "asOf" | "completedSteps">;

/** The first day without a report, from the start or the issue of the target on. */
function firstUnreportedDay(terms: TargetTerms, last: LastReport | null): IsoDate {
  if (last !== null && last.asOf >= terms.startOn) return addDays(last.asOf, 1);
  return terms.issuedOn === null ? terms.startOn : laterDate(terms.startOn, terms.issuedOn);
}

/**
 * The first day to report on: for a milestone the planned date of its earliest open step, at the latest the due date;
 * for others the start date. Null when every step is completed.
 */
function firstReportableDay(terms: TargetTerms, last: LastReport | null): IsoDate | null {
  const steps = terms.kind === "milestone" ? weightedSteps(terms) : [];
  if (steps.length === 0) return terms.startOn;
  const done = new Set(last === null ? [] : finishedSteps(terms, last).map((step) => step.key));
  const open = steps.filter((step) => !done.has(step.key)).map((step) => earlierDate(step.plannedOn, terms.dueOn));
  return open.length === 0 ? null : open.reduce(earlierDate);
}

/** The first reporting period that ends on `day` or later. */
function firstPeriodEndingFrom(terms: TargetTerms, day: IsoDate): ReportingPeriod | null {
  // A regular period ends within its year, so the year of the day is enough. Custom dates may be years apart.
  const isCustom = terms.calendar === "custom";
  const from = isCustom ? terms.startOn : laterDate(isoDate(`${day.slice(0, 4)}-01-01`), terms.startOn);
  const to = isCustom ? terms.dueOn : earlierDate(isoDate(`${day.slice(0, 4)}-12-31`), terms.dueOn);
  return periodsWithin(terms, from, to).find(({ endOn }) => endOn >= day) ?? null;
}

/**
 * The period of the next report: the first that ends after the as-of date of the last report. A report on a day inside a
 * period does not complete it. Before the first report it is the first period that had not ended when the target was
 * issued.
 *
 * A milestone reports for a period when a step planned by its end is open: an overdue step is due in every period until
 * it is completed, and no report is due between two steps.
 *
 * Null when no report is expected: calendar `none`, the last period reported, a target that does not accept reports (a
 * draft, not yet received, closed, withdrawn), or a milestone with all steps completed.
 */
export function nextReportAfter(
  terms: TargetTerms,
  last: LastReport | null,
  imported: ImportedDays,
): AwaitedReport | null {
  if (terms.state !== "received") return null;
  if (last !== null && last.asOf >= terms.dueOn) return null;
  const earliest = firstReportableDay(terms, last);
  const period =
    earliest === null ? null : firstPeriodEndingFrom(terms, laterDate(firstUnreportedDay(terms, last), earliest));
  return period === null ? null : { ...period, dueOn: reportDueOn(terms, period, imported) };
}

/**
 * The report that closes a target whose calendar has no date left until the due date: it is expected from the day after
 * the due date on, so that a light does not stay green without a report. Null under the conditions of nextReportAfter(), and for
 * a milestone with all steps completed.
 */
function closingReport(terms: TargetTerms, last: LastReport | null, imported: ImportedDays): AwaitedReport | null {
  if (terms.state !== "received" || (last !== null && last.asOf >= terms.dueOn)) return null;
  if (firstReportableDay(terms, last) === null) return null;
  const [period] = withLag([toPeriod(terms.startOn, terms.dueOn, null)], terms.publicationLagMonths);
  return period === undefined ? null : { ...period, dueOn: reportDueOn(terms, period, imported) };
}

/** The report that the freshness of a target is about: the next of its calendar, else the closing one. */
export function awaitedReport(
  terms: TargetTerms,
  last: LastReport | null,
  imported: ImportedDays,
): AwaitedReport | null {
  return nextReportAfter(terms, last, imported) ?? closingReport(terms, last, imported);
}

/**
 * The first day after the last report on which no report is expected, until the next period opens: the day after the
 * last report for a target that does not accept reports; for a milestone the day after the first period without a due
 * report. Null when the next period follows directly.
 */
export function noReportExpectedFrom(terms: TargetTerms, last: LastReport, imported: ImportedDays): IsoDate | null {
  if (terms.state !== "received" || terms.calendar === "none") return addDays(last.asOf, 1);
  if (terms.kind !== "milestone" || last.asOf >= terms.dueOn) return null;
  const following = firstPeriodEndingFrom(terms, firstUnreportedDay(terms, last));
  const next = nextReportAfter(terms, last, imported);
  if (following === null || (next !== null && following.endOn >= next.endOn)) return null;
  return following.opensOn;
}
