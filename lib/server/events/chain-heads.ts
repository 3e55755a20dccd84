// The head of the audit's chain, noted where the database's rows are not: whoever cuts off or rewrites the end of the
// chain cannot also take back what was noted. A line is `number:hash`, as pages and files print it.
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

/** The latest event; null while there is none. */
export function getChainHead(database: Pick<Transaction, "event"> = db): Promise<ChainHead | null> {
  return database.event.findFirst({ orderBy: { sequence: "desc" }, select: { sequence: true, hash: true } });
}

export function headText({ sequence, hash }: ChainHead): string {
  return `${sequence}:${hash}`;
}

/** @returns null when the text is not a printed chain head. */
export function parseHead(text: string): ChainHead | null {
  const [, sequence, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return sequence === undefined || hash === undefined ? null : { sequence: BigInt(sequence), hash };
}

let lastRecorded = 0n;

/** Adds the present head to the file, where it has moved on. A file that cannot be written keeps nobody from working. */
export async function recordChainHead(): Promise<void> {
  try {
    const head = await getChainHead();
    if (head === null || head.sequence <= lastRecorded) return;
    await mkdir(env.GUATU_DATA, { recursive: true, mode: 0o700 });
    await appendFile(HEADS_FILE, `${headText(head)}\n`, { mode: 0o600 });
    lastRecorded = head.sequence;
  } catch (error) {
    console.error(`guatu: the head of the audit could not be noted: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Begins the file anew with the head of a chain that was put back on purpose. What had been noted before stays beside
 * it, under a name that says when.
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

/** What a file of heads holds; empty where there is none. A line cut short by a crash is left out. */
export async function readRecordedHeads(file = HEADS_FILE): Promise<ChainHead[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => parseHead(line) ?? []);
}
