// The session of a request. Expired and idle sessions are deleted on their next request.
import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { hasEnded, type SessionLimits } from "@/lib/domain/accounts/session-life";
import { auth } from "@/lib/server/auth/auth";
import { clientAddress } from "@/lib/server/auth/client-network";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?better-auth\.session_token=/;
/** The last use is stored with this precision, so that most requests write nothing. */
const NOTE_EVERY_MS = 60_000;

const MINUTE_MS = 60_000;
export const SESSION_LIMITS: SessionLimits = {
  idleMs: env.GUATU_SESSION_IDLE_MINUTES * MINUTE_MS,
  longestMs: env.GUATU_SESSION_HOURS * 60 * MINUTE_MS,
};

export interface CurrentSession {
  readonly id: string;
  readonly userId: string;
}

/** Null without a session, and for an expired one. Without a session cookie there is no query. */
export async function sessionOf(sent: Headers, now = new Date()): Promise<CurrentSession | null> {
  if (!SESSION_COOKIE.test(sent.get("cookie") ?? "")) return null;
  const found = await auth.api.getSession({ headers: sent });
  if (found === null) return null;
  const { id, userId, createdAt } = found.session;
  const lastUsedAt = found.session.lastUsedAt ?? createdAt;
  if (hasEnded({ createdAt, lastUsedAt }, now, SESSION_LIMITS)) {
    await db.session.deleteMany({ where: { id } });
    return null;
  }
  if (now.getTime() - lastUsedAt.getTime() >= NOTE_EVERY_MS) {
    const ipAddress = clientAddress(sent);
    await db.session.updateMany({ where: { id }, data: { lastUsedAt: now, ...(ipAddress && { ipAddress }) } });
  }
  return { id, userId };
}

/** The session of the current request. */
export const getSession = cache(async (): Promise<CurrentSession | null> => sessionOf(await headers()));
