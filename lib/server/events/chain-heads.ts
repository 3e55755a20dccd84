// Records the head of the audit chain outside the database: deleting or rewriting the end of the chain does not change
// the record. A line is `number:hash`, as pages and files print it.
import "server-only";
import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { db, type Transaction } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

export interface ChainHead {
  readonly sequence: bigint;
  readonly hash: string;
}

export const HEADS_FILE = join(env.GUATU_DATA, "audit-heads.txt");

/** The latest event; null if there is none. */
export function getChainHead(database: Pick<Transaction, "event"> = db): Promise<ChainHead | null> {
  return database.event.findFirst({ orderBy: { sequence: "desc" }, select: { sequence: true, hash: true } });
}

export function headText({ sequence, hash }: ChainHead): string {
  return `${sequence}:${hash}`;
}

/** @returns null if the text is not a printed chain head. */
export function parseHead(text: string): ChainHead | null {
  const [, sequence, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return sequence === undefined || hash === undefined ? null : { sequence: BigInt(sequence), hash };
}

let lastRecorded = 0n;

/** Appends the current head to the file if it has advanced. A file that cannot be written does not block any write. */
export async function recordChainHead(): Promise<void> {
  try {
    const head = await getChainHead();
    if (head === null || head.sequence <= lastRecorded) return;
    await mkdir(env.GUATU_DATA, { recursive: true, mode: 0o700 });
    await appendFile(HEADS_FILE, `${headText(head)}\n`, { mode: 0o600 });
    lastRecorded = head.sequence;
  } catch (error) {
    console.error(
      `guatu: the head of the audit could not be recorded: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/**
 * Replaces the file by one with the head of a restored chain. The previous file is renamed with a time stamp in its
 * name.
 */
export async function resetChainHeads(head: ChainHead | null, when: string): Promise<void> {
  await mkdir(env.GUATU_DATA, { recursive: true, mode: 0o700 });
  await rename(HEADS_FILE, join(env.GUATU_DATA, `audit-heads.before-${when}.txt`)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    },
  );
  if (head !== null) await writeFile(HEADS_FILE, `${headText(head)}\n`, { mode: 0o600 });
}

/** The heads in a file; empty if there is no file. Ignores a line that a crash cut short. */
export async function readRecordedHeads(file = HEADS_FILE): Promise<ChainHead[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => parseHead(line) ?? []);
}
