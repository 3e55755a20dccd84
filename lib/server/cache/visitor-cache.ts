// What visitors read, kept until something changes. Every change is an event, so the last event's number is the
// version of all that they see.
import "server-only";
import { cache } from "react";
import type { Context } from "@/lib/server/context";
import { commitsHere, db } from "@/lib/server/db/client";
import { createReadCache } from "./read-cache";

/** A change made behind the app's back is seen after a minute at the latest. */
const CACHE_MS = 60_000;
const MAX_CACHED_READS = 64;

interface CachedRead {
  /** Null stands for "there is none", which is never kept. */
  readonly found: unknown;
}

const reads = createReadCache<CachedRead>({ max: MAX_CACHED_READS, ttl: CACHE_MS });

/** What another process has changed is seen so much later: the time asking would take is worth more to every reader. */
const VERSION_MS = 100;

let lastVersion = { sequence: "0", commits: -1, until: 0 };

/** The number of the last event, read again after every commit of this process. */
const getLastEventNumber = cache(async (): Promise<string> => {
  const [now, commits] = [performance.now(), commitsHere()];
  if (lastVersion.commits === commits && now < lastVersion.until) return lastVersion.sequence;
  // Before the visitors' reads, so in plain SQL: findFirst() takes more than twice as long.
  const [last] = await db.$queryRaw<{ sequence: string }[]>`
    SELECT sequence::text FROM event ORDER BY event.sequence DESC LIMIT 1`;
  // Under the commits counted before: one that came meanwhile is asked for again.
  lastVersion = { sequence: last?.sequence ?? "0", commits, until: now + VERSION_MS };
  return lastVersion.sequence;
});

/**
 * What `read` gives, from memory where a visitor has read it since the last event. Signed-in users always read from the database:
 * drafts and what else only they see are no events. The version is read before the data, so that nothing is ever kept
 * under a version older than itself for longer than that version lasts.
 * @param name of the read with all its arguments, beside the context.
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
