"use server";
// The rules of lights and slips: what they would change, and one save for all of them.
import { readBounds, readRules } from "@/lib/schemas/rules";
import { changeRules, previewRules } from "@/lib/server/admin/rules";
import { getContext } from "@/lib/server/context";
import type { RulesPreview } from "@/lib/views/rules";
import { type ActionState, invalid } from "./action-state";
import { finishAction, withSignedIn } from "./run-form-action";

export async function changeRulesAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const read = readRules(Object.fromEntries(form));
    return read.ok ? finishAction(await changeRules(read.value, context)) : invalid(read.errors);
  });
}

/** What the typed bounds would change. Null for invalid bounds, and for users without the permission. */
export async function previewRulesAction(form: Readonly<Record<string, string>>): Promise<RulesPreview | null> {
  const read = readBounds(form);
  return read.ok ? previewRules(read.value, await getContext()) : null;
}
