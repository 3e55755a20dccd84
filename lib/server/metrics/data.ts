// Reads of metrics: options for a new target, and administration.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { DIRECTIONS, METRIC_KINDS } from "@/lib/domain/targets/types";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { bilingual } from "@/lib/server/targets/rows";
import type { MetricDetail, MetricEntry, MetricInUse, MetricUse } from "@/lib/views/metric";

function entryOf({ key, name, nameEn, unit, unitEn, kind, direction }: Prisma.MetricGetPayload<object>): MetricEntry {
  return {
    key,
    name: bilingual(name, nameEn),
    unit,
    unitEn,
    kind: oneOf(METRIC_KINDS, kind),
    direction: oneOf(DIRECTIONS, direction),
  };
}

export async function listMetrics(): Promise<MetricEntry[]> {
  return (await db.metric.findMany({ orderBy: { name: "asc" } })).map(entryOf);
}

/** Null for all users except administrators. */
export async function listMetricsInUse({ actor }: Context): Promise<MetricInUse[] | null> {
  if (!can(actor, "administration", null)) return null;
  const records = await db.metric.findMany({
    orderBy: { name: "asc" },
    include: { _count: { select: { targets: { where: { parentId: null } } } } },
  });
  return records.map((record) => ({ ...entryOf(record), targets: record._count.targets }));
}

/** The metric is in use: one of its targets was issued or reported. */
const IN_FORCE: Prisma.TargetWhereInput = { OR: [{ state: { not: "draft" } }, { updates: { some: {} } }] };

export async function metricUse(tx: Transaction, metricId: string): Promise<MetricUse> {
  const targets = await tx.target.count({ where: { metricId } });
  const inForce = await tx.target.count({ where: { metricId, ...IN_FORCE } });
  return { targets, inForce, updates: await tx.update.count({ where: { target: { metricId } } }) };
}

/** Null if it does not exist, and for all users except administrators. */
export async function getMetric(key: string, { actor }: Context): Promise<MetricDetail | null> {
  if (!can(actor, "administration", null)) return null;
  const record = await db.metric.findUnique({ where: { key } });
  if (record === null) return null;
  return {
    ...entryOf(record),
    precision: record.precision,
    definition: bilingual(record.definition, record.definitionEn),
    dataSource: bilingual(record.dataSource, record.dataSourceEn),
    version: record.version,
    use: await db.$transaction((tx) => metricUse(tx, record.id)),
  };
}
