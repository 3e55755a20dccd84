// Input for instructions and slips. Messages are keys under `form.errors`.
import { z } from "zod";
import { COLOURS, INSTRUCTION_KINDS } from "@/lib/domain/instructions/workflow";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { exactText, multiLine, singleLine } from "@/lib/schemas/text";

const TEXT_LIMIT = 5000;
const needed = multiLine.trim().min(1, "required").max(TEXT_LIMIT, "too-long");

/** What a slip states, for one target or for several. */
export const slipSchema = z.object({
  colour: z.enum(COLOURS, { error: "required" }),
  givenBy: singleLine.trim().min(1, "required").max(200, "too-long"),
  body: needed,
  replyDueOn: parseTypedDay,
});

export const instructionSchema = slipSchema.extend({
  kind: z.enum(INSTRUCTION_KINDS, { error: "required" }),
  /** Set if a rule proposed the slip: the rule, and the report. */
  rule: exactText.max(60).optional(),
  periodEnd: parseTypedDay.optional(),
});
export type InstructionInput = z.output<typeof instructionSchema>;

/** A proposed slip, by its target, its rule and the end of the period of its report. */
const chosenSlipSchema = z.object({
  code: exactText.min(1).max(60),
  rule: exactText.min(1).max(60),
  periodEnd: parseTypedDay,
});
export type ChosenSlip = z.output<typeof chosenSlipSchema>;

/** From the value of a checkbox, `code rule periodEnd`; null if it is none. */
export function readChosenSlip(value: string): ChosenSlip | null {
  const [code, rule, periodEnd] = value.split(" ");
  const read = chosenSlipSchema.safeParse({ code, rule, periodEnd });
  return read.success ? read.data : null;
}

const about = { instructionId: z.uuid(), version: z.coerce.number().int().positive() };
export const replySchema = z.object({ ...about, body: needed });
export type ReplyInput = z.output<typeof replySchema>;

export const judgementSchema = z.discriminatedUnion("decision", [
  z.object({
    decision: z.literal("accept"),
    ...about,
    note: multiLine.trim().max(TEXT_LIMIT, "too-long").default(""),
  }),
  z.object({ decision: z.literal("refuse"), ...about, note: needed }),
  z.object({ decision: z.literal("withdraw"), ...about, note: needed }),
]);
export type JudgementInput = z.output<typeof judgementSchema>;
