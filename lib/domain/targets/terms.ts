// The terms of a target as a whole: defaults, normal form, and validation. The database checks the same.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { hasTolerance, hasUpperValue, mayBeBetter, statesFigure } from "@/lib/domain/targets/comparators";
import { DEFAULT_REPORTING } from "@/lib/domain/targets/reporting-fields";
import type { RevisableTerms } from "@/lib/domain/targets/revisions";
import type { MetricKind, TargetState } from "@/lib/domain/targets/types";

/** The terms before anything is entered: the kind's default comparator and plan, no figures. */
export function defaultTerms(
  kind: MetricKind,
  { startOn, dueOn }: { readonly startOn: IsoDate; readonly dueOn: IsoDate },
): RevisableTerms {
  const { comparators, defaultPlan, judgings } = KIND_RULES[kind];
  return {
    comparator: comparators[0],
    orBetter: false,
    tolerance: null,
    judging: judgings[0],
    value: null,
    upperValue: null,
    stretchValue: null,
    baselineValue: null,
    baselineYear: null,
    baselineOrigin: null,
    baselineProvisional: null,
    startOn,
    dueOn,
    planShape: defaultPlan,
    planPoints: [],
    planValues: [],
    mergeJanuaryFebruary: false,
    ...DEFAULT_REPORTING,
    steps: [],
  };
}

/**
 * The terms without leftovers: a figure that follows from the number of peers, an upper value without a range, a tolerance and "or better" without a comparator that has
 * them, points of another plan, the year and origin of a baseline without a value. A baseline of unknown origin is
 * `entered`: only a cited source makes it `printed`.
 */
export function normalizeTerms(terms: RevisableTerms): RevisableTerms {
  const { comparator, planShape } = terms;
  const normal: RevisableTerms = {
    ...terms,
    orBetter: terms.orBetter && mayBeBetter(comparator),
    value: statesFigure(comparator) ? terms.value : null,
    tolerance: hasTolerance(comparator) ? terms.tolerance : null,
    upperValue: hasUpperValue(comparator) ? terms.upperValue : null,
    planPoints: planShape === "points" || planShape === "last-year" ? terms.planPoints : [],
    planValues: planShape === "values" ? terms.planValues : [],
  };
  if (terms.baselineValue === null) {
    return { ...normal, baselineYear: null, baselineOrigin: null, baselineProvisional: null };
  }
  return { ...normal, baselineOrigin: terms.baselineOrigin ?? "entered" };
}

interface TermsFacts {
  readonly kind: MetricKind;
  readonly state: TargetState;
  /** The target quotes a sentence, or its baseline's note names the source. */
  readonly citesSource: boolean;
}

/**
 * The error key of each field that contradicts the others or the metric's kind; empty when the terms are valid. A
 * draft may lack its figure.
 */
export function validateTerms(
  terms: RevisableTerms,
  { kind, state, citesSource }: TermsFacts,
): Partial<Record<keyof RevisableTerms, string>> {
  const errors: Partial<Record<keyof RevisableTerms, string>> = {};
  const { hasFigure, comparators, judgings } = KIND_RULES[kind];
  const needsFigure = hasFigure && statesFigure(terms.comparator);
  if (state !== "draft" && needsFigure && terms.value === null) errors.value = "required";
  if (!comparators.includes(terms.comparator)) errors.comparator = "wrong-kind";
  if (!judgings.includes(terms.judging)) errors.judging = "wrong-kind";
  if (terms.tolerance !== null && Number(terms.tolerance) < 0) errors.tolerance = "negative";
  const fault = planFault(terms);
  if (fault !== null) errors.planValues = fault;
  for (const field of ["value", "stretchValue"] as const) {
    const place = terms[field];
    if (kind === "rank" && place !== null && !/^[1-9]\d*$/.test(place)) errors[field] = "not-a-place";
  }
  if (hasUpperValue(terms.comparator)) {
    if (terms.value !== null && terms.upperValue === null) errors.upperValue = "required";
    else if (Number(terms.upperValue) < Number(terms.value)) errors.upperValue = "below-value";
  }
  if (terms.dueOn < terms.startOn) errors.dueOn = "before-start";
  if (terms.baselineValue !== null && terms.baselineYear === null) errors.baselineYear = "required";
  if (terms.baselineOrigin === "printed" && !citesSource) errors.baselineOrigin = "needs-source";
  return errors;
}

/** What is wrong with the values of a plan: none, a date twice or outside the period. */
function planFault({ planShape, planValues, startOn, dueOn }: RevisableTerms): string | null {
  if (planShape !== "values") return null;
  if (planValues.length === 0) return "required";
  const days = planValues.map(({ on }) => on);
  if (new Set(days).size < days.length) return "day-twice";
  return days.every((on) => startOn <= on && on < dueOn) ? null : "outside-period";
}
