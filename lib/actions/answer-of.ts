// A write's outcome in the shape a form can show, with people called as on the reader's page.
import "server-only";
import { type Answer, IDLE } from "@/lib/actions/answer";
import { getPersonNames } from "@/lib/i18n/person-names";
import type { Outcome } from "@/lib/server/refusal";

export async function answerOf(outcome: Outcome<unknown>): Promise<Answer> {
  if (outcome.ok) return { ...IDLE, status: "done" };
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
