// For integration tests of route handlers: the page's commitments with the sample year.

import { PRESET_RULES } from "@/lib/domain/targets/rule-sets";
import { db } from "@/lib/server/db/client";
import { loadCommitments } from "@/prisma/seed/commitments";
import { loadSampleProgress } from "@/prisma/seed/sample-progress";

export async function loadSampleYear(): Promise<void> {
  const data = PRESET_RULES.map((rules) => ({ ...rules, inForce: rules.key === "default" }));
  await db.$transaction(
    async (tx) => {
      await tx.ruleSet.createMany({ data });
      await loadCommitments(tx);
      await loadSampleProgress(tx);
    },
    { timeout: 100_000 },
  );
}
