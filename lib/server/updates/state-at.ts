// An update as known at a moment: later decisions are not visible yet.
import "server-only";
import { UPDATE_STATES, type UpdateState } from "@/lib/domain/updates/types";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";

interface Stamped {
  readonly state: string;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly supersededAt: Date | null;
}

/** The state at `moment`, derived from its time stamps. */
export function getStateAt(update: Stamped, moment: Date): UpdateState {
  const state = oneOf(UPDATE_STATES, update.state);
  if (update.submittedAt !== null && update.submittedAt > moment) return "draft";
  if (update.decidedAt !== null && update.decidedAt > moment) return "submitted";
  if (update.supersededAt !== null && update.supersededAt > moment) return "approved";
  return state;
}

/** Approved and not yet superseded at `moment`. */
export function whereApprovedAt(moment: Date): Prisma.UpdateWhereInput {
  return {
    decidedAt: { lte: moment },
    OR: [{ state: "approved" }, { state: "superseded", supersededAt: { gt: moment } }],
  };
}

/** Submitted and not yet decided at `moment`. */
export function whereWaitingAt(moment: Date): Prisma.UpdateWhereInput {
  return { submittedAt: { lte: moment }, OR: [{ state: "submitted" }, { decidedAt: { gt: moment } }] };
}
