// The audit: append-only events, each with the hash of the one before.
import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

/** What the first event carries in place of a predecessor's hash. */
export const FIRST_HASH = "0".repeat(64);
const CHAIN_LOCK = 20_230_321;

export interface NewEvent {
  readonly at: Date;
  readonly actorId: string | null;
  /** Noun and verb, e.g. `update.approved`. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: Prisma.InputJsonObject | null;
  /** Measures as decimal text, days as ISO text: what is hashed must read back the same. */
  readonly after: Prisma.InputJsonObject | null;
}

interface Link extends NewEvent {
  readonly sequence: bigint;
  readonly previousHash: string;
}

/** SHA-256 over the event's canonical JSON (RFC 8785), as hex. */
export function eventHash(link: Link): string {
  const { sequence, at, actorId, action, entity, entityId, before, after, previousHash } = link;
  const text = canonicalize({
    sequence: sequence.toString(),
    at: at.toISOString(),
    actorId,
    action,
    entity,
    entityId,
    before,
    after,
    previousHash,
  });
  return createHash("sha256")
    .update(text ?? "")
    .digest("hex");
}

/** Appends one event. Writers wait for each other here, so that the chain has one order; call it last. */
export async function appendEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const last = await tx.event.findFirst({ orderBy: { sequence: "desc" }, select: { sequence: true, hash: true } });
  const link: Link = { ...event, sequence: (last?.sequence ?? 0n) + 1n, previousHash: last?.hash ?? FIRST_HASH };
  const { before, after, ...columns } = link;
  await tx.event.create({
    data: {
      ...columns,
      ...(before === null ? {} : { before }),
      ...(after === null ? {} : { after }),
      hash: eventHash(link),
    },
  });
}

/** The sequence of the first event that no longer fits its hash or its predecessor's; null when all fit. */
export async function findBrokenLink(tx: Pick<Transaction, "event">): Promise<bigint | null> {
  let previousHash = FIRST_HASH;
  let sequence = 0n;
  for (const stored of await tx.event.findMany({ orderBy: { sequence: "asc" } })) {
    const link = {
      ...stored,
      before: stored.before as Prisma.InputJsonObject | null,
      after: stored.after as Prisma.InputJsonObject | null,
    };
    const fits = stored.sequence === sequence + 1n && stored.previousHash === previousHash;
    if (!fits || eventHash(link) !== stored.hash) return stored.sequence;
    previousHash = stored.hash;
    sequence = stored.sequence;
  }
  return null;
}
