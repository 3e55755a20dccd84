"use server";
import { instructionSchema, judgementSchema, replySchema } from "@/lib/schemas/instruction";
import { judgeInstruction, replyToInstruction, sendInstruction } from "@/lib/server/instructions/mutations";
// Form actions of instructions and slips.
import type { ActionState } from "./action-state";
import { runFormAction } from "./run-form-action";

export async function sendInstructionAction(_before: ActionState, form: FormData): Promise<ActionState> {
  const code = String(form.get("code") ?? "");
  return runFormAction(instructionSchema, form, (input, context) => sendInstruction(code, input, context));
}

export async function replyToInstructionAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(replySchema, form, replyToInstruction);
}

export async function judgeInstructionAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(judgementSchema, form, judgeInstruction);
}
