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
import { Prisma } from "@/lib/server/db/generated/client";
import { listSlipRulesAt } from "@/lib/server/rule-sets/data";
import { countedSql } from "@/lib/server/targets/counted";
import { rowsOf } from "@/lib/server/targets/data";
import { STANDING_COLUMNS, type StandingRow, standingsSql, URGENCY } from "@/lib/server/targets/list-query";
import { readableSql } from "@/lib/server/targets/readable";
import { stateSql } from "@/lib/server/targets/state-sql";
import { lagSql } from "@/lib/server/targets/terms-sql";
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

/** For a query over `s` and `t`: the report is late. Of a split target the parts report, not the whole. */
export const LATE = Prisma.sql`(s.freshness IN ('late', 'never') AND t.roll_up IS NULL)`;

/** The end of the period of the late report. */
export function latePeriodEndSql(moment: Date): Prisma.Sql {
  return Prisma.sql`(s.next_report_opens_on - make_interval(months => ${lagSql(moment)}))::date - 1`;
}

/**
 * `proposed`, for a query: for each target in force the rule with the gravest colour, then the longest delay, whether or
 * not its slip was sent. Of a split target, the parts are asked for their late reports, and the whole for its light.
 */
export function proposedSql(rules: readonly SlipRule[], context: Context): Prisma.Sql {
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
  return Prisma.sql`proposed AS (
      SELECT DISTINCT ON (s.target_id) s.target_id AS slip_target, r.key AS rule,
        CASE WHEN r.condition = 'report-late' AND s.next_report_opens_on IS NOT NULL
          THEN ${latePeriodEndSql(knownUntil)} ELSE coalesce(s.as_of, s.due_on) END AS period_end,
        CASE WHEN r.condition = 'report-late' THEN ${today}::date - s.next_report_due_on ELSE 0 END AS days_late
      FROM ${standingsSql(context)}
      JOIN jsonb_to_recordset(${known}::jsonb)
        AS r(key text, condition text, after_days int, given_days int, weight int, place int)
        ON CASE r.condition
          WHEN 'report-late' THEN ${LATE} AND ${today}::date - s.next_report_due_on >= r.after_days
          ELSE s.light = r.condition AND ${countedSql(context)} END
      WHERE ${readableSql(context)} AND ${stateSql(knownUntil)} IN ('issued', 'received')
      ORDER BY s.target_id, r.weight DESC, r.given_days DESC, r.place
    )`;
}

/** Whether the proposed slip was sent for the report by `moment`. */
export function isSentSql(moment: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM instruction i WHERE i.target_id = proposed.slip_target
    AND i.rule = proposed.rule AND i.period_end = proposed.period_end AND i.sent_at <= ${moment})`;
}

/** The rules in force on the day. */
export async function enabledRules({ clock }: Context): Promise<SlipRule[]> {
  return (await listSlipRulesAt(db, clock.knownUntil)).filter((rule) => rule.isEnabled);
}

/** The usual reply date of a slip that is sent today. */
export async function usualReplyDay({ clock }: Context): Promise<IsoDate> {
  return addWorkingDays(clock.today, REPLY_WORKING_DAYS, await getImportedDays(db));
}

async function querySlips(rules: readonly SlipRule[], which: Prisma.Sql, slice: Slice, context: Context) {
  return db.$queryRaw<SlipRow[]>`
    WITH ${proposedSql(rules, context)}
    SELECT ${STANDING_COLUMNS}, ${URGENCY} AS sort_key, proposed.*, count(*) OVER ()::int AS total
    FROM proposed, ${standingsSql(context)}
    WHERE s.target_id = proposed.slip_target AND ${which}
    ORDER BY sort_key, t.code
    LIMIT ${slice.take} OFFSET ${slice.skip}`;
}

async function readSlips(which: Prisma.Sql, slice: Slice, context: Context): Promise<Excerpt<SlipProposal>> {
  const [rules, replyDueOn] = await Promise.all([enabledRules(context), usualReplyDay(context)]);
  const found = await querySlips(rules, which, slice, context);
  const rows = new Map((await rowsOf(found, context)).map((row) => [row.code, row]));
  const shown = found.flatMap((one): SlipProposal[] => {
    const [row, rule] = [rows.get(one.code), rules.find(({ key }) => key === one.rule)];
    if (row === undefined || rule === undefined) return [];
    return [{ row, rule, daysLate: one.days_late, periodEnd: dayOf(one.period_end), replyDueOn }];
  });
  return { total: found[0]?.total ?? 0, shown };
}

/** Those that were not sent, the most urgent target first. */
export function listSlipProposals(slice: Slice, context: Context): Promise<Excerpt<SlipProposal>> {
  return readSlips(Prisma.sql`NOT ${isSentSql(context.clock.knownUntil)}`, slice, context);
}

/** Those of these targets, sent or not. */
export async function listSlipsByCodes(codes: readonly string[], context: Context): Promise<readonly SlipProposal[]> {
  const { shown } = await readSlips(Prisma.sql`t.code = ANY(${codes})`, { skip: 0, take: codes.length }, context);
  return shown;
}
