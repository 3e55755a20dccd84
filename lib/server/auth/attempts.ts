// Guessing one account's password is slowed down, from wherever the guesses come: counted in the database.
import "server-only";
import { db } from "@/lib/server/db/client";

export const MAX_ATTEMPTS = 10;
const WINDOW_MS = 15 * 60 * 1000;

const keyOf = (email: string) => `password:${email.toLowerCase()}`;

/** Counts one more attempt on the account; false once there were too many within the window. */
export async function mayAttempt(email: string, now = Date.now()): Promise<boolean> {
  const key = keyOf(email);
  const rows = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit (id, key, count, last_request) VALUES (${key}, ${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_limit.last_request < ${now - WINDOW_MS} THEN 1 ELSE rate_limit.count + 1 END,
      last_request = CASE WHEN rate_limit.last_request < ${now - WINDOW_MS} THEN ${now} ELSE rate_limit.last_request END
    RETURNING count`;
  return (rows[0]?.count ?? 0) <= MAX_ATTEMPTS;
}

/** A right password forgives the wrong ones before. */
export async function forgetAttempts(email: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: keyOf(email) } });
}
