// Reads the steps of a revised milestone: moved, weighted, added and removed.
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import type { RevisableStep } from "@/lib/domain/targets/revisable-step";
import type { RevisableTerms } from "@/lib/domain/targets/revisions";
import type { MetricKind } from "@/lib/domain/targets/types";
import { type NewStep, readSteps } from "@/lib/schemas/new-steps";
import type { Draft, Errors } from "@/lib/schemas/revised-fields";
import type { RevisionInput } from "@/lib/schemas/revision";
import { readWeight } from "@/lib/schemas/step-weight";

export interface StepFacts {
  /** Of all steps that the target has or had. */
  readonly keys: ReadonlySet<string>;
  /** The steps that an approved or a pending report states as completed. */
  readonly reported: ReadonlySet<string>;
}

function changedSteps(input: RevisionInput, current: RevisableTerms["steps"], errors: Errors): RevisableStep[] {
  const typed = new Map(input.steps?.map((step) => [step.key, step]));
  return current.map((step) => {
    const change = typed.get(step.key);
    const plannedOn = change === undefined ? step.plannedOn : parseIsoDate(change.plannedOn);
    if (plannedOn === null) errors[`step:${step.key}`] = "not-a-day";
    const weight = change?.weight === undefined ? step.weight : readWeight(String(change.weight));
    if (weight === null) errors[`weight:${step.key}`] = "not-a-weight";
    return { ...step, plannedOn: plannedOn ?? step.plannedOn, ...(weight != null && { weight }) };
  });
}

/** New steps with keys that no other step of the target has had. */
function withKeys(steps: readonly NewStep[], used: ReadonlySet<string>): RevisableStep[] {
  let number = 0;
  const nextKey = () => {
    do number += 1;
    while (used.has(`step-${number}`));
    return `step-${number}`;
  };
  return steps.map(({ plannedOn, title, titleEn, weight }) => ({
    key: nextKey(),
    plannedOn,
    weight: Number(weight),
    title,
    titleEn,
  }));
}

const byDay = (one: { plannedOn: IsoDate }, other: { plannedOn: IsoDate }) =>
  one.plannedOn === other.plannedOn ? 0 : one.plannedOn < other.plannedOn ? -1 : 1;

/** Changed steps are in the order of their days; unchanged ones stay as they are. */
export function takeSteps(
  input: RevisionInput,
  draft: Draft,
  { kind, stepFacts: facts }: { readonly kind: MetricKind; readonly stepFacts: StepFacts | null },
  errors: Errors,
): void {
  const current = draft.steps;
  const moved = changedSteps(input, current, errors);
  const removed = new Set(facts === null ? [] : input.removedSteps);
  for (const key of removed) if (facts?.reported.has(key)) errors[`${STEP}${key}`] = "step-reported";
  const read = readSteps(facts === null || kind !== "milestone" ? {} : (input.addedSteps ?? {}));
  Object.assign(errors, read.errors);
  const left = moved.filter(({ key }) => !removed.has(key));
  const after = [...left, ...withKeys(read.steps, facts?.keys ?? new Set())];
  if (current.length > 0 && after.length === 0) errors.form = "no-steps-left";
  if (JSON.stringify(after) !== JSON.stringify(current)) draft.steps = after.toSorted(byDay);
}

const STEP_ROW = "steps.";
const STEP = "step:";
const WEIGHT = "weight:";
const REMOVE = "remove:";

const keysAfter = (prefix: string, form: Readonly<Record<string, string>>): string[] =>
  Object.keys(form).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));

/** The fields of steps in the form of a revision. */
export function stepInput(
  form: Readonly<Record<string, string>>,
): Pick<RevisionInput, "steps" | "removedSteps" | "addedSteps"> {
  const weightOf = (key: string) => form[`${WEIGHT}${key}`];
  return {
    steps: keysAfter(STEP, form).map((key) => ({ key, plannedOn: form[`${STEP}${key}`] ?? "", weight: weightOf(key) })),
    removedSteps: keysAfter(REMOVE, form),
    addedSteps: Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith(STEP_ROW))),
  };
}

/** A step as a row of the form, from which it can be read again. */
export function stepRow({ plannedOn, weight, title, titleEn }: RevisableStep, row: number): [string, string][] {
  const fields = { plannedOn, title: title ?? "", titleEn: titleEn ?? "", weight: weight?.toString() ?? "" };
  return Object.entries(fields).map(([field, text]) => [`${STEP_ROW}${row}.${field}`, text]);
}
