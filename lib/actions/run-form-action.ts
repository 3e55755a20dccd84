// What the forms' actions have in common: who is signed in, what was typed, and what was written shown on every page.
import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { type Context, getContext } from "@/lib/server/context";
import type { Result } from "@/lib/server/mutation";
import { type ActionState, invalid, SIGNED_OUT } from "./action-state";
import { toActionState } from "./to-action-state";

/** The answer to a write; what was written shows on every page. */
export async function finishAction(outcome: Result<unknown>): Promise<ActionState> {
  if (outcome.ok) revalidatePath("/", "layout");
  return toActionState(outcome);
}

/** For a form that is read in a way of its own. A session that has ended is told before anything else. */
export async function withSignedIn(act: (context: Context) => Promise<ActionState>): Promise<ActionState> {
  const context = await getContext();
  return context.actor.kind === "visitor" ? SIGNED_OUT : act(context);
}

/** Reads the form by its schema, writes, answers. */
export function runFormAction<S extends z.ZodType>(
  schema: S,
  form: FormData,
  write: (input: z.output<S>, context: Context) => Promise<Result<unknown>>,
): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const input = schema.safeParse(Object.fromEntries(form));
    return input.success ? finishAction(await write(input.data, context)) : invalid(fieldErrors(input.error));
  });
}
