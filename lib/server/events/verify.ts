// Verifies the chain of events: every link matches, and the recorded heads are in it.
import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { ChainHead } from "./chain-heads";
import { eventHash, FIRST_HASH, type RecordedRow } from "./event-hash";
import { getRowName, type RecordedDigests } from "./verify-rows";

export interface ChainState {
  /** The number of verified events. */
  readonly count: number;
  /** The first event that does not match its hash or the previous one; null if all match. */
  readonly brokenAt: bigint | null;
  /** The last verified event; null for an empty chain. */
  readonly head: ChainHead | null;
  /** The earliest recorded head that is not in the chain: its end was deleted, or it was rewritten. */
  readonly missing: ChainHead | null;
  /** The last recorded digest of every audited row. */
  readonly recorded: RecordedDigests;
}

const BATCH = 1000;

/** Verifies the chain in batches up to its first broken link, and looks up the recorded heads. */
export async function verifyChain(
  tx: Pick<Transaction, "event">,
  recordedHeads: readonly ChainHead[] = [],
): Promise<ChainState> {
  const recorded = new Map<string, string | null>();
  const found = new Map<bigint, string>(recordedHeads.map((head) => [head.sequence, ""]));
  let [previousHash, sequence, count] = [FIRST_HASH, 0n, 0];
  const stateAt = (brokenAt: bigint | null): ChainState => {
    const head = sequence === 0n ? null : { sequence, hash: previousHash };
    const gone = brokenAt === null ? recordedHeads.filter((one) => found.get(one.sequence) !== one.hash) : [];
    const missing = gone.reduce<ChainHead | null>(
      (first, one) => (first === null || one.sequence < first.sequence ? one : first),
      null,
    );
    return { count, brokenAt, head, missing, recorded };
  };
  for (;;) {
    const batch = await tx.event.findMany({
      where: { sequence: { gt: sequence } },
      orderBy: { sequence: "asc" },
      take: BATCH,
    });
    for (const stored of batch) {
      count += 1;
      const link = {
        ...stored,
        before: stored.before as Prisma.InputJsonObject | null,
        after: stored.after as Prisma.InputJsonObject | null,
        rows: stored.rows as RecordedRow[] | null,
      };
      const fits = stored.sequence === sequence + 1n && stored.previousHash === previousHash;
      if (!fits || eventHash(link) !== stored.hash) return stateAt(stored.sequence);
      [previousHash, sequence] = [stored.hash, stored.sequence];
      if (found.has(sequence)) found.set(sequence, stored.hash);
      for (const [table, key, digest] of link.rows ?? []) recorded.set(getRowName(table, key), digest);
    }
    if (batch.length < BATCH) return stateAt(null);
  }
}

/** The fault of the chain; null if there is none. */
export function findChainFault({ count, brokenAt, head, missing }: ChainState): string | null {
  if (brokenAt !== null) return `the chain is broken at event ${brokenAt} (after ${count - 1} intact ones)`;
  if (missing === null) return null;
  const end = head?.sequence ?? 0n;
  if (missing.sequence > end)
    return `the end of the chain was cut off: it ends at event ${end}, event ${missing.sequence} was recorded`;
  return `the chain was rewritten: event ${missing.sequence} differs from the recorded one`;
}
