// Loads the page's commitments into an empty database, in demo mode with the sample year. A second run does nothing.
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { appendEvent } from "@/lib/server/events/append";
import { recordChainHead } from "@/lib/server/events/chain-heads";
import { loadCommitments } from "@/prisma/seed/commitments";
import { loadSampleProgress } from "@/prisma/seed/sample-progress";
import { seedSource } from "@/prisma/seed-data/page";

async function load(): Promise<string> {
  if ((await db.source.count({ where: { id: seedSource.key } })) > 0) return "commitments are already loaded";
  return db.$transaction(
    async (tx) => {
      const targets = await loadCommitments(tx);
      const updates = env.GUATU_MODE === "demo" ? await loadSampleProgress(tx) : 0;
      await appendEvent(tx, {
        at: new Date(),
        actorId: null,
        action: "source.loaded",
        entity: "source",
        entityId: seedSource.key,
        before: null,
        after: { targets, updates },
      });
      return `loaded ${targets} targets and ${updates} sample updates`;
    },
    { timeout: 120_000 },
  );
}

console.log(await load());
await recordChainHead();
await db.$disconnect();
