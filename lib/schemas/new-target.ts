// Input for a new target: metric, promise and dates. Messages are keys under `form.errors`. The terms are validated by
// the same rule as a revision.
import { z } from "zod";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { isSameBaseline, type RevisableTerms } from "@/lib/domain/targets/revisions";
import { defaultTerms } from "@/lib/domain/targets/terms";
import type { MetricKind } from "@/lib/domain/targets/types";
import { cleanText } from "@/lib/domain/text/clean-text";
import { calendarChoiceSchema, lagSchema } from "@/lib/schemas/calendar";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { metricSchema, type NewMetric } from "@/lib/schemas/metric";
import { checkRevision, type RevisionInput } from "@/lib/schemas/revision";
import { exactText, figureText, multiLine, singleLine } from "@/lib/schemas/text";
import { visibilitySchema } from "@/lib/schemas/visibility";

const needed = (limit: number) => singleLine.trim().min(1, "required").max(limit, "too-long");
const optional = (limit: number) => multiLine.trim().max(limit, "too-long").default("");

const targetSchema = z.object({
  code: exactText.trim().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, "not-a-code"),
  title: needed(200),
  titleEn: needed(200),
  owner: needed(100),
  startOn: parseTypedDay,
  dueOn: parseTypedDay,
  calendar: calendarChoiceSchema,
  publicationLagMonths: lagSchema,
  visibility: visibilitySchema,
  /** The key of the printed sentence; blank if there is none. */
  quote: exactText.trim().max(200, "too-long").default(""),
  note: optional(2000),
  /** What the baseline is from: a document, a yearbook, a calculation. */
  baselineNote: optional(200),
});

/** A step as typed: 2023-05-31 完成立项 | Approved. */
interface NewStep {
  readonly plannedOn: string;
  readonly title: string;
  readonly titleEn: string;
}

export interface NewTarget extends z.output<typeof targetSchema> {
  readonly metric: { readonly key: string } | NewMetric;
  readonly kind: MetricKind;
  readonly terms: RevisableTerms;
  readonly steps: readonly NewStep[];
}

export type NewTargetResult =
  | { readonly ok: true; readonly target: NewTarget }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const MOST_STEPS = 100;

/** One step per line. One invalid line makes the whole field invalid. */
function readSteps(text: string): NewStep[] | null {
  const lines = cleanText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const steps = lines.map((line): NewStep | null => {
    const [, day = "", rest = ""] = line.match(/^(\d{4}-\d{2}-\d{2})\s+(.+)$/) ?? [];
    const [title = "", titleEn] = rest.split("|").map((part) => part.trim());
    return parseIsoDate(day) === null || title === "" ? null : { plannedOn: day, title, titleEn: titleEn || title };
  });
  return steps.length <= MOST_STEPS && steps.every((step) => step !== null) ? (steps as NewStep[]) : null;
}

const FIGURES = [
  "comparator",
  "value",
  "upperValue",
  "stretchValue",
  "baselineValue",
  "baselineYear",
  "baselineOrigin",
  "planShape",
] as const;

/** A custom calendar names its due dates, and no report of an irregular one is due. */
function lagErrors({
  calendar,
  publicationLagMonths: months,
}: Pick<NewTarget, "calendar" | "publicationLagMonths">): Record<string, string> {
  const isRegular = calendar.calendar !== "custom" && calendar.calendar !== "none";
  return months > 0 && !isRegular ? { publicationLagMonths: "lag-needs-periods" } : {};
}

/** The figures of each kind; the form shows all, and those that do not apply are treated as blank. */
function figuresOf(kind: MetricKind, form: Readonly<Record<string, string>>): RevisionInput {
  const { hasFigure, comparators, plans } = KIND_RULES[kind];
  if (!hasFigure) return {};
  const given = FIGURES.filter((field) => (form[field] ?? "") !== "").map((field) => [field, form[field]]);
  const { comparator, planShape, ...figures } = Object.fromEntries(given) as Record<string, string>;
  return {
    ...figures,
    ...(comparators.length > 1 && { comparator }),
    ...(plans.some((shape) => shape === planShape) && { planShape }),
  };
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
    mergeJanuaryFebruary,
    baselineValue,
    baselineYear,
    baselineOrigin,
    baselineProvisional,
  } = draft;
  const hasBaseline = (form.baselineValue ?? "") !== "" && (form.baselineYear ?? "") !== "";
  return {
    mergeJanuaryFebruary,
    ...(form.planShape === planShape && { planShape, planPoints }),
    ...(hasBaseline && { baselineValue, baselineYear, baselineOrigin, baselineProvisional }),
  };
}

/**
 * The form as a target, or every invalid field by its name (those of a new metric as `metric.name`).
 * @param kindOf the kind of an existing metric by its key; undefined for an unknown key.
 */
export function readNewTarget(
  form: Readonly<Record<string, string>>,
  kindOf: (key: string) => MetricKind | undefined,
  edited: EditedDraft | null = null,
): NewTargetResult {
  const target = targetSchema.safeParse(form);
  const isNew = (form.metric ?? "") === "";
  const typed = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (name.startsWith("metric.") ? [[name.slice(7), value]] : [])),
  );
  const made = isNew ? metricSchema.safeParse(typed) : null;
  const errors: Record<string, string> = {
    ...(target.success ? lagErrors(target.data) : errorsOf(target.error)),
    ...(made === null || made.success ? {} : errorsOf(made.error, "metric.")),
  };
  const kind = made === null ? kindOf(form.metric ?? "") : made.data?.kind;
  if (kind === undefined && !isNew) errors.metric = "unknown";
  const steps = kind === "milestone" ? readSteps(form.steps ?? "") : [];
  if (steps === null) errors.steps = "not-steps";
  if (!target.success || kind === undefined || steps === null) return { ok: false, errors };
  const terms = { ...defaultTerms(kind, target.data), ...(edited !== null && keptTerms(edited.terms, form)) };
  const { baselineNote } = target.data;
  const keepsNote = edited !== null && baselineNote === edited.baselineNote;
  const judged = checkRevision(
    { ...figuresOf(kind, form), startOn: form.startOn, dueOn: form.dueOn, reason: "new", authority: "new" },
    {
      kind,
      state: "draft",
      current: terms,
      ownerSlug: target.data.owner,
      citesSource: target.data.quote !== "" || (baselineNote !== "" && !keepsNote),
      isBaselineNoted: baselineNote !== "" && keepsNote,
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
  return { ok: true, target: { ...target.data, baselineNote: note, metric, kind, steps, terms: after } };
}

export const carryOverSchema = z.object({
  code: exactText,
  newCode: targetSchema.shape.code,
  /** A value, or blank to leave the draft without one. */
  value: figureText.trim().max(40, "too-long"),
  /** A provisional baseline, asked for while the final value of the year is unknown; blank for none. */
  baseline: figureText.trim().max(40, "too-long").default(""),
});
