// The terms that a revision may change, as plain values that can be stored, compared and undone.
import { Decimal } from "decimal.js";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { isPromised } from "@/lib/domain/targets/life-cycle";
import { type ReportingFields, reportingOf } from "@/lib/domain/targets/reporting-fields";
import { type RevisableStep, toRevisableStep, toStep } from "@/lib/domain/targets/revisable-step";
import type { TermsVersion } from "@/lib/domain/targets/standing";
import type {
  BaselineOrigin,
  Comparator,
  Judging,
  PlanPoint,
  PlanShape,
  TargetTerms,
} from "@/lib/domain/targets/types";

/** Measures as decimal text. The values of the baseline belong together. */
export interface RevisableTerms extends ReportingFields {
  readonly comparator: Comparator;
  readonly orBetter: boolean;
  readonly tolerance: string | null;
  readonly judging: Judging;
  readonly value: string | null;
  readonly upperValue: string | null;
  readonly stretchValue: string | null;
  readonly baselineValue: string | null;
  readonly baselineYear: number | null;
  readonly baselineOrigin: BaselineOrigin | null;
  readonly baselineProvisional: true | null;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly planShape: PlanShape;
  readonly planPoints: readonly PlanPoint[];
  readonly planValues: readonly { readonly on: IsoDate; readonly value: string }[];
  readonly mergeJanuaryFebruary: boolean;
  /** All steps in force, in their order. */
  readonly steps: readonly RevisableStep[];
}

export type RevisedField = keyof RevisableTerms;

/** The revisable fields with one value each, in the order of forms and of the history; the others are lists. */
export const SINGLE_FIELDS = [
  "comparator",
  "orBetter",
  "tolerance",
  "judging",
  "value",
  "upperValue",
  "stretchValue",
  "baselineValue",
  "baselineYear",
  "baselineOrigin",
  "startOn",
  "dueOn",
  "planShape",
  "mergeJanuaryFebruary",
  "calendar",
  "cutOffWorkingDays",
  "publicationLagMonths",
] as const satisfies readonly RevisedField[];

const BASELINE: readonly RevisedField[] = ["baselineValue", "baselineYear", "baselineOrigin", "baselineProvisional"];

const text = (value: Decimal | null) => value?.toFixed() ?? null;
const measure = (value: string | null) => (value === null ? null : new Decimal(value));

/** The part of the terms that a revision may change. */
export function toRevisableTerms(terms: TargetTerms): RevisableTerms {
  const { comparator, baseline, startOn, dueOn, plan } = terms;
  return {
    comparator,
    orBetter: terms.orBetter,
    tolerance: text(terms.tolerance),
    judging: terms.judging,
    value: text(terms.value),
    upperValue: text(terms.upperValue),
    stretchValue: text(terms.stretchValue),
    baselineValue: text(baseline?.value ?? null),
    baselineYear: baseline?.year ?? null,
    baselineOrigin: baseline?.origin ?? null,
    baselineProvisional: baseline?.isProvisional === true ? true : null,
    startOn,
    dueOn,
    planShape: plan.shape,
    planPoints: plan.points.map(({ on, ratio }) => ({ on, ratio })),
    planValues: plan.values.map(({ on, value }) => ({ on, value: value.toFixed() })),
    mergeJanuaryFebruary: plan.mergeJanuaryFebruary,
    ...reportingOf(terms),
    steps: terms.steps.map(toRevisableStep),
  };
}

/** The terms with these fields replaced. Given steps are all that are in force then. */
export function applyRevision(terms: TargetTerms, fields: Partial<RevisableTerms>): TargetTerms {
  const all = { ...toRevisableTerms(terms), ...fields };
  const { baselineValue, baselineYear, baselineOrigin, baselineProvisional } = all;
  const known = new Map(terms.steps.map((step) => [step.key, step]));
  return {
    ...terms,
    ...reportingOf(all),
    comparator: all.comparator,
    orBetter: all.orBetter,
    tolerance: measure(all.tolerance),
    judging: all.judging,
    value: measure(all.value),
    upperValue: measure(all.upperValue),
    stretchValue: measure(all.stretchValue),
    baseline:
      baselineValue === null || baselineYear === null || baselineOrigin === null
        ? null
        : {
            value: new Decimal(baselineValue),
            year: baselineYear,
            origin: baselineOrigin,
            ...(baselineProvisional && { isProvisional: true }),
          },
    startOn: all.startOn,
    dueOn: all.dueOn,
    plan: {
      shape: all.planShape,
      points: all.planPoints,
      values: all.planValues.map(({ on, value }) => ({ on, value: new Decimal(value) })),
      mergeJanuaryFebruary: all.mergeJanuaryFebruary,
    },
    steps: all.steps.flatMap((step) => toStep(step, known.get(step.key)) ?? []),
  };
}

/** The full terms before each of the revisions, which are given latest first. */
export function termsBefore(
  present: RevisableTerms,
  revisions: readonly { readonly before: Partial<RevisableTerms> }[],
): RevisableTerms[] {
  let terms = present;
  return revisions.map(({ before }) => {
    terms = { ...terms, ...before };
    return terms;
  });
}

/** Whether two versions have the same baseline figure and year. 3 and 3.0 are the same figure. */
export function isSameBaseline(before: RevisableTerms, after: RevisableTerms): boolean {
  const [was, is] = [measure(before.baselineValue), measure(after.baselineValue)];
  if (was === null || is === null) return was === is;
  return was.equals(is) && before.baselineYear === after.baselineYear;
}

/** Revisable terms as full terms in force, to judge what has not been saved yet. */
export function termsFrom(
  fields: RevisableTerms,
  {
    kind,
    direction,
    steps = fields.steps,
  }: Pick<TargetTerms, "kind" | "direction"> & {
    readonly steps?: readonly RevisableStep[];
  },
): TargetTerms {
  const blank: TargetTerms = {
    kind,
    direction,
    comparator: fields.comparator,
    orBetter: false,
    tolerance: null,
    judging: fields.judging,
    value: null,
    upperValue: null,
    stretchValue: null,
    baseline: null,
    startOn: fields.startOn,
    dueOn: fields.dueOn,
    plan: { shape: fields.planShape, points: [], values: [], mergeJanuaryFebruary: false },
    steps: [],
    state: "received",
    verdict: null,
    issuedOn: null,
    ...reportingOf(fields),
  };
  return applyRevision(blank, { ...fields, steps });
}

/** The fields in which two versions differ; those of the baseline together. Empty when nothing changed. */
export function revisedFields(before: RevisableTerms, after: RevisableTerms): RevisedField[] {
  const fields = Object.keys(before) as RevisedField[];
  const differs = (field: RevisedField) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const baseline = BASELINE.some(differs);
  return fields.filter((field) => (BASELINE.includes(field) ? baseline : differs(field)));
}

/** A change of terms or state, with the values it replaced. */
export interface TermsChange {
  /** Instant, ISO 8601 with zone. */
  readonly at: string;
  readonly before: Partial<RevisableTerms> & Partial<Pick<TargetTerms, "state" | "verdict">>;
}

/**
 * Every version of the terms since `createdAt`, oldest first: the present terms with each change undone in turn. A
 * version is `adjusted` (目标已调整) when a term that its light depends on differs from the first promised version; a draft
 * or a target without its figure promises nothing yet.
 *
 * @param changes latest first. With only the changes after a moment, the first version is the one in force then.
 */
export function termsHistory(
  present: TargetTerms,
  createdAt: string,
  changes: readonly TermsChange[],
): readonly [TermsVersion, ...TermsVersion[]] {
  const newestFirst: { terms: TargetTerms; knownFrom: string }[] = [];
  let terms = present;
  for (const { at, before } of changes) {
    newestFirst.push({ terms, knownFrom: at });
    const { state = terms.state, verdict = terms.verdict, ...fields } = before;
    terms = { ...applyRevision(terms, fields), state, verdict };
  }
  let promised: RevisableTerms | null = null;
  const versions: TermsVersion[] = [];
  for (const version of [{ terms, knownFrom: createdAt }, ...newestFirst.reverse()]) {
    const revisable = toRevisableTerms(version.terms);
    if (isPromised(version.terms)) promised ??= revisable;
    const adjusted = promised !== null && revisedFields(promised, revisable).length > 0;
    versions.push({ ...version, adjusted });
  }
  return versions as [TermsVersion, ...TermsVersion[]];
}

/** Promised terms that a revision replaced. */
export interface ReplacedTerms {
  readonly terms: TargetTerms;
  /** The day of the revision; the terms were in force until the day before. */
  readonly until: IsoDate;
}

/** The promised terms that revisions replaced, oldest first, so that the past is judged by the terms of its day. */
export function replacedTerms(versions: readonly TermsVersion[]): ReplacedTerms[] {
  return versions.flatMap((version, index) => {
    const next = versions[index + 1];
    if (next === undefined || !isPromised(version.terms)) return [];
    if (revisedFields(toRevisableTerms(version.terms), toRevisableTerms(next.terms)).length === 0) return [];
    return [{ terms: version.terms, until: toCityDay(new Date(next.knownFrom)) }];
  });
}
