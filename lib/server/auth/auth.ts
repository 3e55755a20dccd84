// Sign-in: better-auth with its own tables in our database. Accounts are made by an administrator, never by sign-up.
import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { demoSignIn } from "@/lib/server/auth/demo-sign-in";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

/** Browsers drop secure cookies on plain http, which demo mode and an http address are served by. */
const useSecureCookies =
  env.GUATU_URL === undefined ? env.GUATU_MODE === "production" : env.GUATU_URL.startsWith("https:");

/** Where no address is set, the one the request came to. */
const ownOrigin = async (request?: Request) =>
  env.GUATU_URL === undefined && request !== undefined ? [new URL(request.url).origin] : [];

export const auth = betterAuth({
  appName: "Guatu",
  secret: env.SECRET,
  baseURL: env.GUATU_URL ?? `http://localhost:${env.PORT}`,
  trustedOrigins: ownOrigin,
  database: prismaAdapter(db, { provider: "postgresql", transaction: false }),
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
  rateLimit: { enabled: true, storage: "database", window: 60, max: 60 },
  advanced: { useSecureCookies },
  telemetry: { enabled: false },
  plugins: [demoSignIn, nextCookies()],
});
