// What a form is told after it was sent, whichever write it asked for.
import type { Refusal } from "@/lib/server/refusal";

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
