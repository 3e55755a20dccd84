import { z } from "zod";

export const commentSchema = z.object({
  code: z.string(),
  body: z.string().trim().min(1, "required").max(2000, "too-long"),
});
export type CommentInput = z.output<typeof commentSchema>;
