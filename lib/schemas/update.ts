// What a report may say: shared by form, action and API. Messages are keys under `report.errors`.
import type { Decimal } from "decimal.js";
import { z } from "zod";
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import type { MetricKind, Reading } from "@/lib/domain/targets/types";
import { parseDecimalText } from "@/lib/schemas/decimal-text";

const NOTE_LIMIT = 2000;

const text = z.string().max(NOTE_LIMIT, "too-long").default("");

/** The shape as it is sent: everything typed is text. */
const updateInputSchema = z.object({
  requestKey: z.string().min(8).max(100),
  updateId: z.uuid().nullable().default(null),
  version: z.number().int().positive().nullable().default(null),
  supersedesId: z.uuid().nullable().default(null),
  asOf: z.string().max(40),
  value: z.string().max(100).default(""),
  numerator: z.string().max(100).default(""),
  denominator: z.string().max(100).default(""),
  steps: z
    .array(z.object({ key: z.string().max(100), doneOn: z.string().max(40) }))
    .max(200)
    .default([]),
  note: text,
  problems: text,
  nextStep: text,
  evidence: text,
});
export type UpdateInput = z.input<typeof updateInputSchema>;

/** Which update is decided, in the version the decider saw. */
export const decisionSchema = z.object({ updateId: z.uuid(), version: z.coerce.number().int().positive() });

const UPDATE_FIELDS = [
  "asOf",
  "value",
  "numerator",
  "denominator",
  "steps",
  "note",
  "problems",
  "nextStep",
  "evidence",
] as const;
export type UpdateField = (typeof UPDATE_FIELDS)[number];
export type FieldErrors = Partial<Record<UpdateField, string>>;

/** What the rules need to know of the target the report is about. */
export interface ReportFacts {
  readonly kind: MetricKind;
  readonly startOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly stepKeys: readonly string[];
  readonly today: IsoDate;
  /** Whether the period a day lies in is closed for entry. */
  readonly isClosed?: (asOf: IsoDate) => boolean;
  /** The latest approved reading before the as-of date of this one. */
  readonly previousValue: (asOf: IsoDate) => Decimal | null;
}

export interface CheckedUpdate {
  readonly requestKey: string;
  readonly updateId: string | null;
  readonly version: number | null;
  readonly supersedesId: string | null;
  readonly reading: Reading;
  readonly note: string;
  readonly problems: string;
  readonly nextStep: string;
  readonly evidence: string;
}

export type CheckResult =
  | { readonly ok: true; readonly update: CheckedUpdate }
  | { readonly ok: false; readonly errors: FieldErrors };

function fieldOf(path: PropertyKey[]): UpdateField {
  const first = path[0];
  return UPDATE_FIELDS.find((field) => field === first) ?? "value";
}

/**
 * A report held against its target. A draft may be incomplete, but what it says must be readable; with `complete` it
 * must also say its value, and say why where a cumulative number went down or an approved one is corrected.
 */
export function checkUpdate(input: unknown, facts: ReportFacts, complete: boolean): CheckResult {
  const parsed = updateInputSchema.safeParse(input);
  const errors: FieldErrors = {};
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      errors[fieldOf(issue.path)] ??= issue.code === "too_big" ? "too-long" : "unreadable";
    return { ok: false, errors };
  }
  const { data } = parsed;
  const asOf = checkAsOf(data.asOf, facts, errors);
  const value = checkNumber(data.value, "value", usesValue(facts.kind), complete, errors);
  const ratio = facts.kind === "ratio";
  const numerator = checkNumber(data.numerator, "numerator", ratio, complete, errors);
  const denominator = checkNumber(data.denominator, "denominator", ratio, complete, errors);
  checkRange(facts.kind, value, numerator, denominator, errors);
  const steps = facts.kind === "milestone" ? checkSteps(data.steps, asOf, facts, errors) : [];
  if (complete && asOf !== null && errors.value === undefined)
    checkExplained(data.note, data.supersedesId, asOf, value, facts, errors);
  if (asOf === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const reading: Reading = { asOf, value, numerator, denominator, completedSteps: steps };
  const { requestKey, updateId, version, supersedesId } = data;
  const words = { note: data.note, problems: data.problems, nextStep: data.nextStep, evidence: data.evidence };
  return { ok: true, update: { requestKey, updateId, version, supersedesId, reading, ...words } };
}

function usesValue(kind: MetricKind): boolean {
  return kind !== "ratio" && kind !== "milestone";
}

function checkAsOf(typed: string, facts: ReportFacts, errors: FieldErrors): IsoDate | null {
  const asOf = parseIsoDate(typed.trim());
  if (asOf === null) errors.asOf = "not-a-date";
  else if (asOf > facts.today) errors.asOf = "in-the-future";
  else if (asOf < facts.startOn) errors.asOf = "before-start";
  else if (asOf > facts.dueOn) errors.asOf = "after-due";
  else if (facts.isClosed?.(asOf)) errors.asOf = "closed-for-entry";
  return asOf;
}

function checkNumber(
  typed: string,
  field: "value" | "numerator" | "denominator",
  used: boolean,
  complete: boolean,
  errors: FieldErrors,
): Decimal | null {
  if (!used) return null;
  const parsed = parseDecimalText(typed);
  if (!parsed.ok) {
    errors[field] = parsed.fault;
    return null;
  }
  if (parsed.value === null && complete) errors[field] = "required";
  return parsed.value;
}

function checkRange(
  kind: MetricKind,
  value: Decimal | null,
  numerator: Decimal | null,
  denominator: Decimal | null,
  errors: FieldErrors,
): void {
  if (value !== null && kind !== "growth" && value.isNegative() && !value.isZero()) errors.value ??= "negative";
  if (value !== null && kind === "rank" && (value.lessThan(1) || !value.isInteger())) errors.value ??= "not-a-place";
  if (value !== null && kind === "yes-no" && !value.equals(0) && !value.equals(1)) errors.value ??= "not-yes-or-no";
  if (numerator?.lessThan(0)) errors.numerator ??= "negative";
  if (denominator?.lessThanOrEqualTo(0)) errors.denominator ??= "not-above-zero";
}

function checkSteps(
  typed: readonly { key: string; doneOn: string }[],
  asOf: IsoDate | null,
  facts: ReportFacts,
  errors: FieldErrors,
): { key: string; doneOn: IsoDate }[] {
  const done = typed.filter((step) => step.doneOn.trim() !== "");
  if (new Set(done.map((step) => step.key)).size < done.length) errors.steps = "unknown-step";
  return done.flatMap(({ key, doneOn }) => {
    const day = parseIsoDate(doneOn.trim());
    if (!facts.stepKeys.includes(key)) errors.steps ??= "unknown-step";
    if (day === null) errors.steps ??= "not-a-date";
    else if (day > (asOf ?? facts.today)) errors.steps ??= "step-after-as-of";
    return day === null ? [] : [{ key, doneOn: day }];
  });
}

function checkExplained(
  note: string,
  supersedesId: string | null,
  asOf: IsoDate,
  value: Decimal | null,
  facts: ReportFacts,
  errors: FieldErrors,
): void {
  if (note.trim() !== "") return;
  if (supersedesId !== null) errors.note ??= "correction-needs-reason";
  const previous = facts.kind === "cumulative" ? facts.previousValue(asOf) : null;
  if (previous !== null && value?.lessThan(previous)) errors.note ??= "decrease-needs-reason";
}
