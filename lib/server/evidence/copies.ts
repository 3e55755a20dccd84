// Files of a returned or withdrawn report, attached to the report that is written instead. That report and its files
// stay as they were, so the new one gets copies.
import "server-only";
import { randomUUID } from "node:crypto";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { files } from "@/lib/server/files/storage";
import type { ChangeEvent, Write } from "@/lib/server/mutation";
import type { SavedFile } from "./mutations";

type FileCopy = Pick<
  Prisma.EvidenceFileGetPayload<object>,
  "name" | "contentType" | "size" | "sha256" | "storageKey" | "visibility"
>;

/** Null if one of them is not a file of such a report on this target. */
async function findFiles(code: string, fileIds: readonly string[]) {
  const found = await db.evidenceFile.findMany({
    where: { id: { in: [...fileIds] }, update: { target: { code }, state: { in: ["returned", "withdrawn"] } } },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  });
  return found.length === new Set(fileIds).size ? found : null;
}

/** Copies the bytes before `write`; afterwards deletes those copies that have no row. */
export async function withCopiedFiles<T>(
  code: string,
  fileIds: readonly string[],
  write: (copies: readonly FileCopy[] | null) => Promise<T>,
): Promise<T> {
  if (fileIds.length === 0) return write([]);
  const found = await findFiles(code, fileIds);
  if (found === null) return write(null);
  const copies = found.map(({ name, contentType, size, sha256, visibility }): FileCopy => {
    return { name, contentType, size, sha256, visibility, storageKey: `evidence/${randomUUID()}` };
  });
  const keys = copies.map(({ storageKey }) => storageKey);
  try {
    for (const [index, { storageKey }] of found.entries()) await files().copyFile(storageKey, keys[index] ?? "");
    return await write(copies);
  } finally {
    const kept = await db.evidenceFile.findMany({ where: { storageKey: { in: keys } }, select: { storageKey: true } });
    const used = new Set(kept.map(({ storageKey }) => storageKey));
    for (const key of keys)
      if (!used.has(key))
        await files()
          .deleteFile(key)
          .catch((fault) => console.error(fault));
  }
}

interface Attached {
  readonly files: readonly SavedFile[];
  readonly events: readonly ChangeEvent[];
}

/** Writes the rows of the copies for a draft. */
export async function attachCopies(
  { tx, actor, clock }: Write,
  { updateId, targetId }: { readonly updateId: string; readonly targetId: string },
  copies: readonly FileCopy[],
): Promise<Attached> {
  const stored = await tx.evidenceFile.createManyAndReturn({
    data: copies.map((copy) => ({ ...copy, updateId, uploaderId: actor.userId, uploadedAt: clock.now })),
  });
  return {
    files: stored.map(({ id, name, size, visibility }) => {
      return { fileId: id, name, size, visibility: oneOf(VISIBILITIES, visibility) };
    }),
    events: stored.map(({ id, name, size, sha256, visibility }) => {
      return {
        action: "evidence.added",
        id,
        before: null,
        after: { targetId, updateId, name, size, sha256, visibility },
      };
    }),
  };
}
