// Proposed reminder slips: the database decides which rule applies to which target, as proposeSlip() does.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { COLOUR_WEIGHT, type SlipRule } from "@/lib/domain/instructions/propose-slip";
import { REPLY_WORKING_DAYS } from "@/lib/domain/instructions/workflow";
import type { Slice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { listSlipRulesAt } from "@/lib/server/rule-sets/data";
import { countedSql } from "@/lib/server/targets/counted";
import { rowsOf } from "@/lib/server/targets/data";
import { STANDING_COLUMNS, type StandingRow, standingsSql, URGENCY } from "@/lib/server/targets/list-query";
import { readableSql } from "@/lib/server/targets/readable";
import { stateSql } from "@/lib/server/targets/state-sql";
import { getImportedDays } from "@/lib/server/working-days/data";
import type { SlipProposal } from "@/lib/views/supervision";
import type { Excerpt } from "@/lib/views/target";

interface SlipRow extends StandingRow {
  readonly rule: string;
  /** The end of the period of the slip: that of the missing report, or the day of the light. */
  readonly period_end: Date;
  readonly days_late: number;
  readonly total: number;
}

/**
 * For each target in force the rule with the gravest colour, then the longest delay; excludes slips already sent. Of a
 * split target, the parts are asked for their late reports, and the whole for its light.
 */
async function querySlips(rules: readonly SlipRule[], { skip, take }: Slice, context: Context): Promise<SlipRow[]> {
  const { today, knownUntil } = context.clock;
  const known = JSON.stringify(
    rules.map(({ key, condition, afterDays, colour }, place) => ({
      key,
      condition,
      after_days: Math.max(afterDays, 1),
      given_days: afterDays,
      weight: COLOUR_WEIGHT[colour],
      place,
    })),
  );
  return db.$queryRaw<SlipRow[]>`
    WITH proposed AS (
      SELECT DISTINCT ON (s.target_id) s.target_id AS slip_target, r.key AS rule,
        CASE WHEN r.condition = 'report-late' AND s.next_report_opens_on IS NOT NULL
          THEN (s.next_report_opens_on - make_interval(months => t.publication_lag_months))::date - 1
          ELSE coalesce(s.as_of, s.due_on) END AS period_end,
        CASE WHEN r.condition = 'report-late' THEN ${today}::date - s.next_report_due_on ELSE 0 END AS days_late
      FROM ${standingsSql(context)}
      JOIN jsonb_to_recordset(${known}::jsonb)
        AS r(key text, condition text, after_days int, given_days int, weight int, place int)
        ON CASE r.condition
          WHEN 'report-late' THEN s.freshness IN ('late', 'never')
            AND ${today}::date - s.next_report_due_on >= r.after_days AND t.roll_up IS NULL
          ELSE s.light = r.condition AND ${countedSql(context)} END
      WHERE ${readableSql(context)} AND ${stateSql(knownUntil)} IN ('issued', 'received')
      ORDER BY s.target_id, r.weight DESC, r.given_days DESC, r.place
    )
    SELECT ${STANDING_COLUMNS}, ${URGENCY} AS sort_key, proposed.*, count(*) OVER ()::int AS total
    FROM proposed, ${standingsSql(context)}
    WHERE s.target_id = proposed.slip_target AND NOT EXISTS (
      SELECT FROM instruction i WHERE i.target_id = proposed.slip_target AND i.rule = proposed.rule
        AND i.period_end = proposed.period_end AND i.sent_at <= ${knownUntil})
    ORDER BY sort_key, t.code
    LIMIT ${take} OFFSET ${skip}`;
}

/** The usual reply date of a slip that is sent today. */
export async function usualReplyDay({ clock }: Context): Promise<IsoDate> {
  return addWorkingDays(clock.today, REPLY_WORKING_DAYS, await getImportedDays(db));
}

/** The most urgent target first. */
export async function listSlipProposals(slice: Slice, context: Context): Promise<Excerpt<SlipProposal>> {
  const { clock } = context;
  const [all, replyDueOn] = await Promise.all([listSlipRulesAt(db, clock.knownUntil), usualReplyDay(context)]);
  const rules = all.filter((rule) => rule.isEnabled);
  const found = await querySlips(rules, slice, context);
  const rows = new Map((await rowsOf(found, context)).map((row) => [row.code, row]));
  const shown = found.flatMap((one): SlipProposal[] => {
    const [row, rule] = [rows.get(one.code), rules.find(({ key }) => key === one.rule)];
    if (row === undefined || rule === undefined) return [];
    return [{ row, rule, daysLate: one.days_late, periodEnd: dayOf(one.period_end), replyDueOn }];
  });
  return { total: found[0]?.total ?? 0, shown };
}
