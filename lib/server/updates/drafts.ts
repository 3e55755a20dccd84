// The drafts that a user can continue.
import "server-only";
import type { SignedIn } from "@/lib/domain/permissions/actor";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { UPDATE_READING } from "@/lib/server/targets/rows";
import type { ReportTarget } from "./report-target";

/** The actor's drafts: isOwnReport() as a condition. */
export function whereOwnDraft({ userId, memberships }: SignedIn): Prisma.UpdateWhereInput {
  const by = (id: string): Prisma.UpdateWhereInput[] => [{ authorId: id }, { onBehalfOfId: id }];
  const delegated = memberships.flatMap(({ role, departmentId, onBehalfOf }) =>
    role === "reporter" && onBehalfOf !== undefined
      ? [{ target: { ownerId: departmentId }, OR: by(onBehalfOf.userId) }]
      : [],
  );
  return { OR: [...by(userId), ...delegated] };
}

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
      AND: whereOwnDraft(actor),
      targetId: record.id,
      state: "draft",
      supersedesId,
      createdAt: { lte: clock.knownUntil },
    },
    include: { ...UPDATE_READING, author: true },
    orderBy: { createdAt: "desc" },
  });
}
