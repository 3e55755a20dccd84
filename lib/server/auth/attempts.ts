// Guessing is slowed down: attempts are counted in the database, per account and per network, wherever they come from.
import "server-only";
import { createHmac } from "node:crypto";
import {
  ATTEMPT_LIMITS,
  type AttemptCount,
  type AttemptScope,
  blockedUntil,
  countAttempt,
  NO_ATTEMPTS,
  uncountAttempt,
} from "@/lib/domain/accounts/attempt-limits";
import { db, type Transaction } from "@/lib/server/db/client";
import { env, sessionSecret } from "@/lib/server/env";

/** What can be guessed, or asked for too often. */
type AttemptDoor = "password" | "reset";

export interface Attempt {
  readonly door: AttemptDoor;
  /** The e-mail address as it was typed, of an account or not: both are treated alike. */
  readonly email: string;
  readonly network: string;
  /** The browser's own secret where it has signed in to this account before. */
  readonly device: string | null;
}

/** So many rows there are at most, whatever addresses are invented. Nobody can aim at a slot without our secret. */
const SLOTS: Readonly<Record<AttemptScope, number>> = {
  pair: 65_536,
  account: 16_384,
  network: 16_384,
  device: 16_384,
};
const STALE_MS = 2 * 24 * 60 * 60 * 1000;

interface Counter {
  readonly scope: AttemptScope;
  readonly key: string;
}

function counterOf(scope: AttemptScope, door: AttemptDoor, ...values: readonly string[]): Counter {
  const digest = createHmac("sha256", sessionSecret(env))
    .update(JSON.stringify(["attempt", door, scope, ...values]))
    .digest();
  return { scope, key: `${door} ${scope} ${digest.readUInt32BE(0) % SLOTS[scope]}` };
}

/** In the order in which rows are locked. */
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

/** Counts that nothing refers to any more. Rows that are being counted right now are skipped. */
async function prune(now: Date): Promise<void> {
  const before = new Date(now.getTime() - STALE_MS);
  await db.$executeRaw`
    DELETE FROM attempt_count WHERE key IN (
      SELECT key FROM attempt_count WHERE counted_at < ${before} ORDER BY key LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
}

/**
 * Counts one more attempt before it is looked at, so that guesses sent at once cannot pass together.
 * @returns null when it may go on; otherwise the moment from which the next one is accepted
 */
export async function consumeAttempt(attempt: Attempt, now = new Date()): Promise<Date | null> {
  await prune(now);
  const counters = countersOf(attempt);
  return db.$transaction(async (tx) => {
    const counts = await lockedCounts(tx, counters, now);
    const until = blockedUntil(counts, now.getTime());
    if (until !== null) return new Date(until);
    for (const [index, counter] of counters.entries()) {
      await write(
        tx,
        counter,
        countAttempt(counts[index] ?? NO_ATTEMPTS, now.getTime(), ATTEMPT_LIMITS[counter.scope]),
      );
    }
    return null;
  });
}

/** The attempt was right: it no longer counts, and the wrong ones before it from the same place are forgotten. */
export async function resetAttempts(attempt: Attempt, now = new Date()): Promise<void> {
  const counters = countersOf(attempt);
  await db.$transaction(async (tx) => {
    const counts = await lockedCounts(tx, counters, now);
    for (const [index, counter] of counters.entries()) {
      const isOwn = counter.scope === "pair" || counter.scope === "device";
      const count = counts[index] ?? NO_ATTEMPTS;
      const forgiven = uncountAttempt(count, now.getTime(), ATTEMPT_LIMITS[counter.scope]);
      await write(tx, counter, isOwn ? { ...NO_ATTEMPTS, countedAt: now.getTime() } : forgiven);
    }
  });
}
