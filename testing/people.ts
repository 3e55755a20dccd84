// Contexts for integration tests: a demo account on a day, over the page's commitments.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { ensureDemoUsers } from "@/lib/server/auth/demo-users";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { Result } from "@/lib/server/mutation";
import { loadCommitments } from "@/prisma/seed/commitments";
import { loadSaved } from "@/testing/saved-rows";

/** The page's commitments and the demo accounts, without sample progress. */
export async function loadPageAndPeople(): Promise<void> {
  await loadSaved("page-and-people", async (tx) => {
    await loadCommitments(tx);
    await ensureDemoUsers(tx);
  });
}

export async function as(userId: string, day = "2023-09-30"): Promise<Context> {
  const actor = await getActorOfUser(userId, isoDate(day));
  if (actor === null) throw new Error(`no such user: ${userId}`);
  return { actor, clock: clockOn(isoDate(day)) };
}

/** The value of a successful write; throws if it failed. */
export function done<T>(outcome: Result<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}
