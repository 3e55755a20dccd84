// Shared steps of form actions: check the session, validate the input, run the mutation, revalidate every page.
import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { type Context, getContext } from "@/lib/server/context";
import type { Result } from "@/lib/server/mutation";
import { type ActionState, invalid, SIGNED_OUT } from "./action-state";
import { toActionState } from "./to-action-state";

/** Revalidates every page after a successful mutation and returns its state for the form. */
export async function finishAction(outcome: Result<unknown>): Promise<ActionState> {
  if (outcome.ok) revalidatePath("/", "layout");
  return toActionState(outcome);
}

/** For a form with its own parser or state. Returns `signed-out` first when the session has ended. */
export async function withSignedIn<S>(act: (context: Context) => Promise<S>): Promise<S | typeof SIGNED_OUT> {
  const context = await getContext();
  return context.actor.kind === "visitor" ? SIGNED_OUT : act(context);
}

/** Validates the form with a schema, runs the mutation and returns its state. */
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
