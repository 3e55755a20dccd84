// Reads of a user's named lists and watch list.
import "server-only";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { SavedView } from "@/lib/views/saved-view";

/** The user's named lists by name; none for visitors. */
export async function listSavedViews({ actor }: Context): Promise<SavedView[]> {
  if (actor.kind !== "user") return [];
  return db.savedView.findMany({
    where: { userId: actor.userId },
    select: { id: true, name: true, query: true },
    orderBy: { name: "asc" },
  });
}

/** Which of these targets, at most a page, are on the user's watch list; null for visitors, who have none. */
export async function findStarred(ids: readonly string[], { actor }: Context): Promise<ReadonlySet<string> | null> {
  if (actor.kind !== "user") return null;
  const rows = await db.starredTarget.findMany({
    where: { userId: actor.userId, targetId: { in: [...ids] } },
    select: { targetId: true },
  });
  return new Set(rows.map(({ targetId }) => targetId));
}
