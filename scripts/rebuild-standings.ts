// Works out every target's standings anew: they follow from terms, approvals and rules, and a migration may have
// changed what they hold.
import { db } from "@/lib/server/db/client";
import { rebuildStandings } from "@/lib/server/targets/standings";

const BATCH = 500;

try {
  const targets = await db.target.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  for (let from = 0; from < targets.length; from += BATCH) {
    const ids = targets.slice(from, from + BATCH).map((target) => target.id);
    await db.$transaction((tx) => rebuildStandings(tx, ids), { timeout: 120_000 });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await db.$disconnect();
