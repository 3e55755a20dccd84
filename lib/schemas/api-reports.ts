// Requests and responses of reports sent by the API.
import { z } from "zod";
import { figureText, multiLine } from "@/lib/schemas/text";

const figure = (description: string) => figureText.optional().meta({ description });

const typed = (description: string) => multiLine.optional().meta({ description });

/** A report; the metric's kind decides which measures are required. */
export const updateBodySchema = z
  .strictObject({
    asOf: z.string().meta({ description: "The date of the value, such as 2023-09-30" }),
    value: figure(
      "A decimal number as text, in the metric's unit or with a unit that converts to it (350亿 or CNY 35 billion for 亿元). A rank: the place. Yes-no: 1 or 0. A ratio: the published percentage, if numerator and denominator are unknown",
    ),
    numerator: figure("Ratios only, together with the denominator"),
    denominator: figure("Ratios only, greater than zero"),
    peers: figure("Ranks only: the number of places, not below the place"),
    steps: z
      .array(z.strictObject({ key: z.string(), doneOn: z.string() }))
      .optional()
      .meta({ description: "Milestones only: all completed steps with their completion dates" }),
    note: typed("Required if a cumulative value decreases and for a correction"),
    problems: typed("Current problems"),
    nextStep: typed("Planned next step"),
    evidence: typed("Name and number of a document, or its URL"),
    supersedes: z.uuid().optional().meta({ description: "The id of the approved report that this report corrects" }),
  })
  .meta({ id: "UpdateBody" });

export type UpdateBody = z.output<typeof updateBodySchema>;

export const updateCreatedSchema = z
  .strictObject({ id: z.uuid().meta({ description: "The id of the submitted report" }), version: z.int() })
  .meta({ id: "UpdateMade" });

export type UpdateCreatedJson = z.output<typeof updateCreatedSchema>;
