"use server";
// Form actions of a delegation: in the settings of the absent person, and in administration.
import { delegationSchema, endDelegationSchema } from "@/lib/schemas/delegation";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { delegate, endDelegation } from "@/lib/server/delegations/mutations";
import { type ActionState, invalid } from "./action-state";
import { finishAction, runFormAction, withSignedIn } from "./run-form-action";

export async function delegateAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const input = delegationSchema.safeParse({
      ...Object.fromEntries(form),
      membershipIds: form.getAll("membershipIds"),
    });
    return input.success ? finishAction(await delegate(input.data, context)) : invalid(fieldErrors(input.error));
  });
}

export async function endDelegationAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(endDelegationSchema, form, ({ delegationId }, context) => endDelegation(delegationId, context));
}
