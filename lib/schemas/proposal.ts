// The fields of a proposal as the card shows them, the form that corrects them, and the steps. Messages are keys under
// `form.errors`.
import { z } from "zod";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { PROPOSAL_STEPS } from "@/lib/domain/proposals/workflow";
import { COMPARATORS, METRIC_KINDS } from "@/lib/domain/targets/types";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import { exactText, figureText, multiLine, singleLine } from "@/lib/schemas/text";

/** A promise becomes a target; a result is an earlier value of one. */
export const PROPOSAL_ROLES = ["promise", "result"] as const;

const YEAR = /^(?:19|20)\d\d$/;

const line = (limit: number) => singleLine.trim().max(limit, "too-long").default("");

/** A number as typed, stored without grouping; "" if it is not stated. */
const figure = figureText.default("").transform((text, context) => {
  if (text.trim() === "") return "";
  const parsed = parseDecimalText(text);
  if (parsed.ok) return parsed.value?.toFixed() ?? "";
  context.issues.push({ code: "custom", input: text, message: parsed.fault });
  return z.NEVER;
});

const year = singleLine
  .trim()
  .default("")
  .refine((text) => text === "" || YEAR.test(text), "not-a-year");

const day = singleLine
  .trim()
  .default("")
  .refine((text) => text === "" || parseIsoDate(text) !== null, "not-a-day");

const stepSchema = z.object({ title: singleLine, on: singleLine });
const pastValueSchema = z.object({ year: singleLine, value: singleLine });

const fieldsShape = {
  role: z.enum(PROPOSAL_ROLES, { error: "unknown" }),
  title: line(200),
  metric: line(200),
  kind: z.enum(METRIC_KINDS, { error: "unknown" }),
  unit: line(20),
  comparator: z.enum(COMPARATORS, { error: "unknown" }),
  value: figure,
  upperValue: figure,
  stretchValue: figure,
  growthPct: figure,
  baselineValue: figure,
  baselineYear: year,
  year,
  dueOn: day,
  /** The slug of the owner; "" if no department is named, or one that is not known. */
  owner: exactText.trim().max(100).default(""),
  note: multiLine.trim().max(1800, "too-long").default(""),
} as const;

export const proposalFieldsSchema = z.object({
  ...fieldsShape,
  /** The departments that support it, as the document names them. */
  supporting: z.array(singleLine).default([]),
  /** Results of earlier years. */
  pastValues: z.array(pastValueSchema).default([]),
  steps: z.array(stepSchema).default([]),
});
export type ProposalFields = z.output<typeof proposalFieldsSchema>;

export const proposalWordsSchema = z.array(
  z.object({
    word: exactText,
    means: z.enum(["comparator", "direction", "role", "date", "owner", "milestone"]),
    /** A word of a closed list, a year or day, or a name: what the word led to. */
    detail: exactText,
  }),
);
export type ProposalWord = z.output<typeof proposalWordsSchema>[number];

const proposalKey = { id: z.uuid(), version: z.coerce.number().int() };

export const proposalStepSchema = z.object({
  ...proposalKey,
  step: z.enum(PROPOSAL_STEPS),
  /** Into which proposal it is merged. */
  into: exactText.default(""),
});

export const proposalCorrectionSchema = z.object({
  ...proposalKey,
  ...fieldsShape,
  /** The button: save only, or accept too. */
  accept: exactText.optional(),
});
export type ProposalCorrection = z.output<typeof proposalCorrectionSchema>;

export const selectedPassageSchema = z.object({
  source: exactText.min(1),
  /** The offsets of its first and behind its last character: 12-40. */
  passage: exactText.regex(/^\d{1,7}-\d{1,7}$/, "not-a-passage").transform((text) => {
    const [startsAt = 0, endsAt = 0] = text.split("-").map(Number);
    return { startsAt, endsAt };
  }),
});
