"use server";
// Form actions of instructions and slips.
import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { getLanguage } from "@/lib/i18n/preferences";
import { instructionSchema, judgementSchema, readChosenSlip, replySchema } from "@/lib/schemas/instruction";
import { judgeInstruction, replyToInstruction, sendInstruction } from "@/lib/server/instructions/mutations";
import { sendSlips } from "@/lib/server/supervision/send-slips";
import { slipBody } from "@/lib/wording/slip-body";
import type { ActionState } from "./action-state";
import { runFormAction, withSignedIn } from "./run-form-action";

export async function sendInstructionAction(_before: ActionState, form: FormData): Promise<ActionState> {
  const code = String(form.get("code") ?? "");
  return runFormAction(instructionSchema, form, (input, context) => sendInstruction(code, input, context));
}

export interface BulkSlipState {
  readonly status: "idle" | "done" | "none" | "signed-out";
  readonly done?: number;
  /** The slips that could not be sent, with the reason as a message key. */
  readonly refused?: readonly { readonly code: string; readonly why: string }[];
}

/** Sends the proposed slips of all selected targets; each checkbox sends `code rule periodEnd`. */
export async function sendSlipsAction(_before: BulkSlipState, form: FormData): Promise<BulkSlipState> {
  return withSignedIn(async (context): Promise<BulkSlipState> => {
    const chosen = form.getAll("chosen").flatMap((value) => readChosenSlip(String(value)) ?? []);
    if (chosen.length === 0) return { status: "none" };
    const [t, lang] = await Promise.all([getTranslations("instructions"), getLanguage()]);
    const text = { givenBy: t("office"), body: (proposal: Parameters<typeof slipBody>[0]) => slipBody(proposal, lang) };
    const { sent, refused } = await sendSlips(chosen, text, context);
    revalidatePath("/", "layout");
    return {
      status: "done",
      done: sent,
      refused: refused.map(({ code, error }) => ({ code, why: error.kind === "conflict" ? error.why : error.kind })),
    };
  });
}

export async function replyToInstructionAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(replySchema, form, replyToInstruction);
}

export async function judgeInstructionAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(judgementSchema, form, judgeInstruction);
}
