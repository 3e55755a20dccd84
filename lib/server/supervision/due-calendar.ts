// Everything that is due in the month of the day: reports, replies, receipts, steps and targets, counted by day.
import "server-only";
import { endOfMonth, type IsoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { countRepliesDue } from "@/lib/server/instructions/data";
import { countedSql } from "@/lib/server/targets/counted";
import { dueDaysSql, mayFallDueSql } from "@/lib/server/targets/due-days";
import { bareStandingsSql } from "@/lib/server/targets/list-query";
import { readableSql } from "@/lib/server/targets/readable";
import { stateSql } from "@/lib/server/targets/state-sql";
import type { DueCalendar, DueCounts } from "@/lib/views/supervision";
import { dueReportsSql } from "./due-reports";

const NOTHING: DueCounts = { reports: 0, unreported: 0, replies: 0, receipts: 0, steps: 0, targets: 0 };

type Days = readonly [IsoDate, IsoDate];
type Counted = Partial<DueCounts> & { readonly on: Date };

async function countReports(days: Days, context: Context): Promise<Counted[]> {
  const due = await dueReportsSql(days, context);
  return db.$queryRaw<Counted[]>`
    SELECT due.due_on AS on, count(*)::int AS reports, count(*) FILTER (WHERE due.submitted_on IS NULL)::int AS unreported
    FROM ${due} GROUP BY due.due_on`;
}

function countReceipts([from, to]: Days, context: Context): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    SELECT t.receive_due_on AS on, count(*)::int AS receipts FROM ${bareStandingsSql(context)}
    WHERE ${readableSql(context)} AND t.receive_due_on BETWEEN ${from}::date AND ${to}::date
      AND ${stateSql(context.clock.knownUntil)} = 'issued' GROUP BY t.receive_due_on`;
}

function countSteps(days: Days, context: Context): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    SELECT due.due_day AS on, count(due.step_key)::int AS steps, (count(*) - count(due.step_key))::int AS targets
    FROM ${bareStandingsSql(context)}, LATERAL (${dueDaysSql(days, context.clock.knownUntil)}) due
    WHERE ${mayFallDueSql(days)} AND ${readableSql(context)} AND ${countedSql(context)} GROUP BY due.due_day`;
}

/** The days on which something is due, in order; what was reported, answered or confirmed counts for reports only. */
export async function getDueCalendar(context: Context): Promise<DueCalendar> {
  const { today } = context.clock;
  const days: Days = [startOfMonth(today), endOfMonth(today)];
  const counted = await Promise.all([
    countReports(days, context),
    countRepliesDue(days, context),
    countReceipts(days, context),
    countSteps(days, context),
  ]);
  const byDay = new Map<IsoDate, DueCounts>();
  for (const { on, ...counts } of counted.flat()) {
    const day = dayOf(on);
    byDay.set(day, { ...(byDay.get(day) ?? NOTHING), ...counts });
  }
  return {
    today,
    days: [...byDay].map(([on, counts]) => ({ on, ...counts })).toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  };
}
