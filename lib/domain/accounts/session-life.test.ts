import { expect, test } from "vitest";
import { hasEnded } from "./session-life";

const HOUR = 60 * 60 * 1000;
const LIMITS = { idleMs: 2 * HOUR, longestMs: 12 * HOUR };
const at = (hours: number) => new Date(Date.UTC(2026, 0, 5) + hours * HOUR);

test.each([
  // signed in, last used, now
  [0, 0, 1.99, false],
  [0, 0, 2, true],
  [0, 5, 6.99, false],
  [0, 5, 7, true],
  [0, 11.9, 11.99, false],
  [0, 11.9, 12, true],
])("created at %s h, last used at %s h: at %s h expired is %s", (created, used, now, ended) => {
  expect(hasEnded({ createdAt: at(created), lastUsedAt: at(used) }, at(now), LIMITS)).toBe(ended);
});
