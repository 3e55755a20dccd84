// Input of labels: the rows of a target's form, and their administration. Messages are keys under `form.errors`.
import { z } from "zod";
import { distinctLabels, LABEL_KINDS, type LabelKind, type NamedLabel } from "@/lib/domain/targets/labels";
import { exactText, singleLine } from "@/lib/schemas/text";

export const MOST_LABELS = 12;

const name = singleLine.trim().min(1, "required").max(100, "too-long");
const nameEn = singleLine.trim().max(100, "too-long").default("");
/** 12, 3.2, 二（四）. */
const runningNumber = singleLine.trim().max(20, "too-long").default("");

/** "plan:政府工作报告": one option of a form. */
export function labelValue(kind: LabelKind, labelName: string): string {
  return `${kind}:${labelName}`;
}

/** Such a value as kind and name. */
export const labelChoice = singleLine.trim().transform((text, context) => {
  const at = text.indexOf(":");
  const kind = LABEL_KINDS.find((one) => one === text.slice(0, Math.max(0, at)));
  const named = name.safeParse(text.slice(at + 1));
  if (kind !== undefined && named.success) return { kind, name: named.data };
  context.issues.push({ code: "custom", input: text, message: text === "" ? "required" : "unknown" });
  return z.NEVER;
});

const row = z.object({ label: labelChoice, number: runningNumber });

export interface LabelsResult {
  readonly labels: readonly NamedLabel[];
  readonly errors: Readonly<Record<string, string>>;
}

/** The rows `labels.0.label` and `labels.0.number` of a form; a row without a label is blank. */
export function readLabels(form: Readonly<Record<string, string>>): LabelsResult {
  const errors: Record<string, string> = {};
  const labels: NamedLabel[] = [];
  for (let index = 0; index < MOST_LABELS; index += 1) {
    const [label = "", number = ""] = [form[`labels.${index}.label`], form[`labels.${index}.number`]];
    if (label.trim() === "" && number.trim() === "") continue;
    const read = row.safeParse({ label, number });
    if (read.success) labels.push({ ...read.data.label, number: read.data.number });
    else for (const { path, message } of read.error.issues) errors[`labels.${index}.${String(path[0])}`] = message;
  }
  return { labels: distinctLabels(labels), errors };
}

/** The rows of a form as its fields hold them. */
export function labelFields(labels: readonly NamedLabel[]): Record<string, string> {
  return Object.fromEntries(
    labels.flatMap(({ kind, name: named, number }, index) => [
      [`labels.${index}.label`, labelValue(kind, named)],
      [`labels.${index}.number`, number],
    ]),
  );
}

const shown = { id: z.uuid(), version: z.coerce.number().int() };

export const newLabelSchema = z.object({ kind: z.enum(LABEL_KINDS, { error: "unknown" }), name, nameEn });
export type NewLabel = z.output<typeof newLabelSchema>;

export const labelEditSchema = z.object({ ...shown, name, nameEn });
export type LabelEdit = z.output<typeof labelEditSchema>;

export const labelMergeSchema = z.object({ ...shown, into: exactText.trim().pipe(z.uuid("required")) });
export type LabelMerge = z.output<typeof labelMergeSchema>;

export const labelRetireSchema = z.object({
  ...shown,
  retired: z.enum(["yes", "no"]).transform((choice) => choice === "yes"),
});
export type LabelRetirement = z.output<typeof labelRetireSchema>;
