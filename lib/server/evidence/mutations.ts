// Adds and removes files of a draft report; only its author can do so.
import "server-only";
import { MAX_FILES } from "@/lib/domain/evidence/file-kinds";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { files } from "@/lib/server/files/storage";
import { type Result, reject, runMutation, transact, type Write } from "@/lib/server/mutation";
import { lockTarget } from "@/lib/server/targets/lock";
import { toTargetScope } from "@/lib/server/targets/rows";
import { withStoredFiles } from "./stored";

export interface SavedFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

/** Locks the draft and returns its target; rejects all users except its author. */
async function lockDraft({ tx, actor }: Write, updateId: string): Promise<{ readonly targetId: string }> {
  const found = await tx.update.findUnique({ where: { id: updateId }, select: { targetId: true } });
  if (found === null) reject({ kind: "not-found" });
  await lockTarget(tx, found.targetId);
  const update = await tx.update.findUniqueOrThrow({ where: { id: updateId }, include: { target: true } });
  const scope: Scope = {
    target: toTargetScope(update.target),
    update: { authorId: update.authorId, state: oneOf(UPDATE_STATES, update.state) },
  };
  if (!can(actor, "update.read-unapproved", scope)) reject({ kind: "not-found" });
  if (!can(actor, "update.draft", scope)) reject({ kind: "forbidden" });
  return found;
}

/** Validates and stores the bytes, then writes the row; deletes the bytes if the row cannot be written. */
export function addEvidence(
  updateId: string,
  name: string,
  bytes: Uint8Array,
  context: Context,
): Promise<Result<SavedFile>> {
  const assertMayAdd = () =>
    transact("signed-in", context, async (write) => {
      await lockDraft(write, updateId);
      return { result: null, events: [] };
    });
  return runMutation(() =>
    withStoredFiles([{ name, bytes }], assertMayAdd, ([file]) =>
      transact("signed-in", context, async (write) => {
        const { tx, actor, clock } = write;
        const { targetId } = await lockDraft(write, updateId);
        if ((await tx.evidenceFile.count({ where: { updateId } })) >= MAX_FILES || file === undefined) {
          reject({ kind: "invalid", errors: { file: "too-many" } });
        }
        const { id, size, sha256, ...stored } = await tx.evidenceFile.create({
          data: { ...file, updateId, uploaderId: actor.userId, uploadedAt: clock.now },
        });
        const after = { targetId, updateId, name: stored.name, size, sha256 };
        return {
          result: { fileId: id, name: stored.name, size },
          events: [{ action: "evidence.added", id, before: null, after }],
        };
      }),
    ),
  );
}

export function removeEvidence(fileId: string, context: Context): Promise<Result<SavedFile>> {
  return runMutation(async () => {
    const file = await db.evidenceFile.findUnique({ where: { id: fileId } });
    // Files of comments cannot be removed.
    if (file === null || file.updateId === null) reject({ kind: "not-found" });
    const { updateId, name, size, sha256, storageKey } = file;
    const removed = await transact("signed-in", context, async (write) => {
      const { targetId } = await lockDraft(write, updateId);
      await write.tx.evidenceFile.delete({ where: { id: fileId } });
      const [before, after] = [
        { name, sha256 },
        { targetId, updateId },
      ];
      return { result: { fileId, name, size }, events: [{ action: "evidence.removed", id: fileId, before, after }] };
    });
    await files().deleteFile(storageKey);
    return removed;
  });
}
