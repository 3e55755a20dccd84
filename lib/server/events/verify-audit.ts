// Verifies the audit: the chain, the recorded heads, the audited tables, the stored standings and the evidence files.
// Reads the database in one snapshot.
import "server-only";
import { db, type Transaction } from "@/lib/server/db/client";
import { type ChainHead, HEADS_FILE, readRecordedHeads } from "./chain-heads";
import { type ChainState, findChainFault, verifyChain } from "./verify";
import { type FileFault, findFileFaults } from "./verify-files";
import { findRowFaults, type RowFault } from "./verify-rows";
import { findStandingFaults, type StandingFault } from "./verify-standings";

export interface AuditState {
  readonly chain: ChainState;
  /** One line per fault; empty if there are none. */
  readonly faults: readonly string[];
}

const LIMIT_MS = 30 * 60_000;

/**
 * The heads file must exist and reach the end of the chain: every process records the head after each commit.
 * @param recordedHeads read after the snapshot, so that it includes the head of a write that was in progress.
 */
function headsFault(recordedHeads: readonly ChainHead[], head: ChainHead | null): string | null {
  if (head === null) return null;
  if (recordedHeads.length === 0) return `no head is recorded: ${HEADS_FILE} is missing or empty`;
  const last =
    recordedHeads
      .map(({ sequence }) => sequence)
      .sort((a, b) => Number(a - b))
      .at(-1) ?? 0n;
  if (last >= head.sequence) return null;
  return `the recorded heads end at event ${last}, the chain at event ${head.sequence}: the end of the file was cut off, or another instance wrote since (add its file with --heads)`;
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
      return `the stored standings of ${fault.code} differ from those computed from its terms and reports`;
    case "file-changed":
      return `the file ${fault.name} (${fault.storageKey}) has changed since it was uploaded`;
    case "file-missing":
      return `the file ${fault.name} (${fault.storageKey}) is missing`;
  }
}

/** The faults of recorded rows, standings and files; excludes those of the chain. */
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

/** A broken chain ends the verification, because its records are not reliable. */
async function verifyDatabase(recordedHeads: readonly ChainHead[]): Promise<AuditState> {
  return db.$transaction(
    async (tx) => {
      const chain = await verifyChain(tx, recordedHeads);
      const broken = findChainFault(chain);
      return { chain, faults: broken === null ? await findRecordFaults(tx, chain) : [broken] };
    },
    { isolationLevel: "RepeatableRead", timeout: LIMIT_MS, maxWait: 60_000 },
  );
}

/** Verifies everything, with the heads of this instance, other instances and printed pages. */
export async function verifyAudit(also: RecordedHeads): Promise<AuditState> {
  const { chain, faults } = await verifyDatabase([...(await readAllRecordedHeads(also)), ...also.printed]);
  const heads = headsFault(await readAllRecordedHeads(also), chain.head);
  return { chain, faults: heads === null ? faults : [heads, ...faults] };
}

/** Verifies a restored database; heads recorded before belong to another one. */
export function verifyRestored(): Promise<AuditState> {
  return verifyDatabase([]);
}
