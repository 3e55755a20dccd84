// The state that a form action returns to its form.
import type { MutationError } from "@/lib/server/mutation";

export interface ActionState {
  readonly status: "idle" | "done" | MutationError["kind"] | "signed-out";
  /** Field → key of its message; `form` for the whole form. */
  readonly errors: Readonly<Record<string, string>>;
  readonly conflict: { readonly why: string; readonly by: string | null; readonly at: string | null } | null;
}

export const IDLE: ActionState = { status: "idle", errors: {}, conflict: null };
export const DONE: ActionState = { ...IDLE, status: "done" };
export const NOT_FOUND: ActionState = { ...IDLE, status: "not-found" };
export const SIGNED_OUT = { ...IDLE, status: "signed-out" } as const;

export function invalid(errors: ActionState["errors"]): ActionState {
  return { ...IDLE, status: "invalid", errors };
}
