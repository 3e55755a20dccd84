// Rate limits for password attempts: counted in the database, per account and per network, for every entry point.
import "server-only";
import { createHmac } from "node:crypto";
import {
  ATTEMPT_LIMITS,
  type AttemptCount,
  type AttemptScope,
  blockedUntil,
  countAttempt,
  NO_ATTEMPTS,
  UPLOAD_LIMIT,
  uncountAttempt,
} from "@/lib/domain/accounts/attempt-limits";
import { db, type Transaction } from "@/lib/server/db/client";
import { env, sessionSecret } from "@/lib/server/env";

/** Operations with an attempt limit. */
type AttemptDoor = "password" | "reset";

/** Expensive operations that are open to visitors. */
type VisitorDoor = "sandbox" | "collection";

export interface Attempt {
  readonly door: AttemptDoor;
  /** The typed email address, with or without an account: both are treated alike. */
  readonly email: string;
  readonly network: string;
  /** The browser's secret if it has signed in to this account before. */
  readonly device: string | null;
}

/** The maximum number of rows, even with invented addresses. Targeting a slot requires our secret. */
const SLOTS: Readonly<Record<AttemptScope | "upload", number>> = {
  pair: 65_536,
  account: 16_384,
  network: 16_384,
  device: 16_384,
  upload: 16_384,
};
const LIMITS = { ...ATTEMPT_LIMITS, upload: UPLOAD_LIMIT };
const STALE_MS = 2 * 24 * 60 * 60 * 1000;

interface Counter {
  readonly scope: AttemptScope | "upload";
  readonly key: string;
}

function counterOf(scope: Counter["scope"], door: AttemptDoor | VisitorDoor, ...values: readonly string[]): Counter {
  const digest = createHmac("sha256", sessionSecret(env))
    .update(JSON.stringify(["attempt", door, scope, ...values]))
    .digest();
  return { scope, key: `${door} ${scope} ${digest.readUInt32BE(0) % SLOTS[scope]}` };
}

/** In locking order. */
function countersOf({ door, email, network, device }: Attempt): Counter[] {
  const account = email.toLowerCase();
  const counters =
    device !== null
      ? [counterOf("device", door, account, device)]
      : [
          counterOf("pair", door, account, network),
          counterOf("account", door, account),
          counterOf("network", door, network),
        ];
  return counters.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

async function lockedCounts(tx: Transaction, counters: readonly Counter[], now: Date): Promise<AttemptCount[]> {
  const keys = counters.map((counter) => counter.key);
  const rows = keys.map((key) => ({ key, failures: 0, countedAt: now }));
  await tx.attemptCount.createMany({ data: rows, skipDuplicates: true });
  await tx.$queryRaw`SELECT key FROM attempt_count WHERE key = ANY(${keys}) ORDER BY key FOR UPDATE`;
  const found = await tx.attemptCount.findMany({ where: { key: { in: keys } } });
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.map((key) => {
    const row = byKey.get(key);
    return row === undefined
      ? NO_ATTEMPTS
      : {
          failures: row.failures,
          countedAt: row.countedAt.getTime(),
          blockedUntil: row.blockedUntil?.getTime() ?? null,
        };
  });
}

async function write(tx: Transaction, { key }: Counter, count: AttemptCount): Promise<void> {
  await tx.attemptCount.update({
    where: { key },
    data: {
      failures: count.failures,
      countedAt: new Date(count.countedAt),
      blockedUntil: count.blockedUntil === null ? null : new Date(count.blockedUntil),
    },
  });
}

/** Deletes expired counts. Skips locked rows. */
async function prune(now: Date): Promise<void> {
  const before = new Date(now.getTime() - STALE_MS);
  await db.$executeRaw`
    DELETE FROM attempt_count WHERE key IN (
      SELECT key FROM attempt_count WHERE counted_at < ${before} ORDER BY key LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
}

async function consume(counters: readonly Counter[], now: Date): Promise<Date | null> {
  await prune(now);
  return db.$transaction(async (tx) => {
    const counts = await lockedCounts(tx, counters, now);
    const until = blockedUntil(counts, now.getTime());
    if (until !== null) return new Date(until);
    for (const [index, counter] of counters.entries()) {
      await write(tx, counter, countAttempt(counts[index] ?? NO_ATTEMPTS, now.getTime(), LIMITS[counter.scope]));
    }
    return null;
  });
}

/**
 * Counts an attempt before the password is checked, so that concurrent attempts cannot pass together.
 * @returns null if the attempt is allowed; otherwise the retry time
 */
export function consumeAttempt(attempt: Attempt, now = new Date()): Promise<Date | null> {
  return consume(countersOf(attempt), now);
}

/** The same for what a visitor uploads, or requests as a file. */
export function consumeUpload(door: VisitorDoor, network: string, now = new Date()): Promise<Date | null> {
  return consume([counterOf("upload", door, network)], now);
}

/** Resets the counts after a correct password, for the attempt and earlier wrong ones from the same place. */
export async function resetAttempts(attempt: Attempt, now = new Date()): Promise<void> {
  const counters = countersOf(attempt);
  await db.$transaction(async (tx) => {
    const counts = await lockedCounts(tx, counters, now);
    for (const [index, counter] of counters.entries()) {
      const isOwn = counter.scope === "pair" || counter.scope === "device";
      const count = counts[index] ?? NO_ATTEMPTS;
      const forgiven = uncountAttempt(count, now.getTime(), LIMITS[counter.scope]);
      await write(tx, counter, isOwn ? { ...NO_ATTEMPTS, countedAt: now.getTime() } : forgiven);
    }
  });
}
