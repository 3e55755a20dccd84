// What visitors read, kept until something changes. Every change is an event, so the last event's number is the
// version of all that they see.
import "server-only";
import { cache } from "react";
import { createReadCache } from "@/lib/server/cache/read-cache";
import type { Context } from "@/lib/server/context";
import { commitsHere, db } from "@/lib/server/db/client";

/** A change made behind the app's back is seen after a minute at the latest. */
const KEPT_MS = 60_000;
const KEPT_READS = 64;

interface Kept {
  /** Null stands for "there is none", which is never kept. */
  readonly found: unknown;
}

const reads = createReadCache<Kept>({ max: KEPT_READS, ttl: KEPT_MS });

/** What another process has changed is seen so much later: the time asking would take is worth more to every reader. */
const BELIEVED_MS = 100;

let believed = { sequence: "0", commits: -1, until: 0 };

/** The number of the last event, asked anew after every change of this process. */
const lastEvent = cache(async (): Promise<string> => {
  const [now, commits] = [performance.now(), commitsHere()];
  if (believed.commits === commits && now < believed.until) return believed.sequence;
  // Before the visitors' reads, so in plain SQL: findFirst() takes more than twice as long.
  const [last] = await db.$queryRaw<{ sequence: string }[]>`
    SELECT sequence::text FROM event ORDER BY event.sequence DESC LIMIT 1`;
  // Under the commits counted before: one that came meanwhile is asked for again.
  believed = { sequence: last?.sequence ?? "0", commits, until: now + BELIEVED_MS };
  return believed.sequence;
});

/**
 * What `read` gives, from memory where a visitor has read it since the last event. Who is signed in always reads anew:
 * drafts and what else only they see are no events. The version is read before the data, so that nothing is ever kept
 * under a version older than itself for longer than that version lasts.
 * @param name of the read with all its arguments, beside the context.
 */
export async function kept<T>(name: string, { actor, clock }: Context, read: () => Promise<T>): Promise<T> {
  if (actor.kind !== "visitor") return read();
  const version = await lastEvent().catch(() => null);
  if (version === null) return read();
  const entry = await reads(`${version} ${clock.today} ${name}`, async () => {
    const found = await read();
    return found === null ? null : { found };
  });
  return (entry === null ? null : entry.found) as T;
}
