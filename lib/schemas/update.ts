// Input for a report, shared by form, action and API. Messages are keys under `report.errors`.
import type { Decimal } from "decimal.js";
import { z } from "zod";
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { MAX_FILES } from "@/lib/domain/evidence/file-kinds";
import type { Reading } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import {
  asOfError,
  measureErrors,
  missingMeasures,
  noteError,
  peersError,
  type ReportFacts,
  stepsError,
  usesValue,
} from "@/lib/domain/updates/report-rules";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import { exactText, figureText, multiLine, singleLine } from "@/lib/schemas/text";

export const NOTE_LIMIT = 2000;

const text = multiLine.max(NOTE_LIMIT, "too-long").default("");

/** Files of the returned or withdrawn report that the new one replaces, which it gets too. */
const keepFilesSchema = z.array(z.uuid()).max(MAX_FILES).default([]);

/** None if they are malformed. */
export function readKeptFiles(input: UpdateInput): readonly string[] {
  const parsed = keepFilesSchema.safeParse(input.keepFiles);
  return parsed.success ? parsed.data : [];
}

/** The submitted shape: all fields are text. */
const updateInputSchema = z.object({
  requestKey: exactText.min(8).max(100),
  updateId: z.uuid().nullable().default(null),
  version: z.number().int().positive().nullable().default(null),
  supersedesId: z.uuid().nullable().default(null),
  asOf: singleLine.max(40),
  value: figureText.max(100).default(""),
  numerator: figureText.max(100).default(""),
  denominator: figureText.max(100).default(""),
  /** Ranks only: the number of places; blank if unknown. */
  peers: figureText.max(100).default(""),
  steps: z
    .array(z.object({ key: singleLine.max(100), doneOn: singleLine.max(40) }))
    .max(200)
    .default([]),
  note: text,
  problems: text,
  nextStep: text,
  evidence: text,
  keepFiles: keepFilesSchema,
});
export type UpdateInput = z.input<typeof updateInputSchema>;

/** The report to decide, in the version that the reviewer saw. */
export const decisionSchema = z.object({ updateId: z.uuid(), version: z.coerce.number().int().positive() });

const UPDATE_FIELDS = [
  "asOf",
  "value",
  "numerator",
  "denominator",
  "peers",
  "steps",
  "note",
  "problems",
  "nextStep",
  "evidence",
] as const;
export type UpdateField = (typeof UPDATE_FIELDS)[number];
export type FieldErrors = Partial<Record<UpdateField, string>>;

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
 * Validates a report against its target. A draft may be incomplete, but its fields must be parseable; with `complete`,
 * it also needs a value, and a reason if a cumulative number decreased or an approved one is corrected.
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
  const asOf = readDay(data.asOf, facts, errors);
  const printed = facts.kind === "yes-no" ? null : (facts.printedUnit ?? null);
  const value = readNumber(data.value, "value", usesValue(facts.kind) ? { printed } : null, errors);
  // The parts of a ratio have no unit.
  const bare = facts.kind === "ratio" ? { printed: null } : null;
  const numerator = readNumber(data.numerator, "numerator", bare, errors);
  const denominator = readNumber(data.denominator, "denominator", bare, errors);
  const peers = readNumber(data.peers, "peers", facts.kind === "rank" ? { printed: null } : null, errors);
  Object.assign(errors, strayMeasures(data, facts.kind));
  const isRead = Object.keys(errors).every((field) => field === "asOf");
  const steps = facts.kind === "milestone" ? readSteps(data.steps, errors) : [];
  const faults: FieldErrors = {
    ...(complete && isRead ? missingMeasures(facts.kind, { value, numerator, denominator }) : {}),
    ...onlyFaults(measureErrors(facts.kind, { value, denominator })),
    peers: peersError(value, peers),
    steps: stepsError(steps, asOf, facts),
  };
  for (const field of ["value", "numerator", "denominator", "peers", "steps"] as const) {
    const fault = faults[field];
    if (fault !== undefined) errors[field] ??= fault;
  }
  if (complete && asOf !== null && errors.value === undefined && data.note.trim() === "") {
    const fault = noteError({ asOf, value }, data.supersedesId !== null, facts);
    if (fault !== undefined) errors.note ??= fault;
  }
  if (asOf === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const reading: Reading = {
    asOf,
    value,
    numerator,
    denominator,
    peers: peers?.toNumber() ?? null,
    completedSteps: steps,
  };
  const { requestKey, updateId, version, supersedesId } = data;
  const words = { note: data.note, problems: data.problems, nextStep: data.nextStep, evidence: data.evidence };
  return { ok: true, update: { requestKey, updateId, version, supersedesId, reading, ...words } };
}

/** The measures of another kind that are filled in: places of a total, parts of a level, steps of anything but steps. */
function strayMeasures(data: z.output<typeof updateInputSchema>, kind: ReportFacts["kind"]): FieldErrors {
  const isUsed = {
    value: usesValue(kind),
    numerator: kind === "ratio",
    denominator: kind === "ratio",
    peers: kind === "rank",
    steps: kind === "milestone",
  };
  const isFilled = ({ length }: { readonly length: number }) => length > 0;
  const filled = {
    value: isFilled(data.value.trim()),
    numerator: isFilled(data.numerator.trim()),
    denominator: isFilled(data.denominator.trim()),
    peers: isFilled(data.peers.trim()),
    steps: isFilled(data.steps),
  };
  const fields = Object.keys(isUsed) as (keyof typeof isUsed)[];
  return Object.fromEntries(
    fields.flatMap((field) => (!isUsed[field] && filled[field] ? [[field, "of-other-kind"]] : [])),
  );
}

function readDay(typed: string, facts: ReportFacts, errors: FieldErrors): IsoDate | null {
  const asOf = parseIsoDate(typed.trim());
  const fault = asOf === null ? "not-a-date" : asOfError(asOf, facts);
  if (fault !== undefined) errors.asOf = fault;
  return asOf;
}

function readNumber(
  typed: string,
  field: "value" | "numerator" | "denominator" | "peers",
  expected: { readonly printed: PrintedUnit | null } | null,
  errors: FieldErrors,
): Decimal | null {
  if (expected === null) return null;
  const parsed = parseDecimalText(typed, expected.printed);
  if (!parsed.ok) {
    errors[field] = parsed.fault;
    return null;
  }
  return parsed.value;
}

function onlyFaults(faults: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

/** The steps with a completion date. */
function readSteps(typed: readonly { key: string; doneOn: string }[], errors: FieldErrors): Reading["completedSteps"] {
  const done = typed.filter((step) => step.doneOn.trim() !== "");
  return done.flatMap(({ key, doneOn }) => {
    const day = parseIsoDate(doneOn.trim());
    if (day === null) errors.steps = "not-a-date";
    return day === null ? [] : [{ key, doneOn: day }];
  });
}
