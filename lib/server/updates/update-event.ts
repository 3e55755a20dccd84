// The audit event of a report: measures and days as text.
import "server-only";
import { dayOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { ChangeEvent } from "@/lib/server/mutation";

interface Measure {
  readonly toFixed: () => string;
}

interface StoredUpdate
  extends Pick<
    Prisma.UpdateGetPayload<object>,
    "id" | "state" | "targetId" | "asOf" | "note" | "supersedesId" | "returnReason"
  > {
  readonly value: Measure | null;
  readonly numerator: Measure | null;
  readonly denominator: Measure | null;
  readonly peers?: number | null;
}

/** The event of an update that has just changed its state. @param previousState null: the update is new */
export function updateEvent(
  stored: StoredUpdate,
  action: `update.${string}`,
  previousState: string | null,
): ChangeEvent {
  return {
    action,
    id: stored.id,
    before: previousState === null ? null : { state: previousState },
    after: {
      state: stored.state,
      targetId: stored.targetId,
      asOf: dayOf(stored.asOf),
      value: stored.value?.toFixed() ?? null,
      numerator: stored.numerator?.toFixed() ?? null,
      denominator: stored.denominator?.toFixed() ?? null,
      ...(stored.peers != null && { peers: stored.peers }),
      note: stored.note,
      supersedesId: stored.supersedesId,
      returnReason: stored.returnReason,
    },
  };
}
