"use server";
// Form actions of a user's named lists and watch list.
import { savedViewSchema, starSchema, viewChoiceSchema, viewRenamingSchema } from "@/lib/schemas/saved-view";
import { getContext } from "@/lib/server/context";
import {
  createSavedView,
  deleteSavedView,
  renameSavedView,
  starTarget,
  unstarTarget,
} from "@/lib/server/saved-views/mutations";
import type { ActionState } from "./action-state";
import { finishAction, runFormAction } from "./run-form-action";

export async function createSavedViewAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(savedViewSchema, form, createSavedView);
}

export async function renameSavedViewAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(viewRenamingSchema, form, renameSavedView);
}

export async function deleteSavedViewAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(viewChoiceSchema, form, deleteSavedView);
}

/** The pressed button names the target. Without a session nothing happens: the page shows no stars then. */
export async function starTargetAction(form: FormData): Promise<void> {
  const input = starSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return;
  const context = await getContext();
  const { data } = input;
  await finishAction(await ("star" in data ? starTarget(data.star, context) : unstarTarget(data.unstar, context)));
}
