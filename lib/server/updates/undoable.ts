// The decisions that a reviewer has just taken and can still undo, for a page without script.
import "server-only";
import { UNDO_SECONDS } from "@/lib/domain/updates/workflow";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { UndoableDecisions } from "@/lib/views/update";

/** Those taken together are undone together; the latest first. Of decisions on which nothing was built yet. */
export async function listUndoable({ actor, clock }: Context): Promise<UndoableDecisions[]> {
  if (actor.kind !== "user") return [];
  const since = new Date(clock.now.getTime() - UNDO_SECONDS * 1000);
  const found = await db.update.findMany({
    where: {
      reviewerId: actor.userId,
      state: { in: ["approved", "returned"] },
      decidedAt: { gte: since, lte: clock.now },
    },
    select: { id: true, version: true, decidedAt: true, target: { select: { code: true } } },
    orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
  });
  const times = [...new Set(found.map(({ decidedAt }) => decidedAt?.getTime()))];
  const together = times.map((time) => found.filter(({ decidedAt }) => decidedAt?.getTime() === time));
  return together.map((decided) => ({
    codes: decided.map(({ target }) => target.code),
    decided: decided.map(({ id, version }) => `${id} ${version}`),
  }));
}
