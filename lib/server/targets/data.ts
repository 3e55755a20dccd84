// Reads of targets: filtered lists and single targets.
import "server-only";
import { NO_FILTERS, type TargetFilters } from "@/lib/schemas/target-list";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { inBatches } from "@/lib/server/db/batches";
import { db } from "@/lib/server/db/client";
import { dayOrNull, decimalOrNull } from "@/lib/server/db/columns";
import { whereApprovedAt } from "@/lib/server/updates/state-at";
import type { TargetRow } from "@/lib/views/target";
import { countTargets, encodeCursor, queryStandings, type StandingRow, type TargetCounts } from "./list-query";
import { readResponsibilities } from "./responsibility";
import { addPeers, TARGET_ROW, toTargetRow } from "./rows";

export interface TargetList extends TargetCounts {
  readonly rows: TargetRow[];
  readonly nextCursor: string | null;
}

/** The reported history of the rank targets on a page, in one query. */
async function readCourses(ids: string[], { clock }: Context): Promise<Map<string, TargetRow["course"][number][]>> {
  const courses = new Map<string, TargetRow["course"][number][]>();
  if (ids.length === 0) return courses;
  const updates = await db.update.findMany({
    where: { targetId: { in: ids }, ...whereApprovedAt(clock.knownUntil) },
    orderBy: { asOf: "asc" },
    select: { targetId: true, asOf: true, value: true, peers: true },
  });
  for (const update of updates) {
    const asOf = dayOrNull(update.asOf);
    if (asOf === null) continue;
    courses.set(update.targetId, [
      ...(courses.get(update.targetId) ?? []),
      { asOf, value: decimalOrNull(update.value), peers: update.peers },
    ]);
  }
  return courses;
}

/** The rows of these standings, in the same order. */
export function rowsOf(standings: readonly StandingRow[], context: Context): Promise<TargetRow[]> {
  return inBatches(standings, (batch) => readPage(batch, context));
}

async function readPage(standings: readonly StandingRow[], context: Context): Promise<TargetRow[]> {
  const records = await db.target.findMany({
    where: { id: { in: standings.map((standing) => standing.target_id) } },
    include: TARGET_ROW,
  });
  const byId = new Map(records.map((record) => [record.id, record]));
  const batch = standings.flatMap((standing) => {
    const record = byId.get(standing.target_id);
    return record === undefined ? [] : [{ ...record, standing, owner: { slug: standing.owner_slug } }];
  });
  const rows = (await readResponsibilities(batch, context.clock.knownUntil)).map(([record, responsibility]) => ({
    ...responsibility,
    // With the owner's name from the standing.
    ...toTargetRow(record, record.standing, context),
  }));
  const ranks = rows.filter((row) => row.metric.kind === "rank").map((row) => row.id);
  const courses = await readCourses(ranks, context);
  return rows.map((row) => {
    const course = courses.get(row.id) ?? [];
    return { ...row, course, standing: addPeers(row.standing, course) };
  });
}

/** The matching targets that the actor may read, as known on the context's day. */
export async function listTargets(filters: Partial<TargetFilters>, context: Context): Promise<TargetList> {
  const withDefaults = { ...NO_FILTERS, ...filters };
  const [found, counts] = await Promise.all([
    queryStandings(withDefaults, context),
    countTargets(withDefaults, context),
  ]);
  const page = withDefaults.limit === null ? found : found.slice(0, withDefaults.limit);
  const last = page.at(-1);
  return {
    rows: await rowsOf(page, context),
    ...counts,
    nextCursor: found.length > page.length && last !== undefined ? encodeCursor(last) : null,
  };
}

export function listCachedTargets(filters: TargetFilters, context: Context): Promise<TargetList> {
  return cachedForVisitors(`targets ${JSON.stringify(filters)}`, context, () => listTargets(filters, context));
}
