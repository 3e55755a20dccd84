// Comments of supporting departments, the owner and the office on a target, with files. Comments never change.
import "server-only";
import { MAX_FILES } from "@/lib/domain/evidence/file-kinds";
import type { CommentInput } from "@/lib/schemas/comment";
import type { Context } from "@/lib/server/context";
import { type SentFile, withStoredFiles } from "@/lib/server/evidence/stored";
import { type Result, reject, runMutation, transact } from "@/lib/server/mutation";
import { lockForWrite, type TargetWrite } from "@/lib/server/targets/mutate";

/** The department for which the user comments; null for the office. */
function departmentOf({ actor, target: { record } }: TargetWrite) {
  const involved = [record.ownerId, ...record.supporting.map((one) => one.department.id)];
  // Own roles come before delegated ones.
  return actor.memberships.find((one) => involved.includes(one.departmentId)) ?? null;
}

/** Rejects a user who may not comment on the target. Call it inside `runMutation`. */
export function assertMayComment(code: string, context: Context): Promise<null> {
  return transact("signed-in", context, async (write) => {
    await lockForWrite(write, { code }, "comment.write");
    return { result: null, events: [] };
  });
}

/** Writes a comment and its files atomically. */
export function writeComment(
  { code, body }: CommentInput,
  sent: readonly SentFile[],
  context: Context,
): Promise<Result<{ commentId: string }>> {
  return runMutation(() => {
    if (sent.length > MAX_FILES) reject({ kind: "invalid", errors: { file: "too-many" } });
    return withStoredFiles(
      sent,
      () => assertMayComment(code, context),
      (stored) =>
        transact("signed-in", context, async (write) => {
          const locked = await lockForWrite(write, { code }, "comment.write");
          const { tx, actor, clock, target } = locked;
          const targetId = target.record.id;
          const department = departmentOf(locked);
          const comment = await tx.targetComment.create({
            data: {
              targetId,
              authorId: actor.userId,
              departmentId: department?.departmentId ?? null,
              body,
              at: clock.now,
            },
          });
          const files = await tx.evidenceFile.createManyAndReturn({
            data: stored.map((file) => ({
              ...file,
              commentId: comment.id,
              uploaderId: actor.userId,
              uploadedAt: clock.now,
            })),
          });
          const principal = department?.onBehalfOf;
          const after = {
            code,
            department: department?.departmentSlug ?? null,
            body,
            ...(principal && { onBehalfOf: principal.name, onBehalfOfId: principal.userId }),
          };
          return {
            result: { commentId: comment.id },
            events: [
              { action: "comment.written", id: comment.id, before: null, after },
              ...files.map(({ id, name, size, sha256 }) => ({
                action: "evidence.added" as const,
                id,
                before: null,
                after: { targetId, commentId: comment.id, name, size, sha256 },
              })),
            ],
          };
        }),
    );
  });
}
