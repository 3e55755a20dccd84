// Whether a reporting period is closed for entry.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { reportDueOn, reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { addWorkingDays, type ImportedDays } from "@/lib/domain/calendar/working-days";
import type { TargetTerms } from "@/lib/domain/targets/types";

/** A closed period, by its last day, that a supervisor has reopened. */
export interface Opening {
  readonly periodEnd: IsoDate;
  /** The last day of entry. */
  readonly openUntil: IsoDate;
}

/**
 * Whether the period of `asOf` is closed for entry on `today`: more than `closesAfterDays` working days have passed since
 * its cut-off, and no opening covers today. Never when `closesAfterDays` is null, nor for a day outside every period
 * (calendar `none`).
 */
export function isClosedForEntry(
  terms: TargetTerms,
  asOf: IsoDate,
  today: IsoDate,
  closesAfterDays: number | null,
  openings: readonly Opening[],
  imported: ImportedDays,
): boolean {
  if (closesAfterDays === null) return false;
  const period = reportingPeriodsOf(terms).find((one) => one.startOn <= asOf && asOf <= one.endOn);
  if (period === undefined) return false;
  if (today <= addWorkingDays(reportDueOn(terms, period, imported), closesAfterDays, imported)) return false;
  return !openings.some((opening) => opening.periodEnd === period.endOn && today <= opening.openUntil);
}
