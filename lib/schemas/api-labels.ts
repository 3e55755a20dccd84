// The labels of a target in the API.
import { z } from "zod";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";

export const labelsSchema = z
  .array(
    z.strictObject({
      id: z.uuid().meta({ description: "Pass it as `topic`, `plan` or `category` to list its targets" }),
      kind: z.enum(LABEL_KINDS),
      name: z.string(),
      number: z.string().meta({ description: "The running number in a plan; empty if it has none" }),
    }),
  )
  .meta({ description: "Topics, plans and categories" });
