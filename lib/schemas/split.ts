// Input for splitting a target. Messages are keys under `form.errors`.
import { z } from "zod";
import { ROLL_UP_METHODS } from "@/lib/domain/targets/roll-up";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { exactText, figureText, multiLine } from "@/lib/schemas/text";

/** The most parts of the form. */
export const FORM_PARTS = 16;
export const LEAST_PARTS = 2;

const measure = figureText.transform((text, context) => {
  const parsed = parseDecimalText(text);
  if (parsed.ok && parsed.value !== null) return parsed.value;
  context.issues.push({ code: "custom", input: text, message: parsed.ok ? "required" : parsed.fault });
  return z.NEVER;
});

const weight = figureText.transform((text, context) => {
  const parsed = parseDecimalText(text.trim() === "" ? "1" : text);
  if (parsed.ok && parsed.value?.gte(0) && parsed.value.lt(10_000)) return parsed.value;
  context.issues.push({ code: "custom", input: text, message: "not-a-number" });
  return z.NEVER;
});

const partSchema = z.object({
  owner: exactText.min(1, "required"),
  value: measure,
  weight,
  startOn: parseTypedDay,
  dueOn: parseTypedDay,
});

const splitSchema = z.object({
  method: z.enum(ROLL_UP_METHODS, { error: "unknown" }),
  parts: z.array(partSchema).min(LEAST_PARTS, "at-least-two").max(FORM_PARTS, "too-long"),
  /** Why the parts promise more than the whole; required if they do. */
  reason: multiLine.trim().max(2000, "too-long").optional(),
});
export type SplitInput = z.output<typeof splitSchema>;

const FIELDS = ["owner", "value", "weight", "startOn", "dueOn"] as const;

/** The rows of the form that name an owner or a figure, each error by its field: `parts.2.value`. */
export function readSplit(
  form: FormData,
): { readonly ok: true; readonly split: SplitInput } | { readonly ok: false; readonly errors: Record<string, string> } {
  const rows = Array.from({ length: FORM_PARTS }, (_, index) => ({
    index,
    part: Object.fromEntries(FIELDS.map((field) => [field, String(form.get(`parts.${index}.${field}`) ?? "")])),
  })).filter(({ part }) => part.owner !== "" || part.value?.trim() !== "");
  const parsed = splitSchema.safeParse({
    method: form.get("method"),
    parts: rows.map(({ part }) => part),
    reason: String(form.get("reason") ?? ""),
  });
  if (parsed.success) return { ok: true, split: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    const [first, row, field] = path;
    const place = typeof row === "number" ? rows[row]?.index : undefined;
    const name = first === "parts" ? (place === undefined ? "form" : `parts.${place}.${String(field)}`) : String(first);
    errors[name] ??= message;
  }
  return { ok: false, errors };
}
