// An event and its hash. Plain Node may import this: tests of the browser record what they wrote by hand.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Prisma } from "@/lib/server/db/generated/client";

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

/** An audited row as the event left it: table, key, digest; the digest is null for a row that was deleted. */
export type RecordedRow = readonly [table: string, key: string, digest: string | null];

export interface Link extends NewEvent {
  readonly sequence: bigint;
  readonly previousHash: string;
  /** The audited rows that changed with it; left out when there were none. */
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
