// Counts of lights, and changes of lights between two days: computed by the database, never row by row here.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { type Grouping, NO_GROUP } from "@/lib/domain/targets/groupings";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import type { CompletionSpread } from "@/lib/views/overview";
import { countedSql } from "./counted";
import { bareStandingsSql, STANDING_COLUMNS, type StandingRow, standingsSql, URGENCY } from "./list-query";
import { readableQuoteSql, readableSql } from "./readable";

export interface LightCount {
  /** The department's slug, the label's id, or the section as `source.key`; NO_GROUP for a target without one. */
  readonly key: string;
  readonly light: string;
  readonly freshness: string;
  readonly count: number;
}

/** The key of each group, and what a query of standings joins for it. */
function groupSql(by: Grouping, context: Context): { readonly key: Prisma.Sql; readonly join: Prisma.Sql } {
  switch (by) {
    case "department":
      return { key: Prisma.sql`d.slug`, join: Prisma.sql`JOIN department d ON d.id = s.owner_id` };
    case "section":
      return {
        key: Prisma.sql`coalesce(x.source_id || '.' || x.key, ${NO_GROUP})`,
        join: Prisma.sql`LEFT JOIN quote q ON q.id = t.quote_id AND ${readableQuoteSql(context)}
          LEFT JOIN source_section x ON x.id = q.section_id`,
      };
    default:
      return {
        key: Prisma.sql`coalesce(x.label_id::text, ${NO_GROUP})`,
        join: Prisma.sql`LEFT JOIN (SELECT y.target_id, y.label_id FROM target_label y JOIN label l ON l.id = y.label_id
          WHERE l.kind = ${by}) x ON x.target_id = t.id`,
      };
  }
}

/** The number of counted targets with each light and freshness, by group: a target in several counts in each. */
export async function countStandings(context: Context, by: Grouping = "department"): Promise<LightCount[]> {
  const { key, join } = groupSql(by, context);
  return db.$queryRaw<LightCount[]>`
    SELECT ${key} AS key, s.light, s.freshness, count(*)::int AS count
    FROM ${bareStandingsSql(context)} ${join}
    WHERE ${readableSql(context)} AND ${countedSql(context)}
    GROUP BY 1, s.light, s.freshness`;
}

interface CompletionRow {
  readonly count: number;
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
  readonly years: readonly number[] | null;
}

/** The years of the counted targets and how their completion is spread; null for no target with a completion. */
export async function getCompletionSpread(
  context: Context,
): Promise<{ readonly years: readonly number[]; readonly spread: CompletionSpread | null }> {
  const [row] = await db.$queryRaw<CompletionRow[]>`
    SELECT count(s.completion_ratio)::int AS count, min(s.completion_ratio)::float8 AS min,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY s.completion_ratio::float8) AS median,
      max(s.completion_ratio)::float8 AS max,
      array_agg(DISTINCT extract(year FROM s.start_on)::int ORDER BY extract(year FROM s.start_on)::int) AS years
    FROM ${bareStandingsSql(context)} WHERE ${readableSql(context)} AND ${countedSql(context)}`;
  const { count = 0, min = null, median = null, max = null, years = null } = row ?? {};
  const isKnown = min !== null && median !== null && max !== null;
  return { years: years ?? [], spread: isKnown ? { min, median, max, count } : null };
}

/** The median completion of the counted targets of each owner that has one, by slug. */
export async function getCompletions(context: Context): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ slug: string; median: number }[]>`
    SELECT d.slug, percentile_cont(0.5) WITHIN GROUP (ORDER BY s.completion_ratio::float8) AS median
    FROM ${standingsSql(context)}
    WHERE ${readableSql(context)} AND ${countedSql(context)} AND s.completion_ratio IS NOT NULL
    GROUP BY d.slug`;
  return new Map(rows.map(({ slug, median }) => [slug, median]));
}

export interface LightChangeRow extends StandingRow {
  readonly light_before: string;
  /** The total of changed targets. */
  readonly total: number;
}

/** Targets whose light differs from that of an earlier day, the most urgent first. */
export async function queryLightChanges(since: IsoDate, limit: number, context: Context): Promise<LightChangeRow[]> {
  const then = clockOn(since);
  return db.$queryRaw<LightChangeRow[]>`
    WITH changed AS MATERIALIZED (
      SELECT s.target_id, t.code, e.light AS light_before, ${URGENCY} AS sort_key, count(*) OVER ()::int AS total
      FROM ${bareStandingsSql(context)}
      JOIN standing_on(${then.today}::date, ${then.knownUntil}) e ON e.target_id = s.target_id
      WHERE e.light <> s.light AND ${readableSql(context)} AND ${countedSql(context)} AND ${readableSql({ ...context, clock: then })}
      ORDER BY sort_key, t.code
      LIMIT ${limit}
    )
    SELECT ${STANDING_COLUMNS}, changed.light_before, changed.sort_key, changed.total
    FROM changed, ${standingsSql(context)} WHERE s.target_id = changed.target_id
    ORDER BY sort_key, code`;
}

/** The light of every readable target on a day other than the context's, by code. */
export async function lightsOn(day: IsoDate, context: Context): Promise<Map<string, Light>> {
  const then = { ...context, clock: clockOn(day) };
  const lights = await db.$queryRaw<{ code: string; light: string }[]>`
    SELECT t.code, s.light FROM ${standingsSql(then)} WHERE ${readableSql(then)}`;
  return new Map(lights.map(({ code, light }) => [code, oneOf(LIGHTS, light)]));
}
