"use server";
// Instructions and slips from forms.
import { revalidatePath } from "next/cache";
import { type Answer, invalid, SIGNED_OUT } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { instructionSchema, judgementSchema, replySchema } from "@/lib/schemas/instruction";
import { getContext } from "@/lib/server/context";
import { judgeInstruction, replyToInstruction, sendInstruction } from "@/lib/server/instructions/mutations";

function shown(answer: Answer): Answer {
  if (answer.status === "done") revalidatePath("/", "layout");
  return answer;
}

export async function instruct(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = instructionSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await sendInstruction(String(form.get("code") ?? ""), input.data, context)));
}

export async function reply(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = replySchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await replyToInstruction(input.data, context)));
}

export async function judge(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = judgementSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await judgeInstruction(input.data, context)));
}
