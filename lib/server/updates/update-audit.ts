// An update's change as the audit keeps it: measures as text, days as text.
import "server-only";
import type { Context } from "@/lib/server/context";
import { dayOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { NewEvent } from "@/lib/server/events/event-hash";

type Stored = Prisma.UpdateGetPayload<object>;

/** The event of an update that has just reached its present state, from `previousState` (null: it is new). */
export function updateAudit(
  stored: Stored,
  action: `update.${string}`,
  { actor, clock }: Context,
  previousState: string | null,
): NewEvent {
  return {
    at: clock.now,
    actorId: actor.kind === "user" ? actor.userId : null,
    action,
    entity: "update",
    entityId: stored.id,
    before: previousState === null ? null : { state: previousState },
    after: {
      state: stored.state,
      targetId: stored.targetId,
      asOf: dayOf(stored.asOf),
      value: stored.value?.toFixed() ?? null,
      numerator: stored.numerator?.toFixed() ?? null,
      denominator: stored.denominator?.toFixed() ?? null,
      note: stored.note,
      supersedesId: stored.supersedesId,
      returnReason: stored.returnReason,
    },
  };
}
