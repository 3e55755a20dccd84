"use server";
// Form actions of labels, for the supervision office.
import { labelEditSchema, labelMergeSchema, labelRetireSchema, newLabelSchema, readLabels } from "@/lib/schemas/label";
import { createLabel, editLabel, mergeLabel, retireLabel } from "@/lib/server/labels/mutations";
import { labelTarget } from "@/lib/server/targets/label-target";
import { type ActionState, invalid } from "./action-state";
import { finishAction, runFormAction, withSignedIn } from "./run-form-action";

/** The form contains the target's code, its shown version and the rows of its labels. */
export async function labelTargetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const { labels, errors } = readLabels(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
    if (Object.keys(errors).length > 0) return invalid(errors);
    const [code, version] = [String(form.get("code") ?? ""), Number(form.get("version"))];
    return finishAction(await labelTarget(code, version, labels, context));
  });
}

export async function createLabelAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(newLabelSchema, form, createLabel);
}

export async function editLabelAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(labelEditSchema, form, editLabel);
}

export async function retireLabelAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(labelRetireSchema, form, retireLabel);
}

export async function mergeLabelAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(labelMergeSchema, form, mergeLabel);
}
