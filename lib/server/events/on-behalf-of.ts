// The absent person in the events of a delegate.
import "server-only";
import type { SignedIn } from "@/lib/domain/permissions/actor";
import { principalIn } from "@/lib/domain/permissions/delegation";
import type { Transaction } from "@/lib/server/db/client";
import type { NewEvent } from "@/lib/server/events/event-hash";

function targetOf({ entity, entityId, after }: NewEvent): string | null {
  if (entity === "target") return entityId;
  return typeof after?.targetId === "string" ? after.targetId : null;
}

/** Adds for whom the actor has acted to the events of targets of a department in which their role is a delegated one. */
export async function withPrincipals(
  tx: Pick<Transaction, "target">,
  actor: SignedIn,
  events: readonly NewEvent[],
): Promise<readonly NewEvent[]> {
  if (actor.memberships.every(({ onBehalfOf }) => onBehalfOf === undefined)) return events;
  const ids = [...new Set(events.flatMap((event) => targetOf(event) ?? []))];
  const targets = await tx.target.findMany({ where: { id: { in: ids } }, select: { id: true, ownerId: true } });
  const owners = new Map(targets.map(({ id, ownerId }) => [id, ownerId]));
  return events.map((event) => {
    const owner = owners.get(targetOf(event) ?? "");
    const principal = owner === undefined ? null : principalIn(actor, owner);
    if (principal === null) return event;
    return { ...event, after: { ...event.after, onBehalfOf: principal.name, onBehalfOfId: principal.userId } };
  });
}
