// A write of administration: only an administrator's, and never without its event.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvents } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";

export interface Change {
  /** Noun and verb; the noun is the event's entity. */
  readonly action: `${string}.${string}`;
  readonly id: string;
  readonly before: Prisma.InputJsonObject | null;
  readonly after: Prisma.InputJsonObject;
  /** When it is in force; now, where nothing is said. */
  readonly at?: Date;
}

/** Long enough to recompute every standing. */
const TIMEOUT = 60_000;

export function administer(
  context: Context,
  write: (tx: Transaction) => Promise<Change | readonly Change[]>,
): Promise<Result<null>> {
  return administerFor(context, async (tx) => ({ changes: [await write(tx)].flat(), result: null }));
}

/** The same for a write that has something to tell. */
export function administerFor<T>(
  { actor, clock }: Context,
  write: (tx: Transaction) => Promise<{ readonly changes: readonly Change[]; readonly result: T }>,
): Promise<Result<T>> {
  return runMutation(() =>
    db.$transaction(
      async (tx) => {
        if (actor.kind !== "user" || !can(actor, "administration", null)) reject({ kind: "forbidden" });
        const { userId: actorId } = actor;
        const { changes, result } = await write(tx);
        const events = changes.map(({ action, id, before, after, at = clock.now }) => ({
          at,
          actorId,
          action,
          entity: action.split(".")[0] ?? "",
          entityId: id,
          before,
          after,
        }));
        await appendEvents(tx, events);
        return result;
      },
      { timeout: TIMEOUT },
    ),
  );
}

/** Somebody else changed it since it was shown: who and when, by its last event. */
export async function rejectStale(tx: Transaction, entity: string, entityId: string): Promise<never> {
  const last = await tx.event.findFirst({
    where: { entity, entityId },
    orderBy: { sequence: "desc" },
    include: { actor: { select: { name: true } } },
  });
  return reject({ kind: "conflict", why: "changed", by: last?.actor?.name ?? null, at: last?.at ?? null });
}
