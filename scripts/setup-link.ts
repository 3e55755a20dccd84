// Prints the one-time link that makes production's first administrator; nothing when there is one already.
import { createSetupToken } from "@/lib/server/auth/first-administrator";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

/** The link, or null when there is an administrator already. */
async function createSetupLink(): Promise<string | null> {
  const token = await createSetupToken();
  const base = env.GUATU_URL ?? `http://localhost:${env.PORT}`;
  return token === null ? null : new URL(`/setup?token=${token}`, base).href;
}

const link = await createSetupLink();
if (link !== null) console.log(link);
await db.$disconnect();
