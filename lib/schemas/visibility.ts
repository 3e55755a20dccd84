// The visibility of a target, and the form that changes it. Messages are keys under `form.errors`.
import { z } from "zod";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import { multiLine } from "@/lib/schemas/text";

export const visibilitySchema = z.enum(VISIBILITIES, { error: "unknown" });

export const visibilityChangeSchema = z.object({
  /** The visibility when the form was rendered. */
  from: visibilitySchema,
  reason: multiLine.trim().min(1, "required").max(2000, "too-long"),
});
export type VisibilityChange = z.output<typeof visibilityChangeSchema>;
