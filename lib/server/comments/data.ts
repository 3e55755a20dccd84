import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { departmentName, namedAt } from "@/lib/server/departments/names";
import { EVIDENCE, toEvidenceViews } from "@/lib/server/evidence/views";
import type { Comments } from "@/lib/views/comment";
import type { TargetDetail } from "@/lib/views/target-detail";

/** Oldest first, as known on the context's day; null for users who may not read them. */
export async function listComments(target: TargetDetail, { actor, clock }: Context): Promise<Comments | null> {
  // Permissions are always those of today; the departments of the target are those of its day.
  const supporting = await db.targetSupport.findMany({
    where: { targetId: target.id },
    select: { department: { select: { slug: true } } },
  });
  const scope = { target: { ...scopeOf(target), supporting: supporting.map(({ department }) => department.slug) } };
  if (!can(actor, "comment.read", scope)) return null;
  const records = await db.targetComment.findMany({
    where: { targetId: target.id, at: { lte: clock.knownUntil } },
    include: {
      author: { select: { name: true } },
      department: { include: namedAt(clock.knownUntil) },
      files: EVIDENCE,
    },
    orderBy: { at: "asc" },
  });
  return {
    comments: records.map(({ id: commentId, body, at, author, files, department }) => ({
      id: commentId,
      body,
      at,
      author: author.name,
      files: toEvidenceViews(files),
      department: department && departmentName(department).name,
    })),
    mayWrite: can(actor, "comment.write", scope),
  };
}
