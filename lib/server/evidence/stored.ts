// Stores bytes in the file storage, and deletes them if their row cannot be written.
import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { fileError, storedFileName } from "@/lib/domain/evidence/file-kinds";
import { files } from "@/lib/server/files/storage";
import { reject } from "@/lib/server/mutation";

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file data of an evidence_file row. */
export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
}

async function checked({ name, bytes }: SentFile): Promise<StoredFile> {
  const found = await fileTypeFromBuffer(bytes);
  const fault = fileError(name, bytes.byteLength, found?.mime ?? null);
  if (fault !== null || found === undefined) reject({ kind: "invalid", errors: { file: fault ?? "kind-not-taken" } });
  return {
    name: storedFileName(name),
    contentType: found.mime,
    size: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    storageKey: `evidence/${randomUUID()}`,
  };
}

/** Rejects files by content, stores the others and writes their rows; deletes the bytes if the rows cannot be written. */
export async function withStoredFiles<T>(
  sent: readonly SentFile[],
  mayWrite: () => Promise<unknown>,
  write: (stored: readonly StoredFile[]) => Promise<T>,
): Promise<T> {
  const stored = await Promise.all(sent.map(checked));
  await mayWrite();
  const storedKeys: string[] = [];
  try {
    for (const [index, { storageKey }] of stored.entries()) {
      storedKeys.push(storageKey);
      await files().write(storageKey, Buffer.from(sent[index]?.bytes ?? []));
    }
    return await write(stored);
  } catch (error) {
    for (const key of storedKeys)
      await files()
        .deleteFile(key)
        .catch((fault) => console.error(fault));
    throw error;
  }
}
