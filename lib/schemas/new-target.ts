// Input for a new target: metric, promise and dates. Messages are keys under `form.errors`. The terms are validated by
// the same rule as a revision.
import { z } from "zod";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import type { NamedLabel } from "@/lib/domain/targets/labels";
import { isSameBaseline, type RevisableTerms } from "@/lib/domain/targets/revisions";
import { defaultTerms } from "@/lib/domain/targets/terms";
import type { Direction, MetricKind } from "@/lib/domain/targets/types";
import { calendarChoiceSchema, cutOffSchema, lagErrors, lagSchema } from "@/lib/schemas/calendar";
import { changeCardErrors, isChangeCard, readChangeCard } from "@/lib/schemas/change-card";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { readLabels } from "@/lib/schemas/label";
import { metricSchema, type NewMetric } from "@/lib/schemas/metric";
import { type NewStep, readSteps } from "@/lib/schemas/new-steps";
import { LAST_YEAR_CELL, PLAN_CELL } from "@/lib/schemas/plan-cells";
import { postSchema, readSupporting, withoutOwner } from "@/lib/schemas/responsibility";
import { checkRevision, type RevisionInput } from "@/lib/schemas/revision";
import { exactText, multiLine, singleLine } from "@/lib/schemas/text";
import { visibilitySchema } from "@/lib/schemas/visibility";

const needed = (limit: number) => singleLine.trim().min(1, "required").max(limit, "too-long");

const optional = (limit: number) => multiLine.trim().max(limit, "too-long").default("");

export const targetSchema = z.object({
  code: exactText.trim().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, "not-a-code"),
  title: needed(200),
  /** Shown as the Chinese title where it is blank. */
  titleEn: singleLine.trim().max(200, "too-long").default(""),
  owner: needed(100),
  responsiblePost: postSchema,
  leaderInCharge: postSchema,
  startOn: parseTypedDay,
  dueOn: parseTypedDay,
  calendar: calendarChoiceSchema,
  publicationLagMonths: lagSchema,
  cutOffWorkingDays: cutOffSchema,
  visibility: visibilitySchema,
  /** The key of the printed sentence; blank if there is none. */
  quote: exactText.trim().max(200, "too-long").default(""),
  note: optional(2000),
  /** What the baseline is from: a document, a yearbook, a calculation. */
  baselineNote: optional(200),
});

interface MeasuredAs {
  readonly kind: MetricKind;
  readonly direction: Direction;
}

export interface NewTarget extends z.output<typeof targetSchema> {
  readonly metric: { readonly key: string } | NewMetric;
  readonly kind: MetricKind;
  readonly terms: RevisableTerms;
  readonly steps: readonly NewStep[];
  /** The slugs of the supporting departments, without the owner. */
  readonly supporting: readonly string[];
  readonly labels: readonly NamedLabel[];
}

export type NewTargetResult =
  | { readonly ok: true; readonly target: NewTarget }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const FIGURES = [
  "comparator",
  "tolerance",
  "judging",
  "value",
  "upperValue",
  "stretchValue",
  "baselineValue",
  "baselineYear",
  "baselineOrigin",
  "planShape",
  "mergeJanuaryFebruary",
] as const;

/** The figures of each kind; the form hides those that do not apply, and they are treated as blank. */
export function figuresOf(kind: MetricKind, form: Readonly<Record<string, string>>): RevisionInput {
  const { hasFigure, comparators, plans, judgings } = KIND_RULES[kind];
  const given = FIGURES.filter((field) => (form[field] ?? "") !== "").map((field) => [field, form[field]]);
  const { comparator, planShape, judging, ...figures } = Object.fromEntries(given) as Record<string, string>;
  const judged = judgings.some((one) => one === judging) ? { judging } : {};
  if (!hasFigure) return judged;
  return {
    ...figures,
    ...judged,
    confirmed: form.confirmed,
    // Without script the field of a rank still has the comparators of another kind.
    ...((kind !== "rank" || comparators.some((one) => one === comparator)) && { comparator, orBetter: form.orBetter }),
    ...(plans.some((shape) => shape === planShape) && { planShape, cells: cellsOf(form) }),
  };
}

/** The cells of the plan's table. */
export function cellsOf(form: Readonly<Record<string, string>>): Record<string, string> {
  const isCell = (name: string) => name.startsWith(PLAN_CELL) || name.startsWith(LAST_YEAR_CELL);
  return Object.fromEntries(Object.entries(form).filter(([name]) => isCell(name)));
}

function errorsOf(error: z.ZodError, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    error.issues.map(({ path, message }) => [`${prefix}${String(path[0] ?? "form")}`, message]),
  );
}

/** The draft that a form edits: fields that are not in the form are unchanged. */
export interface EditedDraft {
  readonly terms: RevisableTerms;
  readonly baselineNote: string;
}

/**
 * Terms of a draft that the form may leave as they are: a plan with points, whether two months are merged, and the
 * origin of a baseline.
 */
function keptTerms(draft: RevisableTerms, form: Readonly<Record<string, string>>): Partial<RevisableTerms> {
  const {
    planShape,
    planPoints,
    planValues,
    mergeJanuaryFebruary,
    baselineValue,
    baselineYear,
    baselineOrigin,
    baselineProvisional,
  } = draft;
  const hasBaseline = (form.baselineValue ?? "") !== "" && (form.baselineYear ?? "") !== "";
  return {
    mergeJanuaryFebruary,
    ...(form.planShape === planShape && { planShape, planPoints, planValues }),
    ...(hasBaseline && { baselineValue, baselineYear, baselineOrigin, baselineProvisional }),
  };
}

/**
 * The form as a target, or every invalid field by its name (those of a new metric as `metric.name`).
 * @param metricOf the kind and direction of an existing metric by its key; undefined for an unknown key.
 */
export function readNewTarget(
  typedForm: Readonly<Record<string, string>>,
  metricOf: (key: string) => MeasuredAs | undefined,
  edited: EditedDraft | null = null,
): NewTargetResult {
  const { form, errors } = readChangeCard(typedForm);
  const read = readTarget(form, metricOf, edited);
  if (!isChangeCard(typedForm)) return read;
  const all = { ...changeCardErrors(read.ok ? {} : read.errors), ...errors };
  return read.ok && Object.keys(all).length === 0 ? read : { ok: false, errors: all };
}

function readTarget(
  form: Readonly<Record<string, string>>,
  metricOf: (key: string) => MeasuredAs | undefined,
  edited: EditedDraft | null,
): NewTargetResult {
  const target = targetSchema.safeParse(form);
  const isNew = (form.metric ?? "") === "";
  const typed = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (name.startsWith("metric.") ? [[name.slice(7), value]] : [])),
  );
  const made = isNew ? metricSchema.safeParse(typed) : null;
  const errors: Record<string, string> = {
    ...(target.success
      ? lagErrors(target.data.calendar.calendar, target.data.publicationLagMonths)
      : errorsOf(target.error)),
    ...(made === null || made.success ? {} : errorsOf(made.error, "metric.")),
  };
  const measured = made === null ? metricOf(form.metric ?? "") : made.data;
  const kind = measured?.kind;
  if (kind === undefined && !isNew) errors.metric = "unknown";
  const { steps, errors: stepErrors } = kind === "milestone" ? readSteps(form) : { steps: [], errors: {} };
  const { labels, errors: labelErrors } = readLabels(form);
  Object.assign(errors, stepErrors, labelErrors);
  if (!target.success || measured === undefined || kind === undefined) return { ok: false, errors };
  const terms = { ...defaultTerms(kind, target.data), ...(edited !== null && keptTerms(edited.terms, form)) };
  const { baselineNote } = target.data;
  const keepsNote = edited !== null && baselineNote === edited.baselineNote;
  const judged = checkRevision(
    { ...figuresOf(kind, form), startOn: form.startOn, dueOn: form.dueOn, reason: "new", authority: "new" },
    {
      kind,
      direction: measured.direction,
      state: "draft",
      current: terms,
      responsibility: null,
      stepFacts: null,
      citesSource: target.data.quote !== "" || (baselineNote !== "" && !keepsNote),
      isBaselineNoted: baselineNote !== "" && keepsNote,
      reporting: null,
      onlyDates: false,
    },
  );
  // A draft may have blank terms.
  const faults = judged.ok ? {} : Object.entries(judged.errors).filter(([, fault]) => fault !== "nothing-changed");
  Object.assign(errors, judged.ok ? {} : Object.fromEntries(faults as [string, string][]));
  if (Object.keys(errors).length > 0 || (made !== null && !made.success)) return { ok: false, errors };
  const metric = made === null ? { key: form.metric ?? "" } : made.data;
  const after = judged.ok ? judged.revision.after : terms;
  // A note describes its figure: the note of a draft's earlier baseline does not stay with another one.
  const note = keepsNote && !isSameBaseline(edited.terms, after) ? "" : baselineNote;
  const titleEn = target.data.titleEn || target.data.title;
  const supporting = withoutOwner(readSupporting(form), target.data.owner);
  return {
    ok: true,
    target: { ...target.data, supporting, labels, titleEn, baselineNote: note, metric, kind, steps, terms: after },
  };
}
