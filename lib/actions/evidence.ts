"use server";
// Form actions of evidence files.
import { evidenceVisibilitySchema } from "@/lib/schemas/evidence";
import { changeEvidenceVisibility } from "@/lib/server/evidence/mutations";
import type { ActionState } from "./action-state";
import { runFormAction } from "./run-form-action";

export async function changeEvidenceVisibilityAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(evidenceVisibilitySchema, form, ({ fileId, visibility }, context) =>
    changeEvidenceVisibility(fileId, visibility, context),
  );
}
