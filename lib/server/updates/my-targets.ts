// The targets a reporter's departments report for, a slice at a time.
import "server-only";
import { isOwed } from "@/lib/domain/targets/standing";
import { FRESHNESSES } from "@/lib/domain/targets/types";
import type { Slice } from "@/lib/schemas/desk-view";
import { NO_FILTERS, type TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { rowsOf } from "@/lib/server/targets/data";
import {
  conditionsSql,
  STANDING_COLUMNS,
  type StandingRow,
  standingsSql,
  URGENCY,
} from "@/lib/server/targets/list-query";
import type { Excerpt, TargetRow } from "@/lib/views/target";

type Freshnesses = TargetFilters["freshness"];

/** The freshnesses of a target with a due report. */
export const OWED: Freshnesses = FRESHNESSES.filter(isOwed);

/** Signed for and reported, not rolled up from parts. */
function reportableSql(department: readonly string[], context: Context): Prisma.Sql {
  const filters = {
    ...NO_FILTERS,
    department: [...department],
    state: ["received" as const],
    parts: "include" as const,
  };
  return Prisma.sql`${conditionsSql(filters, context)} AND t.roll_up IS NULL`;
}

/** Targets with a due report and a report that waits for review. */
export async function listOwedAndSent(department: readonly string[], context: Context): Promise<TargetRow[]> {
  const moment = context.clock.knownUntil;
  const found = await db.$queryRaw<StandingRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key FROM ${standingsSql(context)}
    WHERE ${reportableSql(department, context)} AND s.freshness = ANY(${OWED}) AND EXISTS (
      SELECT FROM progress_update u WHERE u.target_id = t.id AND u.supersedes_id IS NULL
        AND u.submitted_at <= ${moment} AND (u.state = 'submitted' OR u.decided_at > ${moment}))`;
  return rowsOf(found, context);
}

export interface Reportable {
  readonly department: readonly string[];
  readonly freshness: Freshnesses;
  /** Ids of targets whose due report is already submitted. */
  readonly sent: readonly string[];
}

/** What is due first comes first, then the most urgent. */
export async function listReportable(
  { department, freshness, sent }: Reportable,
  { skip, take }: Slice,
  context: Context,
): Promise<Excerpt<TargetRow>> {
  const found = await db.$queryRaw<(StandingRow & { readonly total: number })[]>`
    SELECT ${STANDING_COLUMNS}, ${URGENCY} AS sort_key, count(*) OVER ()::int AS total
    FROM ${standingsSql(context)}
    WHERE ${reportableSql(department, context)} AND s.freshness = ANY(${freshness})
      AND t.id <> ALL(${[...sent]}::uuid[])
    ORDER BY s.next_report_due_on NULLS LAST, sort_key, t.code
    LIMIT ${take} OFFSET ${skip}`;
  return { total: found[0]?.total ?? 0, shown: await rowsOf(found, context) };
}

/**
 * Ids of the returned reports of an author that are still to be answered, the latest first: one needs nothing more once
 * another of the same day was written.
 */
export async function listReturnedIds(
  authorId: string,
  department: readonly string[],
  { skip, take }: Slice,
  context: Context,
): Promise<Excerpt<string>> {
  const moment = context.clock.knownUntil;
  const found = await db.$queryRaw<{ id: string; total: number }[]>`
    SELECT u.id, count(*) OVER ()::int AS total
    FROM progress_update u JOIN ${standingsSql(context)} ON s.target_id = u.target_id
    WHERE u.author_id = ${authorId} AND u.state = 'returned' AND u.decided_at <= ${moment}
      AND s.owner_id IN (SELECT o.id FROM department o WHERE o.slug = ANY(${[...department]}))
      AND NOT EXISTS (SELECT FROM progress_update o
        WHERE o.target_id = u.target_id AND o.as_of = u.as_of AND o.author_id = u.author_id
          AND o.created_at > u.created_at AND o.created_at <= ${moment} AND o.state <> 'discarded')
    ORDER BY u.created_at DESC, u.id
    LIMIT ${take} OFFSET ${skip}`;
  return { total: found[0]?.total ?? 0, shown: found.map((one) => one.id) };
}
