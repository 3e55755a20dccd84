// The shell of every write: permission, one transaction, standings, events; and the typed answer for form and API.
import "server-only";
import type { SignedIn } from "@/lib/domain/permissions/actor";
import { can, type GeneralAction } from "@/lib/domain/permissions/can";
import type { Clock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvents } from "@/lib/server/events/append";
import { recordChainHead } from "@/lib/server/events/chain-heads";
import type { NewEvent } from "@/lib/server/events/event-hash";
import { withPrincipals } from "@/lib/server/events/on-behalf-of";
import { rebuildStandings } from "@/lib/server/targets/standings";

export type MutationError =
  | { readonly kind: "not-found" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "invalid"; readonly errors: Readonly<Record<string, string>> }
  /** Another change came first: the current state, who made the change and when. */
  | {
      readonly kind: "conflict";
      readonly why:
        | "changed"
        | "already-approved"
        | "already-waiting"
        | "draft-exists"
        | "not-known-yet"
        | "still-waiting"
        | "too-late";
      /** The change was the actor's, in another window or earlier. */
      readonly isOwn?: boolean;
      readonly by: string | null;
      readonly at: Date | null;
    };

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: MutationError };

class Rejected extends Error {
  constructor(readonly error: MutationError) {
    super(error.kind);
  }
}

/** Ends the write and rolls back its transaction. */
export function reject(error: MutationError): never {
  throw new Rejected(error);
}

/** The outcome of one part of a write: what rejects it becomes a value, so that a write of several records names each. */
export async function attempt<T>(part: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await part() };
  } catch (thrown) {
    if (thrown instanceof Rejected) return { ok: false, error: thrown.error };
    throw thrown;
  }
}

interface DatabaseError {
  readonly meta?: {
    readonly driverAdapterError?: {
      readonly cause?: { readonly originalCode?: string; readonly originalMessage?: string };
    };
  };
}

const UNIQUE_VIOLATION = "23505";
/** SQLSTATE class 23, integrity constraint violation, and 22003, numeric value out of range. */
const REJECTED_VALUES = /^23|^22003$/;

/** A constraint that rejected the values, as an error of the form; null for any other failure. */
function constraintError(error: unknown): MutationError | null {
  const { originalCode, originalMessage } = (error as DatabaseError).meta?.driverAdapterError?.cause ?? {};
  if (originalCode === undefined || !REJECTED_VALUES.test(originalCode)) return null;
  console.warn(`guatu: the database rejected values: ${originalMessage}`);
  return { kind: "invalid", errors: { form: originalCode === UNIQUE_VIOLATION ? "already-there" : "values-rejected" } };
}

/** Runs a write and records the head of the audit chain once it is committed. Other failures stay exceptions. */
export async function runMutation<T>(write: () => Promise<T>): Promise<Result<T>> {
  try {
    const value = await write();
    await recordChainHead();
    return { ok: true, value };
  } catch (thrown) {
    const error = thrown instanceof Rejected ? thrown.error : constraintError(thrown);
    if (error === null) throw thrown;
    return { ok: false, error };
  }
}

export interface ChangeEvent {
  /** Noun and past participle, for example `target.revised`; the noun is the entity of the event. */
  readonly action: `${string}.${string}`;
  readonly id: string;
  readonly before: Prisma.InputJsonObject | null;
  readonly after: Prisma.InputJsonObject;
  /** By default now. */
  readonly at?: Date;
}

/** What a write has changed. Without events, nothing was changed. */
export interface Change<T = null> {
  readonly result: T;
  readonly events: readonly ChangeEvent[];
  /** The ids of the targets whose standings depend on the change. */
  readonly standingsOf?: readonly string[] | "all";
}

/** One transaction of a signed-in user. */
export interface Write extends Context {
  readonly actor: SignedIn;
  readonly tx: Transaction;
}

/** Long enough to recompute every standing. */
const TIMEOUT_MS = 60_000;

function toNewEvent({ action, id, before, after, at }: ChangeEvent, actor: SignedIn, clock: Clock): NewEvent {
  const [entity = ""] = action.split(".");
  return { at: at ?? clock.now, actorId: actor.userId, action, entity, entityId: id, before, after };
}

/**
 * The transaction of `mutate`, for a write that does something before or after it. Call it inside `runMutation`.
 * @throws what `reject` throws
 */
export async function transact<T>(
  permission: GeneralAction | "signed-in",
  context: Context,
  change: (write: Write) => Promise<Change<T>>,
): Promise<T> {
  const { actor, clock } = context;
  if (actor.kind !== "user") reject({ kind: "forbidden" });
  if (permission !== "signed-in" && !can(actor, permission, null)) reject({ kind: "forbidden" });
  return db.$transaction(
    async (tx) => {
      const { result, events, standingsOf = [] } = await change({ ...context, actor, tx });
      await rebuildStandings(tx, standingsOf);
      const written = events.map((event) => toNewEvent(event, actor, clock));
      await appendEvents(tx, await withPrincipals(tx, actor, written));
      return result;
    },
    { timeout: TIMEOUT_MS },
  );
}

/** Runs a change in one transaction with its standings and events. `signed-in`: the change checks the permission. */
export function mutate<T>(
  permission: GeneralAction | "signed-in",
  context: Context,
  change: (write: Write) => Promise<Change<T>>,
): Promise<Result<T>> {
  return runMutation(() => transact(permission, context, change));
}

/** Ends the write because a record has changed since it was shown; names who changed it and when, by its last event. */
export async function rejectStale(tx: Transaction, entity: string, entityId?: string): Promise<never> {
  const last = await tx.event.findFirst({
    where: entityId === undefined ? { entity } : { entity, entityId },
    orderBy: { sequence: "desc" },
    include: { actor: { select: { name: true } } },
  });
  return reject({ kind: "conflict", why: "changed", by: last?.actor?.name ?? null, at: last?.at ?? null });
}
