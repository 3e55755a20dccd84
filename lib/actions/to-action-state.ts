// A write's outcome in the shape a form can show, with people called as on the reader's page.
import "server-only";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import type { Result } from "@/lib/server/mutation";
import { type ActionState, DONE, IDLE } from "./action-state";

export async function toActionState(outcome: Result<unknown>): Promise<ActionState> {
  if (outcome.ok) return DONE;
  const { refusal } = outcome;
  const errors = refusal.kind === "invalid" ? refusal.errors : {};
  if (refusal.kind !== "conflict") return { ...IDLE, status: refusal.kind, errors };
  const person = await getPersonNames();
  const by = refusal.by === null ? null : person(refusal.by);
  return {
    status: "conflict",
    errors,
    conflict: { why: refusal.isOwn ? `own-${refusal.why}` : refusal.why, by, at: refusal.at?.toISOString() ?? null },
  };
}
