// Prints the one-time link that creates production's first administrator; nothing if there is one already.
import "./one-line-faults";
import { createSetupToken } from "@/lib/server/auth/first-administrator";
import { db } from "@/lib/server/db/client";
import { ADDRESS } from "@/lib/server/origin";

/** The link, or null if there is an administrator already. */
async function createSetupLink(): Promise<string | null> {
  const token = await createSetupToken();
  return token === null ? null : `${ADDRESS}/setup?token=${token}`;
}

const link = await createSetupLink();
if (link !== null) console.log(link);
await db.$disconnect();
