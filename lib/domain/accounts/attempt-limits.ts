// Rate limits for sign-in: wrong attempts are counted, and beyond a limit each one adds a growing delay.

export interface AttemptLimit {
  /** Wrong attempts without a delay. */
  readonly freeAttempts: number;
  /** The delay after the first attempt beyond them; it doubles with each further attempt. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** The time after which one wrong attempt expires. */
  readonly forgetOneAfterMs: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * What is counted for an attempt on an account.
 * - `pair`: this account from this network.
 * - `account`: this account from anywhere. It needs more attempts, so that a stranger cannot lock the owner out alone.
 * - `network`: any account from this network. An office may share one address, so it allows many and forgets quickly.
 * - `device`: this account from a browser that has signed in to it before. Only this limit applies there: the guesses
 *   of others never delay the owner on a known device.
 */
export const ATTEMPT_LIMITS = {
  pair: { freeAttempts: 5, firstDelayMs: 30 * SECOND, longestDelayMs: HOUR, forgetOneAfterMs: HOUR },
  account: { freeAttempts: 30, firstDelayMs: MINUTE, longestDelayMs: 15 * MINUTE, forgetOneAfterMs: 15 * MINUTE },
  network: { freeAttempts: 50, firstDelayMs: 30 * SECOND, longestDelayMs: 15 * MINUTE, forgetOneAfterMs: MINUTE },
  device: { freeAttempts: 10, firstDelayMs: 30 * SECOND, longestDelayMs: HOUR, forgetOneAfterMs: HOUR },
} as const satisfies Readonly<Record<string, AttemptLimit>>;
export type AttemptScope = keyof typeof ATTEMPT_LIMITS;

/** Uploads of visitors to the demo, or files that they request, from one network. Each counts, also a rejected one. */
export const UPLOAD_LIMIT: AttemptLimit = {
  freeAttempts: 20,
  firstDelayMs: 30 * SECOND,
  longestDelayMs: 15 * MINUTE,
  forgetOneAfterMs: MINUTE,
};

export interface AttemptCount {
  /** Wrong attempts that count at `countedAt`; a fraction, because they expire gradually. */
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly countedAt: number;
  /** No attempt is accepted before this moment; null when none is rejected. */
  readonly blockedUntil: number | null;
}

export const NO_ATTEMPTS: AttemptCount = { failures: 0, countedAt: 0, blockedUntil: null };

/** The delay before the next attempt, in milliseconds, after this many wrong ones. */
export function delayAfter(failures: number, limit: AttemptLimit): number {
  const beyond = Math.ceil(failures) - limit.freeAttempts;
  return beyond <= 0 ? 0 : Math.min(limit.longestDelayMs, limit.firstDelayMs * 2 ** (beyond - 1));
}

/** The wrong attempts that count at `now`. */
export function failuresAt(count: AttemptCount, now: number, limit: AttemptLimit): number {
  const forgotten = Math.max(0, now - count.countedAt) / limit.forgetOneAfterMs;
  return Math.max(0, count.failures - forgotten);
}

/** Counts an attempt as wrong until uncountAttempt() corrects it. */
export function countAttempt(count: AttemptCount, now: number, limit: AttemptLimit): AttemptCount {
  const failures = failuresAt(count, now, limit) + 1;
  const delay = delayAfter(failures, limit);
  return { failures, countedAt: now, blockedUntil: delay === 0 ? null : now + delay };
}

/** Removes a successful attempt from the count, with the delay it caused. */
export function uncountAttempt(count: AttemptCount, now: number, limit: AttemptLimit): AttemptCount {
  return { failures: Math.max(0, failuresAt(count, now, limit) - 1), countedAt: now, blockedUntil: null };
}

/** The moment from which an attempt is accepted; null when it is accepted now. */
export function blockedUntil(counts: readonly AttemptCount[], now: number): number | null {
  const latest = Math.max(0, ...counts.map((count) => count.blockedUntil ?? 0));
  return latest > now ? latest : null;
}
