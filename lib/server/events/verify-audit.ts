// The whole proof of the audit: the chain, the heads noted outside the database, the audited tables, the stored
// standings and the bytes of evidence. Everything in the database is read in one snapshot.
import "server-only";
import { db, type Transaction } from "@/lib/server/db/client";
import { type ChainHead, HEADS_FILE, readRecordedHeads } from "./chain-heads";
import { type ChainState, findChainFault, verifyChain } from "./verify";
import { type FileFault, findFileFaults } from "./verify-files";
import { findRowFaults, type RowFault } from "./verify-rows";
import { findStandingFaults, type StandingFault } from "./verify-standings";

export interface AuditState {
  readonly chain: ChainState;
  /** What is wrong, a line each; empty when nothing is. */
  readonly faults: readonly string[];
}

const LIMIT_MS = 30 * 60_000;

/**
 * The heads file must exist and go up to the end of the chain: every process notes the head after each commit.
 * @param noted after the snapshot was taken, so that a write that was under way has had its head noted.
 */
function headsFault(noted: readonly ChainHead[], head: ChainHead | null): string | null {
  if (head === null) return null;
  if (noted.length === 0) return `no head is noted: ${HEADS_FILE} is missing or empty`;
  const last =
    noted
      .map(({ sequence }) => sequence)
      .sort((a, b) => Number(a - b))
      .at(-1) ?? 0n;
  if (last >= head.sequence) return null;
  return `the noted heads end at event ${last}, the chain at event ${head.sequence}: the end of the file was cut off, or another instance wrote since (add its file with --heads)`;
}

function describeFault(fault: RowFault | StandingFault | FileFault): string {
  switch (fault.kind) {
    case "row-changed":
      return `${fault.table} ${fault.key} was changed outside the application`;
    case "row-missing":
      return `${fault.table} ${fault.key} was deleted outside the application`;
    case "row-not-recorded":
      return `${fault.table} ${fault.key} was added outside the application`;
    case "standing-changed":
      return `the stored standings of ${fault.code} are not those that follow from its terms and reports`;
    case "file-changed":
      return `the file ${fault.name} (${fault.storageKey}) is not the one that was handed in`;
    case "file-missing":
      return `the file ${fault.name} (${fault.storageKey}) is missing`;
  }
}

/** The faults of everything that follows from the chain or is recorded in it, beyond the chain's own. */
async function findRecordFaults(tx: Transaction, chain: ChainState): Promise<string[]> {
  const faults = [
    ...(await findRowFaults(tx, chain.recorded)),
    ...(await findStandingFaults(tx)),
    ...(await findFileFaults(tx)),
  ];
  return faults.map(describeFault);
}

interface RecordedHeads {
  /** Heads as pages and files print them. */
  readonly printed: readonly ChainHead[];
  /** Heads files of other instances. */
  readonly otherFiles: readonly string[];
}

async function readAllRecordedHeads({ otherFiles }: RecordedHeads): Promise<ChainHead[]> {
  return (await Promise.all([HEADS_FILE, ...otherFiles].map((file) => readRecordedHeads(file)))).flat();
}

/** A broken chain ends the proof: nothing it records can be relied on. */
async function verifyDatabase(noted: readonly ChainHead[]): Promise<AuditState> {
  return db.$transaction(
    async (tx) => {
      const chain = await verifyChain(tx, noted);
      const broken = findChainFault(chain);
      return { chain, faults: broken === null ? await findRecordFaults(tx, chain) : [broken] };
    },
    { isolationLevel: "RepeatableRead", timeout: LIMIT_MS, maxWait: 60_000 },
  );
}

/** Verifies everything, with the heads that this instance, others and printed pages noted. */
export async function verifyAudit(also: RecordedHeads): Promise<AuditState> {
  const { chain, faults } = await verifyDatabase([...(await readAllRecordedHeads(also)), ...also.printed]);
  const heads = headsFault(await readAllRecordedHeads(also), chain.head);
  return { chain, faults: heads === null ? faults : [heads, ...faults] };
}

/** Verifies a database that was just restored: the heads noted before are of another one. */
export function verifyRestored(): Promise<AuditState> {
  return verifyDatabase([]);
}
