// What silence does to the light of a milestone: an open step past its planned date.
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { nextReportAfter } from "@/lib/domain/calendar/reporting-periods";
import { NO_IMPORTED_DAYS } from "@/lib/domain/calendar/working-days";
import { assessTarget, latestReading } from "@/lib/domain/targets/assess";
import { lightOn } from "@/lib/domain/targets/standing";
import type { Assessment, Light, Reading, RuleSet, TargetTerms } from "@/lib/domain/targets/types";

/** The first days on which open steps make the light worse, if nothing is reported until then; null when none does. */
export interface OverdueDays {
  readonly behindFrom: IsoDate | null;
  readonly farBehindFrom: IsoDate | null;
}

/**
 * The days from which the open steps of a milestone make the light `behind` and `far-behind`: those on which a report of
 * the same steps would get that light. Null for other kinds, and without a reading.
 *
 * @param latest the latest approved reading.
 */
export function overdueDays(terms: TargetTerms, latest: Reading | null, rules: RuleSet): OverdueDays {
  if (terms.kind !== "milestone" || latest === null) return { behindFrom: null, farBehindFrom: null };
  const lights = terms.steps
    .map(({ plannedOn }) => addDays(plannedOn, 1))
    .filter((day) => day > latest.asOf && day < terms.dueOn)
    .toSorted()
    .map((day) => ({ day, light: assessTarget(terms, [{ ...latest, asOf: day }], rules).light }));
  const firstDay = (light: Light) => lights.find((one) => one.light === light)?.day ?? null;
  return { behindFrom: firstDay("behind"), farBehindFrom: firstDay("far-behind") };
}

/** The assessment of the readings, and the light they give on `today` if nothing else is reported. */
export function assessOn(
  terms: TargetTerms,
  readings: readonly Reading[],
  rules: RuleSet,
  today: IsoDate,
): { readonly assessment: Assessment; readonly light: Light } {
  const assessment = assessTarget(terms, readings, rules);
  const { light, met } = assessment;
  const latest = latestReading(readings);
  const inputs = {
    light,
    met: met.known ? met.value : null,
    startOn: terms.startOn,
    dueOn: terms.dueOn,
    ...overdueDays(terms, latest, rules),
    // The days on which a report opens do not depend on working days.
    nextReportOpensOn: nextReportAfter(terms, latest, NO_IMPORTED_DAYS)?.opensOn ?? null,
    hasValue: latest !== null,
  };
  return { assessment, light: lightOn(inputs, today) };
}
