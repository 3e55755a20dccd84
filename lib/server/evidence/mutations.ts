// Files of a report: its author adds and removes them while it is a draft; reviewer and office decide who reads them.
import "server-only";
import { MAX_FILES } from "@/lib/domain/evidence/file-kinds";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { VISIBILITIES, type Visibility } from "@/lib/domain/targets/types";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { files } from "@/lib/server/files/storage";
import { mutate, type Result, reject, runMutation, transact, type Write } from "@/lib/server/mutation";
import { lockTarget } from "@/lib/server/targets/lock";
import { toTargetScope } from "@/lib/server/targets/rows";
import { toReportScope } from "@/lib/server/updates/report-scope";
import { withStoredFiles } from "./stored";

export interface SavedFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly visibility: Visibility;
}

/** Locks the draft and returns its target; rejects all users except its author. */
async function lockDraft({ tx, actor }: Write, updateId: string): Promise<{ readonly targetId: string }> {
  const found = await tx.update.findUnique({ where: { id: updateId }, select: { targetId: true } });
  if (found === null) reject({ kind: "not-found" });
  await lockTarget(tx, found.targetId);
  const update = await tx.update.findUniqueOrThrow({ where: { id: updateId }, include: { target: true } });
  const scope: Scope = {
    target: toTargetScope(update.target),
    update: toReportScope(update),
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
  visibility: Visibility = "internal",
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
          data: { ...file, visibility, updateId, uploaderId: actor.userId, uploadedAt: clock.now },
        });
        const after = { targetId, updateId, name: stored.name, size, sha256, visibility };
        return {
          result: { fileId: id, name: stored.name, size, visibility },
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
    const visibility = oneOf(VISIBILITIES, file.visibility);
    const removed = await transact("signed-in", context, async (write) => {
      const { targetId } = await lockDraft(write, updateId);
      await write.tx.evidenceFile.delete({ where: { id: fileId } });
      const [before, after] = [
        { name, sha256 },
        { targetId, updateId },
      ];
      return {
        result: { fileId, name, size, visibility },
        events: [{ action: "evidence.removed", id: fileId, before, after }],
      };
    });
    await files().deleteFile(storageKey);
    return removed;
  });
}

/**
 * Publishes a file of a report, or withholds it; reviewers of the owner and supervisors. Whoever may not read the report
 * learns nothing about the file. A file of a comment has no separate visibility.
 */
export function changeEvidenceVisibility(
  fileId: string,
  visibility: Visibility,
  context: Context,
): Promise<Result<{ readonly code: string }>> {
  return mutate("signed-in", context, async ({ tx, actor }) => {
    const found = await tx.evidenceFile.findUnique({ where: { id: fileId }, include: { update: true } });
    if (found === null || found.update === null) reject({ kind: "not-found" });
    const { targetId, id: updateId, state } = found.update;
    await lockTarget(tx, targetId);
    const target = await tx.target.findUniqueOrThrow({ where: { id: targetId } });
    const scope: Scope = { target: toTargetScope(target) };
    // The file of a draft is its author's business until it is submitted.
    if (state === "draft" || !can(actor, "update.read-unapproved", scope)) reject({ kind: "not-found" });
    if (!can(actor, "evidence.change-visibility", scope)) reject({ kind: "forbidden" });
    const file = await tx.evidenceFile.findUniqueOrThrow({ where: { id: fileId } });
    if (file.visibility === visibility) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    await tx.evidenceFile.update({ where: { id: fileId }, data: { visibility } });
    const after = { targetId, updateId, name: file.name, visibility };
    return {
      result: { code: target.code },
      events: [{ action: "evidence.visibility-changed", id: fileId, before: { visibility: file.visibility }, after }],
    };
  });
}
