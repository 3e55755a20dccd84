// What the forms' actions have in common: who is signed in, what was typed, and what was written shown on every page.
import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { type Answer, invalid, SIGNED_OUT } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { type Context, getContext } from "@/lib/server/context";
import type { Outcome } from "@/lib/server/refusal";

/** The answer to a write; what was written shows on every page. */
export async function shown(outcome: Outcome<unknown>): Promise<Answer> {
  if (outcome.ok) revalidatePath("/", "layout");
  return answerOf(outcome);
}

/** For a form that is read in a way of its own. A session that has ended is told before anything else. */
export async function signedIn(act: (context: Context) => Promise<Answer>): Promise<Answer> {
  const context = await getContext();
  return context.actor.kind === "visitor" ? SIGNED_OUT : act(context);
}

/** Reads the form by its schema, writes, answers. */
export function apply<S extends z.ZodType>(
  schema: S,
  form: FormData,
  write: (input: z.output<S>, context: Context) => Promise<Outcome<unknown>>,
): Promise<Answer> {
  return signedIn(async (context) => {
    const input = schema.safeParse(Object.fromEntries(form));
    return input.success ? shown(await write(input.data, context)) : invalid(fieldErrors(input.error));
  });
}
