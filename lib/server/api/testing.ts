// For integration tests of route handlers: the page's commitments with the sample year.
import { db } from "@/lib/server/db/client";
import { loadCommitments } from "@/prisma/seed/commitments";
import { loadSampleProgress } from "@/prisma/seed/sample-progress";

export async function loadSampleYear(): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await loadCommitments(tx);
      await loadSampleProgress(tx);
    },
    { timeout: 100_000 },
  );
}
