// Sign-in: better-auth with its tables in our database. Administrators create accounts; there is no sign-up.
import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { z } from "zod";
import { PASSWORD_LENGTH } from "@/lib/domain/accounts/password-rule";
import { type Attempt, consumeAttempt, resetAttempts } from "@/lib/server/auth/attempts";
import { clientNetwork } from "@/lib/server/auth/client-network";
import { demoSignIn } from "@/lib/server/auth/demo-sign-in";
import { DEVICE_COOKIE, DEVICE_COOKIE_SECONDS, knownDevice, rememberDevice } from "@/lib/server/auth/known-devices";
import { db } from "@/lib/server/db/client";
import { env, sessionSecret } from "@/lib/server/env";
import { ADDRESS } from "@/lib/server/origin";

const PASSWORD_PATH = "/sign-in/email";

/** Browsers drop secure cookies on plain HTTP, which demo mode and http:// URLs use. */
const useSecureCookies =
  env.GUATU_URL === undefined ? env.GUATU_MODE === "production" : env.GUATU_URL.startsWith("https:");

export const DEVICE_COOKIE_OPTIONS = {
  httpOnly: true,
  secure: useSecureCookies,
  sameSite: "lax",
  path: "/",
  maxAge: DEVICE_COOKIE_SECONDS,
} as const;

/** Without a configured URL, the URL of the request. */
const ownOrigin = async (request?: Request) =>
  env.GUATU_URL === undefined && request !== undefined ? [new URL(request.url).origin] : [];

/** The account of a sign-in attempt, for both entry points. */
const emailOf = (body: unknown) => {
  const parsed = z.object({ email: z.string().max(254) }).safeParse(body);
  return parsed.success ? parsed.data.email : null;
};

interface SignInRequest {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Headers | undefined;
  readonly getCookie: (name: string) => string | null | undefined;
}

/** Used by the form and the API. */
function attemptOf({ path, body, headers, getCookie }: SignInRequest): Attempt | null {
  const email = path === PASSWORD_PATH ? emailOf(body) : null;
  if (email === null) return null;
  const device = knownDevice(getCookie(DEVICE_COOKIE), email);
  return { door: "password", email, network: clientNetwork(headers ?? new Headers()), device };
}

/** Attempts are counted before the password is checked. */
const countAttempt = createAuthMiddleware(async (request) => {
  const attempt = attemptOf(request);
  const retryAt = attempt && (await consumeAttempt(attempt));
  if (retryAt === null) return;
  const seconds = Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 1000));
  const message = `Too many attempts. Try again after ${retryAt.toISOString()}.`;
  const body = { code: "TOO_MANY_ATTEMPTS", message, retryAt: retryAt.toISOString() };
  throw new APIError("TOO_MANY_REQUESTS", body, { "retry-after": String(seconds) });
});

/** A correct password resets the count, and the browser becomes a known device. */
const welcome = createAuthMiddleware(async (request) => {
  const attempt = request.context.newSession ? attemptOf(request) : null;
  if (attempt === null) return;
  await resetAttempts(attempt);
  const cookie = rememberDevice(request.getCookie(DEVICE_COOKIE), attempt.email);
  request.setCookie(DEVICE_COOKIE, cookie, DEVICE_COOKIE_OPTIONS);
});

/** Disabled users get no session. Expired sessions are deleted. */
async function assertEnabled(userId: string): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  const user = await db.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  if (user?.disabledAt) throw new APIError("FORBIDDEN");
}

/** Kept on the account, because a session is deleted when it ends. */
async function noteSignIn(userId: string, at: Date): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { lastSignedInAt: at } });
}

export const auth = betterAuth({
  appName: "Guatu",
  secret: sessionSecret(env),
  baseURL: ADDRESS,
  trustedOrigins: ownOrigin,
  database: prismaAdapter(db, { provider: "postgresql", transaction: false }),
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_LENGTH.min },
  // The cookie lasts for the maximum session time; lib/server/auth/session.ts ends idle sessions.
  session: {
    expiresIn: env.GUATU_SESSION_HOURS * 60 * 60,
    disableSessionRefresh: true,
    additionalFields: { lastUsedAt: { type: "date", required: false, input: false, defaultValue: () => new Date() } },
  },
  // We use separate limits: the library counts by address only and resets within a minute.
  rateLimit: { enabled: false },
  hooks: { before: countAttempt, after: welcome },
  databaseHooks: {
    session: {
      create: {
        before: ({ userId }) => assertEnabled(userId),
        after: ({ userId, createdAt }) => noteSignIn(userId, createdAt),
      },
    },
  },
  advanced: { useSecureCookies },
  telemetry: { enabled: false },
  logger: { level: "error" },
  plugins: [demoSignIn, nextCookies()],
});
