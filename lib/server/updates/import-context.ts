// What the database knows, for the recogniser of tables on the command line: open departments and targets in force.
import "server-only";
import type { ImportContext } from "@/lib/imports/tasks/context";
import type { Clock } from "@/lib/server/clock";
import { inBatches } from "@/lib/server/db/batches";
import { db } from "@/lib/server/db/client";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import { toKnownTarget } from "./known-target";
import { getReportTargets } from "./report-target";

export async function getImportContext(clock: Clock): Promise<ImportContext> {
  const ids = await db.target.findMany({
    where: { state: { in: ["issued", "received"] }, rollUp: null },
    select: { id: true },
    orderBy: { code: "asc" },
  });
  const targets = await inBatches(ids, async (batch) => {
    const found = await getReportTargets(
      db,
      batch.map(({ id }) => id),
      clock,
    );
    return [...found.values()].map(toKnownTarget);
  });
  return { today: clock.today, departments: await listNamedDepartments(db), targets };
}
