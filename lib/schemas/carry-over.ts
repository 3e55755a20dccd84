// Input for carrying a target over into the next year.
import { z } from "zod";
import { targetSchema } from "@/lib/schemas/new-target";
import { exactText, figureText } from "@/lib/schemas/text";

export const carryOverSchema = z.object({
  code: exactText,
  newCode: targetSchema.shape.code,
  /** A value, or blank to leave the draft without one. */
  value: figureText.trim().max(40, "too-long"),
  /** The upper figure of a range; absent for one figure. */
  upperValue: figureText.trim().max(40, "too-long").default(""),
  /** A provisional baseline, asked for while the final value of the year is unknown; blank for none. */
  baseline: figureText.trim().max(40, "too-long").default(""),
});
