import { z } from "zod";
import { exactText, multiLine } from "@/lib/schemas/text";

export const commentSchema = z.object({
  code: exactText,
  body: multiLine.trim().min(1, "required").max(2000, "too-long"),
});
export type CommentInput = z.output<typeof commentSchema>;
