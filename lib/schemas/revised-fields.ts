// Reads the fields of a revision, each with its error.
import { isoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { mayBeBetter } from "@/lib/domain/targets/comparators";
import { isSameBaseline, type RevisableTerms } from "@/lib/domain/targets/revisions";
import { BASELINE_ORIGINS, COMPARATORS, JUDGINGS } from "@/lib/domain/targets/types";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import { LAST_YEAR_CELL, lastYearsCourse, PLAN_CELL, readCells } from "@/lib/schemas/plan-cells";
import { formPlanShapes } from "@/lib/schemas/plan-shapes";
import type { RevisionFacts, RevisionInput } from "@/lib/schemas/revision";

const MEASURES = ["tolerance", "value", "upperValue", "stretchValue", "baselineValue"] as const;

const DAYS = ["startOn", "dueOn"] as const;

export type Draft = { -readonly [K in keyof RevisableTerms]: RevisableTerms[K] };

export type Errors = Record<string, string>;

export function takeMeasures(input: RevisionInput, draft: Draft, errors: Errors): void {
  for (const field of MEASURES) {
    const text = input[field];
    if (text === undefined) continue;
    const parsed = parseDecimalText(text);
    if (parsed.ok) draft[field] = parsed.value?.toFixed() ?? null;
    else errors[field] = parsed.fault;
  }
  const year = input.baselineYear?.trim();
  if (year === "") draft.baselineYear = null;
  else if (year !== undefined && /^(19|20)\d{2}$/.test(year)) draft.baselineYear = Number(year);
  else if (year !== undefined) errors.baselineYear = "not-a-year";
}

export function takeDays(input: RevisionInput, draft: Draft, errors: Errors): void {
  for (const field of DAYS) {
    const text = input[field];
    if (text === undefined) continue;
    const parsed = parseIsoDate(text);
    if (parsed === null) errors[field] = "not-a-day";
    else draft[field] = parsed;
  }
}

/** Runs after takeMeasures(): an origin belongs to its figure, so a changed baseline does not inherit it. */
export function takeOrigin(typedOrigin: string, draft: Draft, current: RevisableTerms, errors: Errors): void {
  const origin = BASELINE_ORIGINS.find((one) => one === typedOrigin);
  if (origin !== undefined) draft.baselineOrigin = origin;
  else if (typedOrigin !== "") errors.baselineOrigin = "unknown";
  else if (!isSameBaseline(current, draft)) draft.baselineOrigin = null;
  // A figure that replaces a provisional one, or names another origin for it, is final.
  if (!isSameBaseline(current, draft) || draft.baselineOrigin !== current.baselineOrigin) {
    draft.baselineProvisional = null;
  }
}

export function takeChoices(input: RevisionInput, draft: Draft, errors: Errors): void {
  const comparator = COMPARATORS.find((one) => one === input.comparator);
  if (input.comparator !== undefined && comparator === undefined) errors.comparator = "unknown";
  if (comparator !== undefined) draft.comparator = comparator;
  if (input.orBetter !== undefined && input.orBetter !== "") draft.orBetter = input.orBetter === "true";
  else if (mayBeBetter(draft.comparator) && input.orBetter === "") errors.orBetter = "choose-side";
  const judging = JUDGINGS.find((one) => one === input.judging);
  if (input.judging !== undefined && judging === undefined) errors.judging = "unknown";
  if (judging !== undefined) draft.judging = judging;
}

export function takePlan(input: RevisionInput, draft: Draft, { kind, current }: RevisionFacts, errors: Errors): void {
  if (input.planShape === undefined) return;
  const shape = formPlanShapes(kind, current.planShape).find((one) => one === input.planShape);
  if (shape === undefined) {
    errors.planShape = "unknown";
    return;
  }
  if (input.mergeJanuaryFebruary !== undefined) draft.mergeJanuaryFebruary = input.mergeJanuaryFebruary === "true";
  const isLastYear = shape === "last-year";
  const read = readCells(input.cells ?? {}, isLastYear ? LAST_YEAR_CELL : PLAN_CELL);
  Object.assign(errors, read.errors);
  draft.planShape = shape;
  if (shape === "values") draft.planValues = read.cells;
  if (input.planPoints !== undefined) {
    draft.planPoints = input.planPoints.map(({ on, ratio }) => ({ on: isoDate(on), ratio }));
    return;
  }
  if (!isLastYear || (read.cells.length === 0 && current.planShape === shape)) return;
  const course = lastYearsCourse(kind, read.cells, draft);
  if (course === null) errors.planShape = "last-year-incomplete";
  else Object.assign(draft, course);
}
