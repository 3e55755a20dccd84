// The query behind every list of targets: filters, order, total.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LABEL_KINDS, type LabelKind } from "@/lib/domain/targets/labels";
import type { TargetFilters, TargetSort } from "@/lib/schemas/target-list";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { countedSql } from "./counted";
import { dueDaysSql, mayFallDueSql } from "./due-days";
import { labelledWith, labelPlaceSql, quotedFrom } from "./group-sql";
import { readableSql } from "./readable";
import { foundSql } from "./search-sql";
import { stateSql } from "./state-sql";

/** A row of standing_on() with the number by which it was sorted. */
export interface StandingRow {
  readonly target_id: string;
  readonly code: string;
  readonly owner_slug: string;
  /** The owner's name at that time. */
  readonly owner_name: string;
  readonly owner_name_en: string;
  readonly update_id: string | null;
  readonly value: Prisma.Decimal | null;
  readonly as_of: Date | null;
  readonly sample: boolean;
  readonly completion_ratio: Prisma.Decimal | null;
  readonly expected_ratio: Prisma.Decimal | null;
  readonly gap_points: Prisma.Decimal | null;
  readonly gap_value: Prisma.Decimal | null;
  readonly judged_value: Prisma.Decimal | null;
  readonly reason: string | null;
  readonly met: boolean | null;
  readonly adjusted: boolean;
  readonly light: string;
  readonly freshness: string;
  readonly next_report_opens_on: Date | null;
  readonly next_report_due_on: Date | null;
  readonly sort_key: Prisma.Decimal;
}

// Most urgent first; within one light the widest gap first. Targets that need no action come last.
export const URGENCY = Prisma.sql`(CASE s.light WHEN 'missed' THEN 0 WHEN 'far-behind' THEN 1 WHEN 'behind' THEN 2
  WHEN 'no-report' THEN 3 WHEN 'on-track' THEN 4 WHEN 'ahead' THEN 5 WHEN 'achieved' THEN 6 WHEN 'not-started' THEN 7
  ELSE 8 END * 1000000 + greatest(least(coalesce(s.gap_points, 0), 400000), -400000))::numeric`;

/** Every order is a number, so that one comparison paginates all of them; the code breaks ties. */
const SORT_KEYS: Record<Exclude<TargetSort, LabelKind>, Prisma.Sql> = {
  urgency: URGENCY,
  code: Prisma.sql`0::numeric`,
  owner: Prisma.sql`(SELECT o.sort_order FROM department o WHERE o.id = s.owner_id)::numeric`,
  completion: Prisma.sql`coalesce(s.completion_ratio, -1000000)::numeric`,
  gap: Prisma.sql`coalesce(s.gap_points, 1000000)::numeric`,
  due: Prisma.sql`(s.due_on - DATE '2000-01-01')::numeric`,
  reported: Prisma.sql`coalesce(s.as_of - DATE '2000-01-01', -1000000)::numeric`,
};

function sortKeySql(filters: TargetFilters): Prisma.Sql {
  const { sort } = filters;
  const kind = LABEL_KINDS.find((one) => one === sort);
  if (kind !== undefined) return labelPlaceSql(kind, filters[kind]);
  return SORT_KEYS[sort as Exclude<TargetSort, LabelKind>];
}

/** The owner at that time, under its name at that time. */
const OWNER = Prisma.sql`d.slug AS owner_slug, d.name AS owner_name, d.name_en AS owner_name_en`;

/** The standings of the context's day with their targets: `s` and `t` of a query; conditions need nothing else. */
export function bareStandingsSql({ clock }: Context): Prisma.Sql {
  return Prisma.sql`standing_on(${clock.today}::date, ${clock.knownUntil}) s JOIN target t ON t.id = s.target_id`;
}

/** The same with their owners, `d`. */
export function standingsSql(context: Context): Prisma.Sql {
  const { knownUntil } = context.clock;
  return Prisma.sql`${bareStandingsSql(context)} JOIN department_named_on(${knownUntil}) d ON d.id = s.owner_id`;
}

/** A different light from that of `day`, for users who could read the target then. */
function changedSince(day: IsoDate, { actor }: Context): Prisma.Sql {
  const then = clockOn(day);
  const readable = readableSql({ actor, clock: then });
  return Prisma.sql`EXISTS (SELECT 1 FROM standing_on(${then.today}::date, ${then.knownUntil}) e
    WHERE e.target_id = t.id AND e.light <> s.light) AND ${readable}`;
}

function starredBy({ actor }: Context): Prisma.Sql {
  if (actor.kind !== "user") return Prisma.sql`false`;
  return Prisma.sql`t.id IN (SELECT w.target_id FROM starred_target w WHERE w.user_id = ${actor.userId})`;
}

/** @param context with the day and the actor to which the filters apply. */
export function conditionsSql(filters: TargetFilters, context: Context): Prisma.Sql {
  const { clock } = context;
  const all = [readableSql(context)];
  if (filters.parts === "exclude") all.push(countedSql(context));
  for (const word of filters.q.split(/\s+/).filter(Boolean)) all.push(foundSql(word, clock));
  if (filters.department.length > 0) {
    all.push(Prisma.sql`s.owner_id IN (SELECT o.id FROM department o WHERE o.slug = ANY(${filters.department}))`);
  }
  if (filters.year.length > 0) all.push(Prisma.sql`extract(year FROM s.due_on)::int = ANY(${filters.year}::int[])`);
  if (filters.kind.length > 0) {
    all.push(Prisma.sql`t.metric_id IN (SELECT m.id FROM metric m WHERE m.kind = ANY(${filters.kind}))`);
  }
  if (filters.light.length > 0) all.push(Prisma.sql`s.light = ANY(${filters.light})`);
  if (filters.freshness.length > 0) all.push(Prisma.sql`s.freshness = ANY(${filters.freshness})`);
  if (filters.state.length > 0) all.push(Prisma.sql`${stateSql(clock.knownUntil)} = ANY(${filters.state})`);
  if (filters.section.length > 0) all.push(quotedFrom(filters.section, context));
  for (const kind of LABEL_KINDS) if (filters[kind].length > 0) all.push(labelledWith(kind, filters[kind]));
  if (filters.starred !== undefined) all.push(starredBy(context));
  if (filters.changedSince !== undefined) all.push(changedSince(filters.changedSince, context));
  if (filters.dueBy !== undefined) {
    const days = [clock.today, filters.dueBy] as const;
    all.push(Prisma.sql`${mayFallDueSql(days)} AND EXISTS (${dueDaysSql(days, clock.knownUntil)})`);
  }
  return Prisma.join(all, " AND ");
}

/** The position of a row in its list, as opaque text. */
export function encodeCursor(row: { readonly sort_key: Prisma.Decimal | string; readonly code: string }): string {
  return Buffer.from(JSON.stringify([row.sort_key.toString(), row.code])).toString("base64url");
}

/** @returns null if the text is not a cursor of this list. */
export function decodeCursor(cursor: string): { sortKey: string; code: string } | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(parsed)) return null;
    const [sortKey, code] = parsed as unknown[];
    if (typeof sortKey !== "string" || !/^-?\d+(\.\d+)?$/.test(sortKey) || typeof code !== "string") return null;
    return { sortKey, code };
  } catch {
    return null;
  }
}

function afterCursor(filters: TargetFilters): Prisma.Sql {
  const cursor = filters.cursor === undefined ? null : decodeCursor(filters.cursor);
  if (cursor === null) return Prisma.sql`true`;
  const place = Prisma.sql`(${cursor.sortKey}::numeric, ${cursor.code})`;
  return filters.order === "asc" ? Prisma.sql`(sort_key, code) > ${place}` : Prisma.sql`(sort_key, code) < ${place}`;
}

/** The columns of a standing's row, from standingsSql(). */
export const STANDING_COLUMNS = Prisma.sql`s.*, s.illustrative AS sample, t.code, ${OWNER}`;

/**
 * `page`, for a query that joins the shown columns: the targets of one page by `sort_key` and `code`, plus one more if
 * there is one. All matching targets are sorted for it, so it selects nothing else.
 */
export function pageSql(filters: TargetFilters, context: Context): Prisma.Sql {
  const limit = filters.limit === null ? Prisma.sql`ALL` : Prisma.sql`${filters.limit + 1}`;
  return Prisma.sql`page AS MATERIALIZED (
    SELECT * FROM (
      SELECT s.target_id, t.code, ${sortKeySql(filters)} AS sort_key
      FROM ${bareStandingsSql(context)}
      WHERE ${conditionsSql(filters, context)}
    ) matching
    WHERE ${afterCursor(filters)}
    ORDER BY ${inOrder(filters)}
    LIMIT ${limit})`;
}

export function inOrder({ order }: Pick<TargetFilters, "order">): Prisma.Sql {
  return order === "asc" ? Prisma.sql`sort_key ASC, code ASC` : Prisma.sql`sort_key DESC, code DESC`;
}

/** The standings of one page, plus one more row if there is one. */
export async function queryStandings(filters: TargetFilters, context: Context): Promise<StandingRow[]> {
  return db.$queryRaw<StandingRow[]>`
    WITH ${pageSql(filters, context)}
    SELECT ${STANDING_COLUMNS}, page.sort_key FROM page, ${standingsSql(context)} WHERE s.target_id = page.target_id
    ORDER BY ${inOrder(filters)}`;
}

export interface TargetCounts {
  /** All rows of the list, on all pages. */
  readonly total: number;
  /** The parts of split targets that match the other filters, whether the list includes them or not. */
  readonly parts: number;
}

export async function countTargets(filters: TargetFilters, context: Context): Promise<TargetCounts> {
  const [found] = await db.$queryRaw<{ matching: number; counted: number }[]>`
    SELECT count(*)::int AS matching, count(*) FILTER (WHERE ${countedSql(context)})::int AS counted
    FROM ${bareStandingsSql(context)} WHERE ${conditionsSql({ ...filters, parts: "include" }, context)}`;
  const { matching, counted } = found ?? { matching: 0, counted: 0 };
  return { total: filters.parts === "include" ? matching : counted, parts: matching - counted };
}

/** The standings of those targets that are readable, in no order. */
export async function queryStandingsOf(
  codes: readonly string[],
  context: Context,
  database: Pick<Transaction, "$queryRaw"> = db,
): Promise<StandingRow[]> {
  return database.$queryRaw<StandingRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key FROM ${standingsSql(context)}
    WHERE t.code = ANY(${codes}) AND ${readableSql(context)}`;
}

/** The standing of one readable target; null if there is none (yet). */
export async function queryStanding(
  code: string,
  context: Context,
  database?: Pick<Transaction, "$queryRaw">,
): Promise<StandingRow | null> {
  const [found] = await queryStandingsOf([code], context, database);
  return found ?? null;
}

/** The standings of the readable parts of a target, by code. */
export async function queryParts(targetId: string, context: Context): Promise<StandingRow[]> {
  return db.$queryRaw<StandingRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key FROM ${standingsSql(context)}
    WHERE t.parent_id = ${targetId}::uuid AND ${readableSql(context)}
    ORDER BY t.code`;
}
