"use server";
// The form action of a step for many targets.
import { revalidatePath } from "next/cache";
import { bulkStepSchema, readChosen } from "@/lib/schemas/bulk";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { changeTargets } from "@/lib/server/targets/bulk";
import { type ActionState, invalid } from "./action-state";
import { withSignedIn } from "./run-form-action";
import { toActionState } from "./to-action-state";

/** The form contains the step, the shown versions and a field `chosen:CODE` for each selected target. */
export async function changeTargetsAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const [input, read] = [bulkStepSchema.safeParse(Object.fromEntries(form)), readChosen(form)];
    if (!input.success || !read.ok) {
      return invalid({ ...(input.success ? {} : fieldErrors(input.error)), ...(read.ok ? {} : read.errors) });
    }
    const outcome = await changeTargets(input.data, read.chosen, context);
    // After a rejection too: the page then shows the targets as they are.
    revalidatePath("/", "layout");
    return toActionState(outcome);
  });
}
