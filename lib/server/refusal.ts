// Why a write was refused: a typed answer for the form and the API, thrown inside so that nothing stays half-written.
import "server-only";
import { noteHead } from "@/lib/server/events/heads";

export type Refusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "invalid"; readonly errors: Readonly<Record<string, string>> }
  /** Somebody else was first: what it is now, who made it so and when. */
  | {
      readonly kind: "conflict";
      readonly why:
        | "changed"
        | "already-approved"
        | "already-waiting"
        | "draft-exists"
        | "not-known-yet"
        | "still-waiting";
      /** It was the actor, in another window or earlier. */
      readonly isOwn?: boolean;
      readonly by: string | null;
      readonly at: Date | null;
    };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}

/** Ends the write; the transaction it stands in is rolled back. */
export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}

/**
 * Runs a write and, once it is committed, notes the head of the audit. A refusal becomes an answer, any other failure
 * stays an error.
 */
export async function attempt<T>(write: () => Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await write();
    await noteHead();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
