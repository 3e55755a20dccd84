// What must hold of a target's terms as a whole, and what they are before anything is written. The database holds the
// same.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { RevisableTerms } from "@/lib/domain/targets/revisions";
import type { MetricKind, TargetState } from "@/lib/domain/targets/types";

/** What terms start from before anything is typed; the plan follows from the metric where it has no choice. */
export function blankTerms(
  kind: MetricKind,
  { startOn, dueOn }: { readonly startOn: IsoDate; readonly dueOn: IsoDate },
): RevisableTerms {
  return {
    comparator: kind === "rank" ? "within-rank" : kind === "milestone" || kind === "yes-no" ? "equal" : "at-least",
    value: null,
    upperValue: null,
    stretchValue: null,
    baselineValue: null,
    baselineYear: null,
    baselineOrigin: null,
    startOn,
    dueOn,
    planShape: kind === "milestone" ? "milestones" : kind === "cumulative" ? "linear" : "flat",
    planPoints: [],
    mergeJanuaryFebruary: false,
    steps: [],
  };
}

/** The terms without what says nothing any more: an upper bound of no range, the year of no baseline. */
export function tidyTerms(terms: RevisableTerms): RevisableTerms {
  const upperValue = terms.comparator === "between" ? terms.upperValue : null;
  if (terms.baselineValue === null) return { ...terms, upperValue, baselineYear: null, baselineOrigin: null };
  return { ...terms, upperValue, baselineOrigin: terms.baselineOrigin ?? "printed" };
}

/** Each field that contradicts the others or the metric, and how. */
export function termsFaults(
  terms: RevisableTerms,
  { kind, state }: { readonly kind: MetricKind; readonly state: TargetState },
): Partial<Record<keyof RevisableTerms, string>> {
  const faults: Partial<Record<keyof RevisableTerms, string>> = {};
  const isRank = kind === "rank";
  const needsValue = state !== "draft" && kind !== "milestone" && kind !== "yes-no";
  if (needsValue && terms.value === null) faults.value = "required";
  if ((terms.comparator === "within-rank") !== isRank) faults.comparator = "wrong-kind";
  for (const field of ["value", "stretchValue"] as const) {
    const place = terms[field];
    if (isRank && place !== null && !/^[1-9]\d*$/.test(place)) faults[field] = "not-a-place";
  }
  if (terms.comparator === "between") {
    if (terms.value !== null && terms.upperValue === null) faults.upperValue = "required";
    else if (Number(terms.upperValue) < Number(terms.value)) faults.upperValue = "below-value";
  }
  if (terms.dueOn < terms.startOn) faults.dueOn = "before-start";
  if (terms.baselineValue !== null && terms.baselineYear === null) faults.baselineYear = "required";
  return faults;
}
