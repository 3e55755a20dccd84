// The drafts that a user has started for a target.
import "server-only";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { UPDATE_READING } from "@/lib/server/targets/rows";
import type { ReportTarget } from "./report-target";

/** The actor's drafts for a target, newest first: those that correct `supersedesId`, or those that correct none. */
export async function findDrafts(
  database: Pick<Transaction, "update">,
  { record }: ReportTarget,
  { actor, clock }: Context,
  supersedesId: string | null,
) {
  if (actor.kind !== "user") return [];
  return database.update.findMany({
    where: {
      targetId: record.id,
      authorId: actor.userId,
      state: "draft",
      supersedesId,
      createdAt: { lte: clock.knownUntil },
    },
    include: { ...UPDATE_READING, author: true },
    orderBy: { createdAt: "desc" },
  });
}
