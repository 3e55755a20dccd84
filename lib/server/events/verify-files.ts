// Compares stored evidence files with the hashes in their rows, which the chain records.
import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/server/db/client";
import { files } from "@/lib/server/files/storage";

export interface FileFault {
  readonly kind: "file-changed" | "file-missing";
  readonly name: string;
  readonly storageKey: string;
}

async function hashOf(storageKey: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of await files().read(storageKey)) hash.update(chunk);
  return hash.digest("hex");
}

const BATCH = 200;

/** The missing and changed files. Reads every file once. */
export async function findFileFaults(tx: Pick<Transaction, "evidenceFile">): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (let after: string | null = null; ; ) {
    const batch: { id: string; name: string; sha256: string; storageKey: string }[] = await tx.evidenceFile.findMany({
      select: { id: true, name: true, sha256: true, storageKey: true },
      where: after === null ? {} : { id: { gt: after } },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    for (const { name, sha256, storageKey } of batch) {
      if (!(await files().fileExists(storageKey))) faults.push({ kind: "file-missing", name, storageKey });
      else if ((await hashOf(storageKey)) !== sha256) faults.push({ kind: "file-changed", name, storageKey });
    }
    after = batch.at(-1)?.id ?? null;
    if (batch.length < BATCH) return faults;
  }
}
