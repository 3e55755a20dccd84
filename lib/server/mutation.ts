// Why a write was refused: a typed answer for the form and the API, thrown inside so that nothing stays half-written.
import "server-only";
import { recordChainHead } from "@/lib/server/events/chain-heads";

export type MutationError =
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

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: MutationError };

class Rejected extends Error {
  constructor(readonly refusal: MutationError) {
    super(refusal.kind);
  }
}

/** Ends the write; the transaction it stands in is rolled back. */
export function reject(refusal: MutationError): never {
  throw new Rejected(refusal);
}

/**
 * Runs a write and, once it is committed, notes the head of the audit. A refusal becomes an answer, any other failure
 * stays an error.
 */
export async function runMutation<T>(write: () => Promise<T>): Promise<Result<T>> {
  try {
    const value = await write();
    await recordChainHead();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Rejected) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
