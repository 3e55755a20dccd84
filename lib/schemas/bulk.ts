// Input of a step for many targets. Messages are keys under `form.errors`.
import { z } from "zod";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { MOST_AT_ONCE } from "@/lib/domain/targets/bulk";
import { VERDICTS } from "@/lib/domain/targets/types";
import { slipSchema } from "@/lib/schemas/instruction";
import { labelChoice } from "@/lib/schemas/label";
import { receiveWithinDays } from "@/lib/schemas/life-cycle";
import { exactText, figureText, multiLine, singleLine } from "@/lib/schemas/text";

const TEXT_LIMIT = 2000;
const needed = multiLine.trim().min(1, "required").max(TEXT_LIMIT, "too-long");
const note = multiLine.trim().max(TEXT_LIMIT, "too-long").default("");
const number = singleLine.trim().min(1, "required").max(200, "too-long");
/** The day of the document; blank if it has none. */
const documentOn = singleLine
  .trim()
  .default("")
  .transform((text, context) => {
    const day = text === "" ? null : parseIsoDate(text);
    if (text !== "" && day === null) context.issues.push({ code: "custom", input: text, message: "not-a-day" });
    return day;
  });

/** What a step does with the label. */
export const LABEL_CHANGES = ["add", "remove"] as const;

export const bulkStepSchema = z.discriminatedUnion("step", [
  z.object({ step: z.literal("issue"), authority: number, documentOn, receiveWithinDays }),
  z.object({ step: z.literal("receive"), note }),
  z.object({ step: z.literal("close"), authority: number, documentOn, note: needed }),
  z.object({ step: z.literal("carry-over") }),
  z.object({
    step: z.literal("revise"),
    authority: number,
    documentOn,
    reason: needed,
    /** Blank: unchanged. */
    dueOn: singleLine.trim().max(40, "too-long").default(""),
    owner: singleLine.trim().max(100, "too-long").default(""),
  }),
  z.object({ step: z.literal("label"), change: z.enum(LABEL_CHANGES, { error: "required" }), label: labelChoice }),
  slipSchema.extend({ step: z.literal("send-slip") }),
]);
export type BulkStepInput = z.output<typeof bulkStepSchema>;

const fieldsOfTarget = z.object({
  verdict: z.enum(VERDICTS).optional(),
  newCode: exactText
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, "not-a-code")
    .optional(),
  value: figureText.trim().max(40, "too-long").default(""),
  upperValue: figureText.trim().max(40, "too-long").default(""),
  number: singleLine.trim().max(20, "too-long").optional(),
});

/** A selected target as it was shown, and what its row states. */
export interface ChosenTarget extends z.output<typeof fieldsOfTarget> {
  readonly code: string;
  readonly version: number;
}

export type ChosenResult =
  | { readonly ok: true; readonly chosen: readonly ChosenTarget[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const CHOSEN = "chosen:";
const OF_TARGET = ["verdict", "newCode", "value", "upperValue", "number"] as const;

/** "NT-T01 3,NT-T02 1": the shown versions in one field. */
export function versionsText(shown: readonly { readonly code: string; readonly version: number }[]): string {
  return shown.map(({ code, version }) => `${code} ${version}`).join(",");
}

/** The selected targets of the form, or every invalid field by its name. */
export function readChosen(form: FormData): ChosenResult {
  const versions = new Map(
    String(form.get("version") ?? "")
      .split(",")
      .map((pair) => [pair.slice(0, pair.lastIndexOf(" ")), Number(pair.slice(pair.lastIndexOf(" ") + 1))]),
  );
  const errors: Record<string, string> = {};
  const codes = [...form.keys()].filter((name) => name.startsWith(CHOSEN)).map((name) => name.slice(CHOSEN.length));
  const chosen = [...new Set(codes)].flatMap((code): ChosenTarget[] => {
    const typed = OF_TARGET.flatMap((field) => {
      const text = form.get(`${field}:${code}`);
      return text === null || text === "" ? [] : [[field, text]];
    });
    const read = fieldsOfTarget.safeParse(Object.fromEntries(typed));
    if (read.success) return [{ code, version: versions.get(code) ?? Number.NaN, ...read.data }];
    for (const { path, message } of read.error.issues) errors[`${String(path[0])}:${code}`] = message;
    return [];
  });
  if (codes.length === 0) errors.form = "none-chosen";
  if (codes.length > MOST_AT_ONCE) errors.form = "too-many-chosen";
  return Object.keys(errors).length === 0 ? { ok: true, chosen } : { ok: false, errors };
}
