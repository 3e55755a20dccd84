// The steps of a milestone in responses of the API.
import { z } from "zod";
import { exactText } from "@/lib/schemas/text";

/** No source prints them. */
export const ASSUMED_OF_STEPS = ["weight", "plannedOn"] as const;

export function stepsSchema(day: z.ZodString) {
  return z.array(
    z.strictObject({
      key: exactText,
      title: exactText,
      weight: z.number(),
      plannedOn: day,
      assumed: z.array(z.enum(ASSUMED_OF_STEPS)).meta({ description: "The fields that are planning assumptions" }),
      printed: z.boolean().meta({ description: "False if the source does not print the step" }),
    }),
  );
}
