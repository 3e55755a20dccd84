// Recomputes every target's standings: they depend on terms, approvals and rules, and a migration may have changed the
// columns.
import "./one-line-faults";
import { db } from "@/lib/server/db/client";
import { rebuildAllStandings } from "@/lib/server/targets/standings";

try {
  await rebuildAllStandings();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await db.$disconnect();
