// An event and its hash. Importable in plain Node, because browser tests record their direct writes.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Prisma } from "@/lib/server/db/generated/client";

/** The previous hash of the first event. */
export const FIRST_HASH = "0".repeat(64);

export interface NewEvent {
  readonly at: Date;
  readonly actorId: string | null;
  /** Noun and verb, for example `update.approved`. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: Prisma.InputJsonObject | null;
  /** Measures as decimal text, days as ISO text, so that the hash is reproducible. */
  readonly after: Prisma.InputJsonObject | null;
}

/** An audited row after the event: table, key, digest; the digest is null for a deleted row. */
export type RecordedRow = readonly [table: string, key: string, digest: string | null];

export interface Link extends NewEvent {
  readonly sequence: bigint;
  readonly previousHash: string;
  /** The audited rows that changed with it; omitted if empty. */
  readonly rows?: readonly RecordedRow[] | null;
}

/** SHA-256 over the event's canonical JSON (RFC 8785), as hex. */
export function eventHash(link: Link): string {
  const { sequence, at, actorId, action, entity, entityId, before, after, previousHash, rows } = link;
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
    ...(rows ? { rows } : {}),
  });
  return createHash("sha256")
    .update(text ?? "")
    .digest("hex");
}
