// Whether the public may read a target, and the form that changes it. Messages are keys under `form.errors`.
import { z } from "zod";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import { multiLine } from "@/lib/schemas/text";

export const visibilitySchema = z.enum(VISIBILITIES, { error: "unknown" });

export const visibilityChangeSchema = z.object({
  /** What it was when the form was shown. */
  from: visibilitySchema,
  reason: multiLine.trim().min(1, "required").max(2000, "too-long"),
});
export type VisibilityChange = z.output<typeof visibilityChangeSchema>;
