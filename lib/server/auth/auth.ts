// Sign-in: better-auth with its own tables in our database. Accounts are made by an administrator, never by sign-up.
import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { z } from "zod";
import { forgetAttempts, mayAttempt } from "@/lib/server/auth/attempts";
import { demoSignIn } from "@/lib/server/auth/demo-sign-in";
import { db } from "@/lib/server/db/client";
import { env, sessionSecret } from "@/lib/server/env";
import { ADDRESS } from "@/lib/server/origin";

const PASSWORD_PATH = "/sign-in/email";

/** Browsers drop secure cookies on plain http, which demo mode and an http address are served by. */
const useSecureCookies =
  env.GUATU_URL === undefined ? env.GUATU_MODE === "production" : env.GUATU_URL.startsWith("https:");

/** Where no address is set, the one the request came to. */
const ownOrigin = async (request?: Request) =>
  env.GUATU_URL === undefined && request !== undefined ? [new URL(request.url).origin] : [];

/** The account whose password is asked for, however the request came. */
const emailOf = (body: unknown) => {
  const parsed = z.object({ email: z.string().max(254) }).safeParse(body);
  return parsed.success ? parsed.data.email : null;
};

/** Guesses are counted before the password is looked at, and forgotten once it was right. */
const countGuess = createAuthMiddleware(async ({ path, body }) => {
  const email = path === PASSWORD_PATH ? emailOf(body) : null;
  if (email !== null && !(await mayAttempt(email))) throw new APIError("TOO_MANY_REQUESTS");
});
const forgetGuesses = createAuthMiddleware(async ({ path, body, context }) => {
  const email = path === PASSWORD_PATH && context.newSession ? emailOf(body) : null;
  if (email !== null) await forgetAttempts(email);
});

/** Who was disabled gets no session, whatever the password. */
async function assertEnabled(userId: string): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  if (user?.disabledAt) throw new APIError("FORBIDDEN");
}

export const auth = betterAuth({
  appName: "Guatu",
  secret: sessionSecret(env),
  baseURL: ADDRESS,
  trustedOrigins: ownOrigin,
  database: prismaAdapter(db, { provider: "postgresql", transaction: false }),
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
  rateLimit: { enabled: true, storage: "database", window: 60, max: 60 },
  hooks: { before: countGuess, after: forgetGuesses },
  databaseHooks: { session: { create: { before: ({ userId }) => assertEnabled(userId) } } },
  advanced: { useSecureCookies },
  telemetry: { enabled: false },
  plugins: [demoSignIn, nextCookies()],
});
