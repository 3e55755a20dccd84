// What the report form sends: its fields, with the draft it continues.
import type { ReportState } from "@/lib/actions/updates";
import type { UpdateInput } from "@/lib/schemas/update";

export function inputOf(form: HTMLFormElement, start: UpdateInput, draft: Draft): UpdateInput {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  const steps = [...data.entries()].flatMap(([name, doneOn]) =>
    name.startsWith("step:") ? [{ key: name.slice("step:".length), doneOn: String(doneOn) }] : [],
  );
  return {
    ...start,
    ...draft,
    asOf: text("asOf"),
    value: text("value"),
    numerator: text("numerator"),
    denominator: text("denominator"),
    peers: text("peers"),
    steps,
    note: text("note"),
    problems: text("problems"),
    nextStep: text("nextStep"),
    evidence: text("evidence"),
  };
}

export function hasValue({ value, numerator, steps = [] }: UpdateInput): boolean {
  return Boolean(value) || Boolean(numerator) || steps.length > 0;
}

export interface Draft {
  readonly updateId: string | null;
  readonly version: number | null;
}

/** The draft from the page or from the last save here, whichever is newer. */
export function newest({ updateId = null, version = null }: UpdateInput, saved: ReportState["saved"]): Draft {
  return saved !== undefined && saved.version > (version ?? 0) ? saved : { updateId, version };
}
