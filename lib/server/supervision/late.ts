// Who is late and since when: late reports, and targets for which a rule proposes a slip.
import "server-only";
import { CITY_TIME_ZONE } from "@/lib/domain/calendar/city-day";
import type { SlipRule } from "@/lib/domain/instructions/propose-slip";
import type { Slice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, dayOrNull } from "@/lib/server/db/columns";
import { rowsOf } from "@/lib/server/targets/data";
import { STANDING_COLUMNS, type StandingRow, standingsSql, URGENCY } from "@/lib/server/targets/list-query";
import { readableSql } from "@/lib/server/targets/readable";
import { stateSql } from "@/lib/server/targets/state-sql";
import type { LateEntry } from "@/lib/views/supervision";
import type { Excerpt } from "@/lib/views/target";
import { enabledRules, isSentSql, LATE, latePeriodEndSql, proposedSql } from "./slips";

interface LateRow extends StandingRow {
  readonly is_late: boolean;
  readonly days_late: number;
  readonly period_end: Date;
  /** Null when a slip was sent for the report, or when no rule applies. */
  readonly rule: string | null;
  readonly slip_period_end: Date | null;
  readonly slip_days_late: number | null;
  readonly sent_on: Date | null;
  readonly submitted_on: Date | null;
  readonly total: number;
  readonly late: number;
  readonly slips: number;
}

export interface LateExcerpt extends Excerpt<LateEntry> {
  /** Late reports, with and without a proposed slip. */
  readonly late: number;
  readonly slips: number;
}

async function queryLate(rules: readonly SlipRule[], { skip, take }: Slice, context: Context): Promise<LateRow[]> {
  const { today, knownUntil } = context.clock;
  return db.$queryRaw<LateRow[]>`
    WITH ${proposedSql(rules, context)}, listed AS (
      SELECT ${STANDING_COLUMNS}, ${URGENCY} AS sort_key, ${LATE} AS is_late,
        CASE WHEN ${LATE} THEN ${today}::date - s.next_report_due_on ELSE 0 END AS days_late,
        CASE WHEN ${LATE} THEN ${latePeriodEndSql(knownUntil)} ELSE proposed.period_end END AS period_end,
        CASE WHEN NOT ${isSentSql(knownUntil)} THEN proposed.rule END AS rule,
        proposed.period_end AS slip_period_end, proposed.days_late AS slip_days_late
      FROM ${standingsSql(context)} LEFT JOIN proposed ON proposed.slip_target = s.target_id
      WHERE ${readableSql(context)} AND ${stateSql(knownUntil)} IN ('issued', 'received')
        AND (${LATE} OR (proposed.rule IS NOT NULL AND NOT ${isSentSql(knownUntil)}))), page AS (
      SELECT listed.*, count(*) OVER ()::int AS total, (count(*) FILTER (WHERE is_late) OVER ())::int AS late,
        count(rule) OVER ()::int AS slips
      FROM listed ORDER BY days_late DESC, sort_key, code LIMIT ${take} OFFSET ${skip})
    SELECT page.*, sent.sent_on, waiting.submitted_on FROM page
    LEFT JOIN LATERAL (SELECT (max(i.sent_at) AT TIME ZONE ${CITY_TIME_ZONE})::date AS sent_on FROM instruction i
      WHERE i.target_id = page.target_id AND i.kind = 'slip' AND i.period_end = page.period_end
        AND i.sent_at <= ${knownUntil} AND (i.withdrawn_at IS NULL OR i.withdrawn_at > ${knownUntil})) sent ON true
    LEFT JOIN LATERAL (SELECT (min(u.submitted_at) AT TIME ZONE ${CITY_TIME_ZONE})::date AS submitted_on
      FROM progress_update u
      WHERE u.target_id = page.target_id AND u.as_of >= page.period_end AND u.submitted_at <= ${knownUntil}
        AND (u.state = 'submitted' OR u.decided_at > ${knownUntil})) waiting ON page.is_late
    ORDER BY days_late DESC, sort_key, code`;
}

/** The longest delay first, then the most urgent light. */
export async function listLate(slice: Slice, context: Context): Promise<LateExcerpt> {
  const rules = await enabledRules(context);
  const found = await queryLate(rules, slice, context);
  const rows = new Map((await rowsOf(found, context)).map((row) => [row.code, row]));
  const shown = found.flatMap((one): LateEntry[] => {
    const row = rows.get(one.code);
    if (row === undefined) return [];
    const rule = rules.find(({ key }) => key === one.rule) ?? null;
    return [
      {
        row,
        dueOn: one.is_late ? dayOrNull(one.next_report_due_on) : null,
        daysLate: one.days_late,
        periodEnd: dayOf(one.period_end),
        proposal:
          rule === null || one.slip_period_end === null
            ? null
            : { rule, periodEnd: dayOf(one.slip_period_end), daysLate: one.slip_days_late ?? 0 },
        sentOn: dayOrNull(one.sent_on),
        submittedOn: dayOrNull(one.submitted_on),
      },
    ];
  });
  const [first] = found;
  return { total: first?.total ?? 0, late: first?.late ?? 0, slips: first?.slips ?? 0, shown };
}
