// A user's named lists and watch list. They are settings, so they have no events.
import "server-only";
import type { z } from "zod";
import type { savedViewSchema, viewRenamingSchema } from "@/lib/schemas/saved-view";
import { filtersToQuery, parseTargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import { queryStanding } from "@/lib/server/targets/list-query";

const MAX_VIEWS = 50;
const WRITTEN = { result: null, events: [] } as const;

/** Saves the filters and the order of an address under a name. Rejects a name in use and more than 50 views. */
export function createSavedView(
  { name, query }: z.output<typeof savedViewSchema>,
  context: Context,
): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor, clock }) => {
    const { userId } = actor;
    if ((await tx.savedView.count({ where: { userId } })) >= MAX_VIEWS) {
      reject({ kind: "invalid", errors: { name: "too-many-views" } });
    }
    if ((await tx.savedView.count({ where: { userId, name } })) > 0) {
      reject({ kind: "invalid", errors: { name: "already-there" } });
    }
    const { filters } = parseTargetFilters(new URLSearchParams(query));
    const address = filtersToQuery({ ...filters, cursor: undefined }).toString();
    await tx.savedView.create({ data: { userId, name, query: address, savedAt: clock.now } });
    return WRITTEN;
  });
}

export function renameSavedView(
  { id, name }: z.output<typeof viewRenamingSchema>,
  context: Context,
): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor }) => {
    const { userId } = actor;
    if ((await tx.savedView.count({ where: { userId, name, id: { not: id } } })) > 0) {
      reject({ kind: "invalid", errors: { name: "already-there" } });
    }
    const { count } = await tx.savedView.updateMany({ where: { id, userId }, data: { name } });
    if (count === 0) reject({ kind: "not-found" });
    return WRITTEN;
  });
}

export function deleteSavedView({ id }: { readonly id: string }, context: Context): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor }) => {
    const { count } = await tx.savedView.deleteMany({ where: { id, userId: actor.userId } });
    if (count === 0) reject({ kind: "not-found" });
    return WRITTEN;
  });
}

/** Adds a readable target to the user's watch list. */
export function starTarget(code: string, context: Context): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor, clock }) => {
    const standing = (await queryStanding(code, context, tx)) ?? reject({ kind: "not-found" });
    const key = { userId: actor.userId, targetId: standing.target_id };
    await tx.starredTarget.createMany({ data: [{ ...key, starredAt: clock.now }], skipDuplicates: true });
    return WRITTEN;
  });
}

/** Removes a target, even one that the user can no longer read. */
export function unstarTarget(code: string, context: Context): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor }) => {
    await tx.starredTarget.deleteMany({ where: { userId: actor.userId, target: { code } } });
    return WRITTEN;
  });
}
