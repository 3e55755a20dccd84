// What supporting departments, the owner and the office say about a target. Nothing said is changed afterwards.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { CommentInput } from "@/lib/schemas/comment";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { appendEvent } from "@/lib/server/events/append";
import { attempt, type Outcome, refuse } from "@/lib/server/refusal";
import { getLockedTarget } from "@/lib/server/targets/locked";

export function writeComment({ code, body }: CommentInput, context: Context): Promise<Outcome<{ commentId: string }>> {
  return attempt(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const { record, scope } = await getLockedTarget(tx, { code }, context);
      const supporting = await tx.targetSupport.findMany({
        where: { targetId: record.id },
        select: { department: { select: { id: true, slug: true } } },
      });
      const slugs = supporting.map((one) => one.department.slug);
      const asked = { target: { ...scope.target, supporting: slugs } };
      if (actor.kind !== "user" || !can(actor, "comment.write", asked)) refuse({ kind: "forbidden" });
      const speakers = [record.ownerId, ...supporting.map((one) => one.department.id)];
      const spoken = actor.memberships.find((one) => speakers.includes(one.departmentId));
      const stored = await tx.targetComment.create({
        data: {
          targetId: record.id,
          authorId: actor.userId,
          departmentId: spoken?.departmentId ?? null,
          body,
          at: clock.now,
        },
      });
      await appendEvent(tx, {
        at: clock.now,
        actorId: actor.userId,
        action: "comment.written",
        entity: "comment",
        entityId: stored.id,
        before: null,
        after: { code, department: spoken?.departmentSlug ?? null, body },
      });
      return { commentId: stored.id };
    }),
  );
}
