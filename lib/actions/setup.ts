"use server";
// Making the first administrator from the one-time link.
import { redirect } from "next/navigation";
import { type Answer, invalid } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { setupSchema } from "@/lib/schemas/sign-in";
import { createFirstAdministrator } from "@/lib/server/auth/first-administrator";
import { rememberThisDevice } from "@/lib/server/auth/remember-device";

export async function createAdministrator(_before: Answer, form: FormData): Promise<Answer> {
  const person = setupSchema.safeParse(Object.fromEntries(form));
  if (!person.success) return invalid(fieldErrors(person.error));
  const outcome = await createFirstAdministrator(person.data.token, person.data);
  if (!outcome.ok) return answerOf(outcome);
  await rememberThisDevice(outcome.value.email);
  redirect("/sign-in?notice=password-set");
}
