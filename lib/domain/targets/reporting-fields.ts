// The terms that say how a target is reported: when its periods end and when their reports are due.
import type { TargetTerms } from "@/lib/domain/targets/types";

/** `reportingDates` are those of the custom calendar, as they are when the terms are read. */
export type ReportingFields = Pick<
  TargetTerms,
  "calendar" | "reportingDates" | "cutOffWorkingDays" | "publicationLagMonths"
>;

export const DEFAULT_REPORTING: ReportingFields = {
  calendar: "monthly",
  reportingDates: [],
  cutOffWorkingDays: 5,
  publicationLagMonths: 0,
};

/** These fields alone. */
export function reportingOf(terms: ReportingFields): ReportingFields {
  const { calendar, reportingDates, cutOffWorkingDays, publicationLagMonths } = terms;
  return {
    calendar,
    reportingDates: reportingDates.map(({ asOf, dueOn }) => ({ asOf, dueOn })),
    cutOffWorkingDays,
    publicationLagMonths,
  };
}
