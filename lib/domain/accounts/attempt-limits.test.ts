import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ATTEMPT_LIMITS,
  type AttemptCount,
  type AttemptLimit,
  type AttemptScope,
  blockedUntil,
  countAttempt,
  delayAfter,
  failuresAt,
  NO_ATTEMPTS,
  uncountAttempt,
} from "./attempt-limits";

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const SCOPES = Object.keys(ATTEMPT_LIMITS) as AttemptScope[];

test("the delay after wrong passwords for one account from one network doubles up to an hour", () => {
  const seconds = [5, 6, 7, 8, 12, 13, 14, 100].map((n) => delayAfter(n, ATTEMPT_LIMITS.pair) / SECOND);
  expect(seconds).toEqual([0, 30, 60, 120, 1920, 3600, 3600, 3600]);
});

test("an account reached from many networks allows 30 wrong attempts, then delays by at most 15 minutes", () => {
  const seconds = [30, 31, 32, 35, 1000].map((n) => delayAfter(n, ATTEMPT_LIMITS.account) / SECOND);
  expect(seconds).toEqual([0, 60, 120, 900, 900]);
});

/** The number of accepted guesses within a day if the attacker retries as soon as it is allowed. */
function guessesPerDay(limit: AttemptLimit): number {
  let [count, now, guesses]: [AttemptCount, number, number] = [NO_ATTEMPTS, 0, 0];
  while (now < DAY) {
    count = countAttempt(count, now, limit);
    guesses += 1;
    now = count.blockedUntil ?? now;
  }
  return guesses;
}

test("limits the passwords that can be tried in a day", () => {
  expect(Object.fromEntries(SCOPES.map((scope) => [scope, guessesPerDay(ATTEMPT_LIMITS[scope])]))).toEqual({
    pair: 36,
    account: 130,
    network: 1491,
    device: 41,
  });
});

test("wrong attempts expire one by one", () => {
  const { pair } = ATTEMPT_LIMITS;
  const count: AttemptCount = { failures: 6, countedAt: 0, blockedUntil: null };
  expect([0, 0.5, 1, 6, 7].map((hours) => failuresAt(count, hours * 3600 * SECOND, pair))).toEqual([6, 5.5, 5, 0, 0]);
});

test("a successful attempt removes only itself from the count", () => {
  const { pair } = ATTEMPT_LIMITS;
  const before: AttemptCount = { failures: 7, countedAt: 10, blockedUntil: null };
  expect(uncountAttempt(countAttempt(before, 10, pair), 10, pair)).toEqual({ ...before, failures: 7 });
});

test("an accepted attempt never shortens the delay, and no delay exceeds the maximum", () => {
  const times = fc.array(fc.integer({ min: 0, max: 7200 * SECOND }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.constantFrom(...SCOPES), times, (scope, pauses) => {
      const limit = ATTEMPT_LIMITS[scope];
      let [count, now] = [NO_ATTEMPTS, 1];
      for (const pause of pauses) {
        now += pause;
        if (blockedUntil([count], now) !== null) continue;
        const next = countAttempt(count, now, limit);
        expect(next.failures).toBeGreaterThanOrEqual(1);
        expect((next.blockedUntil ?? now) - now).toBeLessThanOrEqual(limit.longestDelayMs);
        count = next;
      }
    }),
  );
});

test("the longest of several delays applies", () => {
  const until = (blocked: number | null): AttemptCount => ({ ...NO_ATTEMPTS, blockedUntil: blocked });
  expect(blockedUntil([until(null), until(50), until(90)], 60)).toBe(90);
  expect(blockedUntil([until(null), until(50)], 60)).toBeNull();
});
