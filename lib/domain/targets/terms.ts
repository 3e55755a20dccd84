// The terms of a target as a whole: defaults, normal form, and validation. The database checks the same.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { hasUpperValue } from "@/lib/domain/targets/goal";
import type { RevisableTerms } from "@/lib/domain/targets/revisions";
import type { MetricKind, TargetState } from "@/lib/domain/targets/types";

/** The terms before anything is entered: the kind's default comparator and plan, no figures. */
export function defaultTerms(
  kind: MetricKind,
  { startOn, dueOn }: { readonly startOn: IsoDate; readonly dueOn: IsoDate },
): RevisableTerms {
  const { comparators, defaultPlan } = KIND_RULES[kind];
  return {
    comparator: comparators[0],
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
    mergeJanuaryFebruary: false,
    steps: [],
  };
}

/**
 * The terms without leftovers: an upper value without a range, the year and origin of a baseline without a value. A
 * baseline of unknown origin is `entered`: only a cited source makes it `printed`.
 */
export function normalizeTerms(terms: RevisableTerms): RevisableTerms {
  const upperValue = hasUpperValue(terms.comparator) ? terms.upperValue : null;
  if (terms.baselineValue === null) {
    return { ...terms, upperValue, baselineYear: null, baselineOrigin: null, baselineProvisional: null };
  }
  return { ...terms, upperValue, baselineOrigin: terms.baselineOrigin ?? "entered" };
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
  const { hasFigure, comparators } = KIND_RULES[kind];
  if (state !== "draft" && hasFigure && terms.value === null) errors.value = "required";
  if (!comparators.includes(terms.comparator)) errors.comparator = "wrong-kind";
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
