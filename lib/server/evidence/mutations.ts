// Adds and removes files of a draft report; only its author can do so.
import "server-only";
import { MAX_FILES } from "@/lib/domain/evidence/file-kinds";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { appendEvent } from "@/lib/server/events/append";
import { files } from "@/lib/server/files/storage";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { getLockedTarget, lockTarget } from "@/lib/server/targets/lock";
import { toTargetScope } from "@/lib/server/targets/rows";
import { withStoredFiles } from "./stored";

export interface SavedFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

interface Draft {
  readonly updateId: string;
  readonly targetId: string;
  readonly actorId: string;
}

/** Locks the draft; rejects all users except its author. */
async function heldDraft(tx: Transaction, updateId: string, { actor }: Context): Promise<Draft> {
  const found = await tx.update.findUnique({ where: { id: updateId }, select: { targetId: true } });
  if (found === null || actor.kind !== "user") reject({ kind: "not-found" });
  await lockTarget(tx, found.targetId);
  const update = await tx.update.findUniqueOrThrow({ where: { id: updateId }, include: { target: true } });
  const scope: Scope = {
    target: toTargetScope(update.target),
    update: { authorId: update.authorId, state: oneOf(UPDATE_STATES, update.state) },
  };
  if (!can(actor, "update.read-unapproved", scope)) reject({ kind: "not-found" });
  if (!can(actor, "update.draft", scope)) reject({ kind: "forbidden" });
  return { updateId, targetId: found.targetId, actorId: actor.userId };
}

/** Validates and stores the bytes, then writes the row; deletes the bytes if the row cannot be written. */
export function addEvidence(
  updateId: string,
  name: string,
  bytes: Uint8Array,
  context: Context,
): Promise<Result<SavedFile>> {
  const held = () => db.$transaction((tx) => heldDraft(tx, updateId, context));
  return runMutation(() =>
    withStoredFiles([{ name, bytes }], held, ([file]) =>
      db.$transaction(async (tx) => {
        const draft = await heldDraft(tx, updateId, context);
        if ((await tx.evidenceFile.count({ where: { updateId } })) >= MAX_FILES || file === undefined) {
          reject({ kind: "invalid", errors: { file: "too-many" } });
        }
        const stored = await tx.evidenceFile.create({
          data: { ...file, updateId, uploaderId: draft.actorId, uploadedAt: context.clock.now },
        });
        await appendEvent(tx, {
          at: context.clock.now,
          actorId: draft.actorId,
          action: "evidence.added",
          entity: "evidence",
          entityId: stored.id,
          before: null,
          after: { targetId: draft.targetId, updateId, name: stored.name, size: stored.size, sha256: stored.sha256 },
        });
        return { fileId: stored.id, name: stored.name, size: stored.size };
      }),
    ),
  );
}

export function removeEvidence(fileId: string, context: Context): Promise<Result<SavedFile>> {
  return runMutation(async () => {
    const file = await db.evidenceFile.findUnique({ where: { id: fileId } });
    // Files of comments cannot be removed.
    if (file === null || file.updateId === null) reject({ kind: "not-found" });
    const { updateId } = file;
    await db.$transaction(async (tx) => {
      const draft = await heldDraft(tx, updateId, context);
      await tx.evidenceFile.delete({ where: { id: fileId } });
      await appendEvent(tx, {
        at: context.clock.now,
        actorId: draft.actorId,
        action: "evidence.removed",
        entity: "evidence",
        entityId: fileId,
        before: { name: file.name, sha256: file.sha256 },
        after: { targetId: draft.targetId, updateId },
      });
    });
    await files().deleteFile(file.storageKey);
    return { fileId, name: file.name, size: file.size };
  });
}

/** Whether reports on this target require a file. */
export function changeEvidenceRequirement(
  code: string,
  isRequired: boolean,
  context: Context,
): Promise<Result<{ code: string }>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const { record, scope } = await getLockedTarget(tx, { code }, context);
      if (actor.kind !== "user" || !can(actor, "target.revise", scope)) reject({ kind: "forbidden" });
      if (record.evidenceRequired === isRequired) return { code };
      await tx.target.update({ where: { id: record.id }, data: { evidenceRequired: isRequired } });
      await appendEvent(tx, {
        at: clock.now,
        actorId: actor.userId,
        action: isRequired ? "target.evidence-required" : "target.evidence-optional",
        entity: "target",
        entityId: record.id,
        before: { evidenceRequired: record.evidenceRequired },
        after: { evidenceRequired: isRequired, code },
      });
      return { code };
    }),
  );
}
