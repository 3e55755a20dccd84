// Sign-in with one click, for demo accounts only. Not reachable through a URL.
import "server-only";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

export const demoSignIn = {
  id: "demo-sign-in",
  endpoints: {
    signInDemo: createAuthEndpoint({ method: "POST", body: z.object({ userId: z.string() }) }, async (ctx) => {
      if (env.GUATU_MODE !== "demo") throw new APIError("FORBIDDEN");
      const account = await db.user.findFirst({ where: { id: ctx.body.userId, isDemo: true } });
      if (account === null) throw new APIError("FORBIDDEN");
      const session = await ctx.context.internalAdapter.createSession(account.id);
      await setSessionCookie(ctx, { session, user: account });
      return ctx.json({ userId: account.id });
    }),
  },
} satisfies BetterAuthPlugin;
