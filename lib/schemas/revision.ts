// Input for a revision, shared by the supervisor's form, an owner's request and the stored history. Messages are keys
// under `form.errors`.
import { z } from "zod";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { questionsAbout } from "@/lib/domain/targets/questions";
import type { Responsibility } from "@/lib/domain/targets/responsibility";
import {
  isSameBaseline,
  type RevisableTerms,
  type RevisedField,
  revisedFields,
  termsFrom,
} from "@/lib/domain/targets/revisions";
import { normalizeTerms, validateTerms } from "@/lib/domain/targets/terms";
import {
  BASELINE_ORIGINS,
  COMPARATORS,
  type Direction,
  JUDGINGS,
  type MetricKind,
  PLAN_SHAPES,
  REPORTING_CALENDARS,
  type TargetState,
} from "@/lib/domain/targets/types";
import type { CalendarChoice } from "@/lib/schemas/calendar";
import { takeResponsibility } from "@/lib/schemas/responsibility";
import {
  type Draft,
  type Errors,
  takeChoices,
  takeDays,
  takeMeasures,
  takeOrigin,
  takePlan,
} from "@/lib/schemas/revised-fields";
import { type ReportingFacts, takeReporting } from "@/lib/schemas/revised-reporting";
import { type StepFacts, takeSteps } from "@/lib/schemas/revised-steps";
import { exactText, figureText, multiLine, singleLine } from "@/lib/schemas/text";

const TEXT_LIMIT = 2000;

const day = exactText.transform(isoDate);

const measure = exactText.nullable();

/** The stored fields of a revision, before or after the change. */
export const revisedTermsSchema = z
  .object({
    comparator: z.enum(COMPARATORS),
    orBetter: z.boolean(),
    tolerance: measure,
    judging: z.enum(JUDGINGS),
    value: measure,
    upperValue: measure,
    stretchValue: measure,
    baselineValue: measure,
    baselineYear: z.number().nullable(),
    baselineOrigin: z.enum(BASELINE_ORIGINS).nullable(),
    baselineProvisional: z.literal(true).nullable(),
    startOn: day,
    dueOn: day,
    planShape: z.enum(PLAN_SHAPES),
    planPoints: z.array(z.object({ on: day, ratio: z.number() })),
    planValues: z.array(z.object({ on: day, value: exactText })),
    mergeJanuaryFebruary: z.boolean(),
    calendar: z.enum(REPORTING_CALENDARS),
    reportingDates: z.array(z.object({ asOf: day, dueOn: day })),
    cutOffWorkingDays: z.number(),
    publicationLagMonths: z.number(),
    steps: z.array(
      z.object({
        key: exactText,
        plannedOn: day,
        weight: z.number().optional(),
        title: exactText.optional(),
        titleEn: exactText.optional(),
      }),
    ),
  })
  .partial();

/** The name of the previous custom calendar, null for another one; absent if the calendar did not change. */
export const formerCalendarSchema = z.object({
  ownCalendar: z.object({ "zh-CN": exactText, en: exactText }).nullable().optional(),
});

const typed = singleLine.max(200).optional();

const figure = figureText.max(200).optional();

/** As typed. An absent field is unchanged; a blank measure is removed. */
const revisionInputSchema = z.object({
  comparator: typed,
  /** "true" or "false"; blank where the comparator has no better side. */
  orBetter: typed,
  tolerance: figure,
  judging: typed,
  value: figure,
  upperValue: figure,
  stretchValue: figure,
  baselineValue: figure,
  baselineYear: typed,
  /** Blank: unchanged, or `entered` for a changed baseline. */
  baselineOrigin: typed,
  startOn: typed,
  dueOn: typed,
  planShape: typed,
  /** "true" or "false". */
  mergeJanuaryFebruary: typed,
  /** Cells of the plan's table by name, see plan-cells.ts; used with the plan shapes `values` and `last-year`. */
  cells: z.record(exactText.max(40), figureText.max(200)).default({}),
  /** The course of a stored request, which was computed from last year's values. */
  planPoints: z.array(z.object({ on: exactText, ratio: z.number() })).optional(),
  /** "no": the form asks questionsAbout() the terms and has no answer yet. Absent: nobody is asked. */
  confirmed: typed,
  owner: typed,
  /** Slugs. */
  supporting: z.array(singleLine.max(100)).max(100).optional(),
  responsiblePost: typed,
  leaderInCharge: typed,
  calendar: typed,
  cutOffWorkingDays: typed,
  publicationLagMonths: typed,
  steps: z
    .array(
      z.object({
        key: singleLine.max(100),
        plannedOn: singleLine.max(40),
        /** Absent: unchanged. */
        weight: z.union([figureText.max(40), z.number()]).optional(),
      }),
    )
    .max(200)
    .default([]),
  /** The keys of the steps to remove. */
  removedSteps: z.array(singleLine.max(100)).max(200).default([]),
  /** Rows of new steps by field, see new-steps.ts. */
  addedSteps: z.record(exactText.max(40), multiLine.max(1000)).default({}),
  reason: multiLine.max(TEXT_LIMIT, "too-long").default(""),
  authority: singleLine.max(TEXT_LIMIT, "too-long").default(""),
});

export type RevisionInput = z.input<typeof revisionInputSchema>;

export interface RevisionFacts {
  readonly kind: MetricKind;
  readonly direction: Direction;
  readonly state: TargetState;
  readonly current: RevisableTerms;
  /** Null where it is not for the author to change; its fields are then ignored. */
  readonly responsibility: Responsibility | null;
  /** A source is cited for any baseline: the target quotes a sentence. */
  readonly citesSource: boolean;
  /** The present baseline has a note, which a changed baseline does not inherit. */
  readonly isBaselineNoted: boolean;
  /** Null where steps are not for the author to add or remove. */
  readonly stepFacts: StepFacts | null;
  /** Null where the reporting is not for the author to change; its fields are then ignored. */
  readonly reporting: ReportingFacts | null;
  /** An extension changes dates only. */
  readonly onlyDates: boolean;
}

/** Field → message key; `form` for the whole form. */
type RevisionErrors = Readonly<Record<string, string>>;

export interface CheckedRevision {
  readonly after: RevisableTerms;
  readonly fields: readonly RevisedField[];
  /** The changed fields. */
  readonly responsibility: Partial<Responsibility>;
  /** The new calendar; null if unchanged. */
  readonly calendar: CalendarChoice | null;
  readonly reason: string;
  readonly authority: string;
}

export type RevisionResult =
  | { readonly ok: true; readonly revision: CheckedRevision }
  | { readonly ok: false; readonly errors: RevisionErrors };

/** Whether the baseline may be `printed`. One that is stored as printed stays so while it is unchanged. */
function citesSource(after: RevisableTerms, facts: RevisionFacts): boolean {
  if (facts.citesSource) return true;
  const { baselineOrigin } = facts.current;
  return isSameBaseline(facts.current, after) && (facts.isBaselineNoted || baselineOrigin === "printed");
}

/**
 * Validates a revision against the current terms. Rejected: a field that cannot be parsed, contradictory terms, a
 * missing reason, a missing authorizing document, and a revision without changes.
 */
export function checkRevision(raw: RevisionInput, facts: RevisionFacts): RevisionResult {
  const parsed = revisionInputSchema.safeParse(raw);
  if (!parsed.success) {
    return { ok: false, errors: { [String(parsed.error.issues[0]?.path[0] ?? "form")]: "too-long" } };
  }
  const { startOn: _start, dueOn, steps, reason, authority } = parsed.data;
  const days = steps.map(({ key, plannedOn }) => ({ key, plannedOn }));
  const input: RevisionInput = facts.onlyDates ? { dueOn, steps: days, reason, authority } : parsed.data;
  const errors: Errors = {};
  const typedTerms: Draft = { ...facts.current };
  takeMeasures(input, typedTerms, errors);
  takeDays(input, typedTerms, errors);
  takeSteps(input, typedTerms, facts, errors);
  takeOrigin(input.baselineOrigin ?? "", typedTerms, facts.current, errors);
  takeChoices(input, typedTerms, errors);
  takePlan(input, typedTerms, facts, errors);
  const calendar = facts.reporting === null ? null : takeReporting(input, typedTerms, facts.reporting, errors);
  const responsibility = facts.responsibility === null ? {} : takeResponsibility(input, facts.responsibility, errors);
  const after = normalizeTerms(typedTerms);
  const faults = validateTerms(after, { ...facts, citesSource: citesSource(after, facts) });
  for (const [field, fault] of Object.entries(faults)) errors[field] ??= fault;
  const isAsked = input.confirmed === "no" && Object.keys(errors).length === 0;
  if (isAsked && questionsAbout(termsFrom(after, facts)).length > 0) errors.confirmed = "confirm-questions";
  if (reason.trim() === "") errors.reason = "required";
  if (authority.trim() === "") errors.authority = "required";
  const fields = revisedFields(facts.current, after);
  const isNothing = fields.length === 0 && Object.keys(responsibility).length === 0 && calendar === null;
  if (isNothing && Object.keys(errors).length === 0) errors.form = "nothing-changed";
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    revision: { after, fields, responsibility, calendar, reason: reason.trim(), authority: authority.trim() },
  };
}
