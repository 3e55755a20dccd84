"use server";
// Instructions and slips from forms.
import type { Answer } from "@/lib/actions/answer";
import { apply } from "@/lib/actions/apply";
import { instructionSchema, judgementSchema, replySchema } from "@/lib/schemas/instruction";
import { judgeInstruction, replyToInstruction, sendInstruction } from "@/lib/server/instructions/mutations";

export async function instruct(_before: Answer, form: FormData): Promise<Answer> {
  const code = String(form.get("code") ?? "");
  return apply(instructionSchema, form, (input, context) => sendInstruction(code, input, context));
}

export async function reply(_before: Answer, form: FormData): Promise<Answer> {
  return apply(replySchema, form, replyToInstruction);
}

export async function judge(_before: Answer, form: FormData): Promise<Answer> {
  return apply(judgementSchema, form, judgeInstruction);
}
