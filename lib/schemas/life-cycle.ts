// Input for the state changes of a target. Messages are keys under `form.errors`.
import { z } from "zod";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { multiLine, singleLine } from "@/lib/schemas/text";

const NOTE_LIMIT = 2000;
const note = multiLine.trim().max(NOTE_LIMIT, "too-long").default("");
const authority = singleLine.trim().min(1, "required").max(NOTE_LIMIT, "too-long");
const needed = multiLine.trim().min(1, "required").max(NOTE_LIMIT, "too-long");

/** Default number of working days for an owner to sign for a target. */
export const DEFAULT_RECEIVE_DAYS = 3;
export const receiveWithinDays = z.coerce
  .number({ error: "not-a-number" })
  .int("not-a-number")
  .min(1, "out-of-range")
  .max(60, "out-of-range")
  .default(DEFAULT_RECEIVE_DAYS);

/** The state changes of the forms, each with its required input. */
export const targetTransitionSchema = z.discriminatedUnion("step", [
  z.object({ step: z.literal("issue"), authority, note, receiveWithinDays }),
  z.object({ step: z.literal("receive"), authority: note, note, receiveWithinDays }),
  z.object({ step: z.literal("withdraw"), authority, note: needed, receiveWithinDays }),
  z.object({ step: z.literal("reopen"), authority: note, note: needed, receiveWithinDays }),
]);
export type TargetTransition = z.output<typeof targetTransitionSchema>;

/** Blank: periods never close. */
export const closingDaysSchema = z.object({
  closesAfterDays: singleLine
    .trim()
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((days) => days === null || (Number.isInteger(days) && days >= 0 && days <= 366), "not-a-number"),
});

export const lateEntrySchema = z.object({ periodEnd: parseTypedDay, openUntil: parseTypedDay, reason: needed });
