// Converts a write's result to the state of a form, with the names of people as pages show them.
import "server-only";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import type { Result } from "@/lib/server/mutation";
import { type ActionState, DONE, IDLE } from "./action-state";

export async function toActionState(outcome: Result<unknown>): Promise<ActionState> {
  if (outcome.ok) return DONE;
  const { error } = outcome;
  const errors = error.kind === "invalid" ? error.errors : {};
  if (error.kind !== "conflict") return { ...IDLE, status: error.kind, errors };
  const person = await getPersonNames();
  const by = error.by === null ? null : person(error.by);
  return {
    status: "conflict",
    errors,
    conflict: { why: error.isOwn ? `own-${error.why}` : error.why, by, at: error.at?.toISOString() ?? null },
  };
}
