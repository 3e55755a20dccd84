// The cache of what visitors read. Every change is an event, so the number of the last event is the version of
// everything that visitors see.
import "server-only";
import { cache } from "react";
import type { Context } from "@/lib/server/context";
import { commitsHere, db } from "@/lib/server/db/client";
import { createReadCache } from "./read-cache";

/** A change made outside the app is visible after a minute at most. */
const CACHE_MS = 60_000;
const MAX_CACHED_READS = 64;

interface CachedRead {
  /** Null stands for "there is none", which is never cached. */
  readonly found: unknown;
}

const reads = createReadCache<CachedRead>({ max: MAX_CACHED_READS, ttl: CACHE_MS });

/** The delay until changes of other processes are visible; it saves every reader a query. */
const VERSION_MS = 100;

let lastVersion = { sequence: "0", commits: -1, until: 0 };

/** The number of the last event; read again after every commit of this process. */
const getLastEventNumber = cache(async (): Promise<string> => {
  const [now, commits] = [performance.now(), commitsHere()];
  if (lastVersion.commits === commits && now < lastVersion.until) return lastVersion.sequence;
  // Runs before every visitor read, so in plain SQL: findFirst() takes more than twice as long.
  const [last] = await db.$queryRaw<{ sequence: string }[]>`
    SELECT sequence::text FROM event ORDER BY event.sequence DESC LIMIT 1`;
  // Stored under the commits counted before the query: a commit during the query causes another query.
  lastVersion = { sequence: last?.sequence ?? "0", commits, until: now + VERSION_MS };
  return lastVersion.sequence;
});

/**
 * The result of `read`, cached for visitors until the next event. Signed-in users always read from the database: drafts
 * and other data that only they see have no events. The version is read before the data, so a result is never cached
 * under a version older than itself for longer than that version lasts.
 * @param name of the read with all its arguments, without the context.
 */
export async function cachedForVisitors<T>(
  name: string,
  { actor, clock }: Context,
  read: () => Promise<T>,
): Promise<T> {
  if (actor.kind !== "visitor") return read();
  const version = await getLastEventNumber().catch(() => null);
  if (version === null) return read();
  const entry = await reads(`${version} ${clock.today} ${name}`, async () => {
    const found = await read();
    return found === null ? null : { found };
  });
  return (entry === null ? null : entry.found) as T;
}
