// The audit: append-only events, each with the hash of the one before.
import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { CHAIN_LOCK } from "@/lib/server/db/locks";
import { storableJson } from "@/lib/server/db/storable";
import { getHead } from "./heads";

/** What the first event carries in place of a predecessor's hash. */
export const FIRST_HASH = "0".repeat(64);

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

/** Appends events in their order. Writers wait for each other here, so that the chain has one order; call it last. */
export async function appendEvents(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const last = await getHead(tx);
  let [sequence, previousHash] = [last?.sequence ?? 0n, last?.hash ?? FIRST_HASH];
  const rows: Prisma.EventCreateManyInput[] = [];
  for (const event of events) {
    sequence += 1n;
    // The hash is of what is kept: read back, it must be the same.
    const link: Link = { ...storableJson(event), sequence, previousHash };
    const { before, after, ...columns } = link;
    const hash = eventHash(link);
    rows.push({
      ...columns,
      ...(before === null ? {} : { before }),
      ...(after === null ? {} : { after }),
      hash,
    });
    previousHash = hash;
  }
  await tx.event.createMany({ data: rows });
}

export function appendEvent(tx: Transaction, event: NewEvent): Promise<void> {
  return appendEvents(tx, [event]);
}
