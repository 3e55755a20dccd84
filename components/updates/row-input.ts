// The fields of a row of the entry screen, and what they send.
import type { EntryRow } from "@/components/updates/quick-entry-row";
import type { UpdateInput } from "@/lib/schemas/update";

const TEXTS = ["asOf", "value", "numerator", "denominator", "peers", "note", "problems", "nextStep"] as const;
const STEP = "step:";

type RowValues = Readonly<Record<string, string>>;

/** The name of the field with the day on which a step was completed. */
export const stepField = (key: string) => `${STEP}${key}`;

/** The names of the fields of a row. */
export function fieldNames({ steps }: Pick<EntryRow, "steps">): string[] {
  return [...TEXTS, ...steps.map(({ key }) => stepField(key))];
}

/** The fields as the stored report has them. */
export function valuesOf(input: UpdateInput, names: readonly string[]): RowValues {
  const done = new Map((input.steps ?? []).map(({ key, doneOn }) => [stepField(key), doneOn]));
  const text = (name: string) => TEXTS.find((field) => field === name);
  return Object.fromEntries(
    names.map((name) => {
      const field = text(name);
      return [name, field === undefined ? (done.get(name) ?? "") : String(input[field] ?? "")];
    }),
  );
}

/** The fields as a report is sent: steps without a day are open. */
export function toInput(values: RowValues): Partial<UpdateInput> {
  const texts = Object.entries(values).filter(([name]) => !name.startsWith(STEP));
  const steps = Object.entries(values)
    .filter(([name, doneOn]) => name.startsWith(STEP) && doneOn !== "")
    .map(([name, doneOn]) => ({ key: name.slice(STEP.length), doneOn }));
  return { ...Object.fromEntries(texts), steps };
}

/** Nothing but the date is filled in. */
export function isBlank(values: RowValues): boolean {
  return Object.entries(values).every(([name, value]) => name === "asOf" || value === "");
}
