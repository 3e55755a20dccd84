// A metric over the years: its targets with baseline, figure and final or latest value.
import "server-only";
import { cache } from "react";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { rowsOf } from "@/lib/server/targets/data";
import { conditionsSql, STANDING_COLUMNS, type StandingRow, standingsSql } from "@/lib/server/targets/list-query";
import type { MetricYears } from "@/lib/views/metric";

/** The latest years come first when a metric has more targets. */
const LISTED = 200;

/** Null if it does not exist, and for actors who may read none of its targets. A split target counts once. */
export async function getMetricYears(key: string, context: Context): Promise<MetricYears | null> {
  const found = await db.$queryRaw<(StandingRow & { readonly total: number })[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key, count(*) OVER ()::int AS total FROM ${standingsSql(context)}
    WHERE t.metric_id = (SELECT m.id FROM metric m WHERE m.key = ${key}) AND ${conditionsSql(NO_FILTERS, context)}
    ORDER BY s.due_on DESC, t.code DESC LIMIT ${LISTED}`;
  const rows = await rowsOf(found.toReversed(), context);
  const latest = rows.at(-1);
  if (latest === undefined) return null;
  return {
    metric: { ...latest.metric, direction: latest.terms.direction },
    targets: { total: found[0]?.total ?? 0, shown: rows },
  };
}

/** The same for pages: read once per request, and cached for visitors until the next event. */
export const getCachedMetricYears = cache(
  (key: string, context: Context): Promise<MetricYears | null> =>
    cachedForVisitors(`metric ${key}`, context, () => getMetricYears(key, context)),
);
