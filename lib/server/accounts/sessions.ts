// The sessions of one's own account: where one is signed in, and ending that.
import "server-only";
import Bowser from "bowser";
import { hasEnded } from "@/lib/domain/accounts/session-life";
import { SESSION_LIMITS } from "@/lib/server/auth/session";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";

export interface SessionView {
  readonly id: string;
  /** Browser and system as the browser names itself; null for programs. */
  readonly device: string | null;
  readonly address: string | null;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
  readonly isCurrent: boolean;
}

function deviceOf(userAgent: string | null): string | null {
  if (userAgent === null || userAgent === "") return null;
  const { browser, os } = Bowser.parse(userAgent);
  const named = [[browser.name, browser.version?.split(".")[0]].filter(Boolean).join(" "), os.name].filter(Boolean);
  return named.length === 0 ? null : named.join(", ");
}

/** The latest first. Empty for visitors. */
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

/** Ends one of one's own sessions. @returns how many were ended: none where it is not one's own */
export async function endOwnSession(id: string, { actor }: Context): Promise<number> {
  if (actor.kind !== "user") return 0;
  const { count } = await db.session.deleteMany({ where: { id, userId: actor.userId, user: { isDemo: false } } });
  return count;
}

/** Ends all of one's own sessions but the current one. */
export async function endOtherSessions(currentId: string, { actor }: Context): Promise<number> {
  if (actor.kind !== "user") return 0;
  const { count } = await db.session.deleteMany({
    where: { userId: actor.userId, NOT: { id: currentId }, user: { isDemo: false } },
  });
  return count;
}
