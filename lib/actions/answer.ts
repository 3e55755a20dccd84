// What a form is told after it was sent, whichever write it asked for.
import type { Outcome, Refusal } from "@/lib/server/refusal";

export interface Answer {
  readonly status: "idle" | "done" | Refusal["kind"] | "signed-out";
  /** Field → key of its message; `form` for the whole. */
  readonly errors: Readonly<Record<string, string>>;
  readonly conflict: { readonly why: string; readonly by: string | null; readonly at: string | null } | null;
}

export const IDLE: Answer = { status: "idle", errors: {}, conflict: null };
export const SIGNED_OUT: Answer = { ...IDLE, status: "signed-out" };

export function invalid(errors: Answer["errors"]): Answer {
  return { ...IDLE, status: "invalid", errors };
}

/** A write's outcome in the shape a form can show. */
export function answerOf(outcome: Outcome<unknown>): Answer {
  if (outcome.ok) return { ...IDLE, status: "done" };
  const { refusal } = outcome;
  const conflict =
    refusal.kind === "conflict" ? { why: refusal.why, by: refusal.by, at: refusal.at?.toISOString() ?? null } : null;
  return { status: refusal.kind, errors: refusal.kind === "invalid" ? refusal.errors : {}, conflict };
}
