// The sessions of the user's own account: list and end them.
import "server-only";
import Bowser from "bowser";
import { hasEnded } from "@/lib/domain/accounts/session-life";
import { SESSION_LIMITS } from "@/lib/server/auth/session";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { SessionView } from "@/lib/views/account";

function deviceOf(userAgent: string | null): string | null {
  if (userAgent === null || userAgent === "") return null;
  const { browser, os } = Bowser.parse(userAgent);
  const named = [[browser.name, browser.version?.split(".")[0]].filter(Boolean).join(" "), os.name].filter(Boolean);
  return named.length === 0 ? null : named.join(", ");
}

/** Latest first. Empty for visitors. */
export async function listOwnSessions(
  { actor }: Context,
  currentId: string | null,
  now = new Date(),
): Promise<SessionView[]> {
  if (actor.kind !== "user") return [];
  const sessions = await db.session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: now }, user: { isDemo: false } },
    orderBy: { lastUsedAt: "desc" },
  });
  return sessions
    .filter((session) => !hasEnded(session, now, SESSION_LIMITS))
    .map(({ id, userAgent, ipAddress, createdAt, lastUsedAt }) => ({
      id,
      device: deviceOf(userAgent),
      address: ipAddress,
      signedInAt: createdAt,
      lastUsedAt,
      isCurrent: id === currentId,
    }));
}

/** Ends one of the user's own sessions. @returns the number of ended sessions: 0 for a session of another user */
export async function endOwnSession(id: string, { actor }: Context): Promise<number> {
  if (actor.kind !== "user") return 0;
  const { count } = await db.session.deleteMany({ where: { id, userId: actor.userId, user: { isDemo: false } } });
  return count;
}

/** Ends all of the user's sessions except the current one. */
export async function endOtherSessions(currentId: string, { actor }: Context): Promise<number> {
  if (actor.kind !== "user") return 0;
  const { count } = await db.session.deleteMany({
    where: { userId: actor.userId, NOT: { id: currentId }, user: { isDemo: false } },
  });
  return count;
}
