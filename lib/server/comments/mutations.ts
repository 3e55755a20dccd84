// Writes comments of supporting departments, the owner and the office on a target, with files. Comments never change.
import "server-only";
import { MAX_FILES } from "@/lib/domain/evidence/file-kinds";
import { can } from "@/lib/domain/permissions/can";
import type { CommentInput } from "@/lib/schemas/comment";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { appendEvents } from "@/lib/server/events/append";
import { type SentFile, type StoredFile, withStoredFiles } from "@/lib/server/evidence/stored";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { getLockedTarget } from "@/lib/server/targets/lock";

interface Speaker {
  readonly targetId: string;
  readonly actorId: string;
  /** The department of the author; null for the office. */
  readonly department: { readonly id: string; readonly slug: string } | null;
}

/** The author and their department; rejects users without a part in the target. */
async function speakerOn(tx: Transaction, code: string, context: Context): Promise<Speaker> {
  const { actor } = context;
  const { record, scope } = await getLockedTarget(tx, { code }, context);
  if (actor.kind !== "user" || !can(actor, "comment.write", scope)) reject({ kind: "forbidden" });
  const speakers = [record.ownerId, ...record.supporting.map((one) => one.department.id)];
  const spoken = actor.memberships.find((one) => speakers.includes(one.departmentId));
  const department = spoken === undefined ? null : { id: spoken.departmentId, slug: spoken.departmentSlug };
  return { targetId: record.id, actorId: actor.userId, department };
}

/** Refuses who may not comment on the target now; to be asked inside attempt(). */
export async function canComment(code: string, context: Context): Promise<void> {
  await db.$transaction((tx) => speakerOn(tx, code, context));
}

async function record(
  tx: Transaction,
  { code, body }: CommentInput,
  stored: readonly StoredFile[],
  context: Context,
): Promise<{ commentId: string }> {
  const { targetId, actorId, department } = await speakerOn(tx, code, context);
  const at = context.clock.now;
  const comment = await tx.targetComment.create({
    data: { targetId, authorId: actorId, departmentId: department?.id ?? null, body, at },
  });
  const files = await tx.evidenceFile.createManyAndReturn({
    data: stored.map((file) => ({ ...file, commentId: comment.id, uploaderId: actorId, uploadedAt: at })),
  });
  const by = { at, actorId, before: null };
  await appendEvents(tx, [
    {
      ...by,
      action: "comment.written",
      entity: "comment",
      entityId: comment.id,
      after: { code, department: department?.slug ?? null, body },
    },
    ...files.map(({ id, name, size, sha256 }) => ({
      ...by,
      action: "evidence.added",
      entity: "evidence",
      entityId: id,
      after: { targetId, commentId: comment.id, name, size, sha256 },
    })),
  ]);
  return { commentId: comment.id };
}

/** Writes a comment and its files atomically. */
export function writeComment(
  input: CommentInput,
  files: readonly SentFile[],
  context: Context,
): Promise<Result<{ commentId: string }>> {
  return runMutation(() => {
    if (files.length > MAX_FILES) reject({ kind: "invalid", errors: { file: "too-many" } });
    return withStoredFiles(
      files,
      () => canComment(input.code, context),
      (stored) => db.$transaction((tx) => record(tx, input, stored, context)),
    );
  });
}
