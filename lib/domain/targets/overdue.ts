// What silence does to a light: an open step past its planned date, or a period that was not reported.
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { awaitedReport } from "@/lib/domain/calendar/reporting-periods";
import { type ImportedDays, NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { assessTarget, latestReading } from "@/lib/domain/targets/assess";
import type { Assessment, RuleSet } from "@/lib/domain/targets/assessment";
import { countsPeriods } from "@/lib/domain/targets/goal";
import { lightOn } from "@/lib/domain/targets/standing";
import type { Light, Reading, TargetTerms } from "@/lib/domain/targets/types";

/** The first days on which silence makes a green light worse; null when it does not. */
export interface SilenceDays {
  readonly behindFrom: IsoDate | null;
  readonly farBehindFrom: IsoDate | null;
}

/**
 * The days from which silence makes the light `behind` and `far-behind`:
 *
 * - a milestone: those on which a report of the same steps would get that light;
 * - a target of which each period counts: `behind` once the next report is late, as after a report that skips a period.
 *
 * Null for other targets, and without a reading.
 *
 * @param latest the latest approved reading.
 * @param nextReportDueOn the last day on which the next report is on time.
 */
export function silenceDays(
  terms: TargetTerms,
  latest: Reading | null,
  rules: RuleSet,
  nextReportDueOn: IsoDate | null,
): SilenceDays {
  if (latest !== null && countsPeriods(terms.judging) && nextReportDueOn !== null) {
    return { behindFrom: addDays(nextReportDueOn, 1), farBehindFrom: null };
  }
  if (terms.kind !== "milestone" || latest === null) return { behindFrom: null, farBehindFrom: null };
  const lights = terms.steps
    .map(({ plannedOn }) => addDays(plannedOn, 1))
    .filter((day) => day > latest.asOf && day < terms.dueOn)
    .toSorted()
    .map((day) => ({ day, light: assessTarget(terms, [{ ...latest, asOf: day }], rules).light }));
  const firstDay = (light: Light) => lights.find((one) => one.light === light)?.day ?? null;
  return { behindFrom: firstDay("behind"), farBehindFrom: firstDay("far-behind") };
}

/**
 * The assessment of the readings, and the light they give on `today` if nothing else is reported.
 *
 * @param imported for the day on which the next report is late.
 */
export function assessOn(
  terms: TargetTerms,
  readings: readonly Reading[],
  rules: RuleSet,
  today: IsoDate,
  imported: ImportedDays = NO_IMPORTED_DAYS,
): { readonly assessment: Assessment; readonly light: Light } {
  const assessment = assessTarget(terms, readings, rules);
  const { light, met } = assessment;
  const latest = latestReading(readings);
  const next = awaitedReport(terms, latest, imported);
  const inputs = {
    light,
    met: met.known ? met.value : null,
    startOn: terms.startOn,
    dueOn: terms.dueOn,
    ...silenceDays(terms, latest, rules, next?.dueOn ?? null),
    nextReportOpensOn: next?.opensOn ?? null,
    hasValue: latest !== null,
  };
  return { assessment, light: lightOn(inputs, today) };
}
