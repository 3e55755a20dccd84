// Input for requests of an owner and their decision. Messages are keys under `form.errors`.
import { z } from "zod";
import { VERDICTS } from "@/lib/domain/targets/types";
import { multiLine } from "@/lib/schemas/text";

const TEXT_LIMIT = 5000;

/** A closing report (办结报告); extensions and revisions are validated as the requested revision. */
export const closingReportSchema = z.object({
  reason: multiLine.trim().min(1, "required").max(TEXT_LIMIT, "too-long"),
});

const about = { requestId: z.uuid(), version: z.coerce.number().int().positive() };
const note = multiLine.trim().max(TEXT_LIMIT, "too-long");

export const requestDecisionSchema = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("approve"), ...about, note: note.default(""), verdict: z.enum(VERDICTS).optional() }),
  z.object({ decision: z.literal("refuse"), ...about, note: note.min(1, "required") }),
  z.object({ decision: z.literal("cancel"), ...about, note: note.default("") }),
]);
export type RequestDecision = z.output<typeof requestDecisionSchema>;
