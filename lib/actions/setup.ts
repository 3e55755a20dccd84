"use server";
// Making the first administrator from the one-time link.
import { redirect } from "next/navigation";
import { setupSchema } from "@/lib/schemas/sign-in";
import { createFirstAdministrator } from "@/lib/server/auth/first-administrator";

export async function createAdministrator(form: FormData): Promise<void> {
  const token = String(form.get("token") ?? "");
  const person = setupSchema.safeParse(Object.fromEntries(form));
  const made = person.success && (await createFirstAdministrator(token, person.data));
  redirect(made ? "/sign-in" : `/setup?error=1&token=${encodeURIComponent(token)}`);
}
