// The targets and steps that fall due, the soonest first.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { NO_FILTERS, type TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import type { DueDay } from "@/lib/views/target";
import { dueDaysSql, mayFallDueSql } from "./due-days";
import { conditionsSql, STANDING_COLUMNS, type StandingRow, standingsSql } from "./list-query";
import { bilingual } from "./rows";

export interface DueRow extends StandingRow {
  readonly due_day: Date;
  readonly step_key: string | null;
  readonly step_title: string | null;
  readonly step_title_en: string | null;
  readonly period_printed: boolean;
  /** The total. */
  readonly total: number;
}

export function getDueDay({ due_day, step_title, step_title_en, period_printed }: DueRow): DueDay {
  return {
    on: dayOf(due_day),
    step: step_title === null ? null : bilingual(step_title, step_title_en ?? step_title),
    isAssumed: step_title !== null || !period_printed,
  };
}

/** Between the two days, inclusive, in order. @param limit null for all of them. */
export async function queryDue(
  filters: Partial<TargetFilters>,
  days: readonly [IsoDate, IsoDate],
  limit: number | null,
  context: Context,
): Promise<DueRow[]> {
  return db.$queryRaw<DueRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key, due.*, t.period_printed, count(*) OVER ()::int AS total
    FROM ${standingsSql(context)}, LATERAL (${dueDaysSql(days, context.clock.knownUntil)}) due
    WHERE ${mayFallDueSql(days)} AND ${conditionsSql({ ...NO_FILTERS, ...filters }, context)}
    ORDER BY due.due_day, t.code, due.step_order
    LIMIT ${limit === null ? Prisma.sql`ALL` : Prisma.sql`${limit}`}`;
}

export interface NextReportRow extends StandingRow {
  /** The total. */
  readonly total: number;
}

/** The next report of each target that reports, the soonest first; parts report, not the whole. */
export async function queryNextReports(department: string, limit: number, context: Context): Promise<NextReportRow[]> {
  const filters = { ...NO_FILTERS, department: [department], parts: "include" as const };
  return db.$queryRaw<NextReportRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key, count(*) OVER ()::int AS total
    FROM ${standingsSql(context)}
    WHERE ${conditionsSql(filters, context)} AND t.roll_up IS NULL AND s.next_report_due_on IS NOT NULL
    ORDER BY s.next_report_due_on, t.code
    LIMIT ${limit}`;
}
