// When a reporting period closes for entry, and when it has been opened again.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { reportDueOn, reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { addWorkingDays, type ImportedDays } from "@/lib/domain/calendar/working-days";
import type { TargetTerms } from "@/lib/domain/targets/types";

/** A period that a supervisor has opened again, by its last day. */
export interface Opening {
  readonly periodEnd: IsoDate;
  /** The last day of entry. */
  readonly openUntil: IsoDate;
}

/**
 * Whether, on `today`, no report may be entered any more for the period `asOf` lies in: `closesAfterDays` working days
 * after the period's cut-off have passed, and no opening for it reaches to today. Never where `closesAfterDays` is
 * null, nor for a day outside of every period (calendar `none`).
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
