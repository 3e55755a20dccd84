"use server";
// Creates the first administrator from the one-time link.
import { redirect } from "next/navigation";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { setupSchema } from "@/lib/schemas/sign-in";
import { createFirstAdministrator } from "@/lib/server/auth/first-administrator";
import { rememberThisDevice } from "@/lib/server/auth/remember-device";
import { type ActionState, invalid } from "./action-state";
import { toActionState } from "./to-action-state";

export async function createAdministratorAction(_before: ActionState, form: FormData): Promise<ActionState> {
  const person = setupSchema.safeParse(Object.fromEntries(form));
  if (!person.success) return invalid(fieldErrors(person.error));
  const outcome = await createFirstAdministrator(person.data.token, person.data);
  if (!outcome.ok) return toActionState(outcome);
  await rememberThisDevice(outcome.value.email);
  redirect("/sign-in?notice=password-set&next=/start");
}
