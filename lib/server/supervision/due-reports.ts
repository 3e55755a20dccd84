// The reports that fell due, by department and month. The domain gives the periods and due dates of each reporting
// pattern; the database applies dueReports() to every target, so that no read grows with their number.
import "server-only";
import { CITY_TIME_ZONE } from "@/lib/domain/calendar/city-day";
import { addMonths, endOfMonth, type IsoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { reportDueOn, reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { REPORTING_CALENDARS } from "@/lib/domain/targets/types";
import { revisedTermsSchema } from "@/lib/schemas/revision";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import { plannedOnSql, stepInForceSql } from "@/lib/server/targets/due-days";
import { bareStandingsSql } from "@/lib/server/targets/list-query";
import { readableSql } from "@/lib/server/targets/readable";
import { stateSql } from "@/lib/server/targets/state-sql";
import { toReportingDates } from "@/lib/server/targets/terms-columns";
import { calendarSql, lagSql, replacedSql } from "@/lib/server/targets/terms-sql";
import { getImportedDays } from "@/lib/server/working-days/data";

/** Months in the table of reports, the last one included. */
const MONTHS = 12;

/** From the first to the last day of the months that the office looks back on. */
export function reportedMonths(today: IsoDate): readonly [IsoDate, IsoDate] {
  return [addMonths(startOfMonth(today), 1 - MONTHS), endOfMonth(today)];
}

interface PatternRow {
  readonly first: Date;
  readonly last: Date;
  readonly calendar: string;
  readonly calendar_id: string | null;
  readonly cut_off: number;
  readonly lag: number;
  readonly merged: boolean;
  /** The dates of a custom calendar that a later revision replaced; null for those of `calendar_id`. */
  readonly dates: Prisma.JsonValue;
}

/** The columns of a target on which its reporting periods and due dates depend, as known on the day. */
function patternSql(moment: Date): Prisma.Sql {
  return Prisma.sql`s.start_on AS first, s.due_on AS last, ${calendarSql(moment)} AS calendar, t.calendar_id,
    ${replacedSql("reportingDates", moment)} AS dates, ${lagSql(moment)} AS lag,
    coalesce(${replacedSql("cutOffWorkingDays", moment)}::int, t.cut_off_working_days) AS cut_off,
    coalesce(${replacedSql("mergeJanuaryFebruary", moment)}::boolean, t.merge_january_february) AS merged`;
}

/** Received on the day, or until it was closed or withdrawn; parts report, not the whole. */
function reportingSql(context: Context): Prisma.Sql {
  const { knownUntil } = context.clock;
  return Prisma.sql`SELECT t.id AS target_id, s.owner_id, t.code, t.issued_on, m.kind, ${patternSql(knownUntil)},
      CASE WHEN ${stateSql(knownUntil)} <> 'received' THEN (ended.at AT TIME ZONE ${CITY_TIME_ZONE})::date END AS ended_on
    FROM ${bareStandingsSql(context)} JOIN metric m ON m.id = t.metric_id
    LEFT JOIN LATERAL (SELECT x.at, x.from_state FROM target_transition x
      WHERE x.target_id = t.id AND x.at <= ${knownUntil} ORDER BY x.at DESC LIMIT 1) ended ON true
    WHERE ${readableSql(context)} AND t.roll_up IS NULL AND ${calendarSql(knownUntil)} <> 'none'
      AND (${stateSql(knownUntil)} = 'received'
        OR (${stateSql(knownUntil)} IN ('closed', 'withdrawn') AND ended.from_state = 'received'))`;
}

const replacedDates = (dates: Prisma.JsonValue) =>
  dates === null ? null : revisedTermsSchema.shape.reportingDates.parse(dates);

/** The periods due from `from` to `to` of every reporting pattern in use, as one JSON parameter. */
async function periodsJson([from, to]: readonly [IsoDate, IsoDate], context: Context): Promise<string> {
  const [patterns, calendars, imported] = await Promise.all([
    db.$queryRaw<PatternRow[]>`SELECT DISTINCT first, last, calendar, calendar_id, dates, cut_off, lag, merged
      FROM (${reportingSql(context)}) reporting WHERE first <= ${to}::date`,
    db.ownCalendar.findMany({ include: { dates: { orderBy: { asOf: "asc" } } } }),
    getImportedDays(db),
  ]);
  const dates = new Map(calendars.map(({ id, dates }) => [id, toReportingDates(dates)]));
  const rows = patterns.flatMap((pattern) => {
    const terms = {
      startOn: dayOf(pattern.first),
      dueOn: dayOf(pattern.last),
      calendar: oneOf(REPORTING_CALENDARS, pattern.calendar),
      plan: { mergeJanuaryFebruary: pattern.merged },
      reportingDates: replacedDates(pattern.dates) ?? dates.get(pattern.calendar_id ?? "") ?? [],
      cutOffWorkingDays: pattern.cut_off,
      publicationLagMonths: pattern.lag,
    };
    const due = reportingPeriodsOf(terms).filter(({ endOn }) => endOn <= to);
    return due
      .map(({ startOn, endOn, ...period }) => ({
        ...pattern,
        first: terms.startOn,
        last: terms.dueOn,
        start_on: startOn,
        end_on: endOn,
        due_on: reportDueOn(terms, { startOn, endOn, ...period }, imported),
      }))
      .filter(({ due_on }) => from <= due_on && due_on <= to);
  });
  return JSON.stringify(rows);
}

/** Whether a step planned by the end of the period is open after the report before it; true for other kinds. */
function expectedSql(moment: Date): Prisma.Sql {
  return Prisma.sql`(r.kind <> 'milestone'
    OR NOT EXISTS (SELECT FROM milestone_step step JOIN target t ON t.id = step.target_id
      WHERE step.target_id = r.target_id AND ${stepInForceSql(moment)})
    OR EXISTS (SELECT FROM milestone_step step JOIN target t ON t.id = step.target_id
      WHERE step.target_id = r.target_id AND ${stepInForceSql(moment)} AND least(${plannedOnSql(moment)}, r.last) <= p.end_on
        AND NOT EXISTS (SELECT FROM update_step done WHERE done.update_id = prior.id AND done.step_id = step.id
          AND done.done_on <= prior.as_of)))`;
}

/** A submission that was neither returned nor withdrawn by `moment`. */
function countingSql(moment: Date): Prisma.Sql {
  return Prisma.sql`u.submitted_at <= ${moment} AND (u.state IN ('submitted', 'approved', 'superseded')
    OR (u.state IN ('returned', 'withdrawn') AND u.decided_at > ${moment}))`;
}

/**
 * `due`, for a query: a row per target and period that fell due between the two days, with its state (null while it is
 * open) and the day of its submission.
 */
export async function dueReportsSql(days: readonly [IsoDate, IsoDate], context: Context): Promise<Prisma.Sql> {
  const { knownUntil, today } = context.clock;
  const periods = await periodsJson(days, context);
  return Prisma.sql`(SELECT r.target_id, r.owner_id, r.code, p.start_on, p.end_on, p.due_on, sent.submitted_on,
      CASE WHEN sent.submitted_on <= p.due_on THEN 'on-time' WHEN sent.submitted_on IS NOT NULL THEN 'late'
        WHEN EXISTS (SELECT FROM progress_update u WHERE u.target_id = r.target_id AND u.state = 'returned'
          AND u.decided_at <= ${knownUntil} AND u.as_of BETWEEN p.start_on AND p.end_on) THEN 'returned'
        WHEN p.due_on < ${today}::date THEN 'missing' END AS state
    FROM (${reportingSql(context)}) r
    JOIN jsonb_to_recordset(${periods}::jsonb) AS p(first date, last date, calendar text, calendar_id uuid, cut_off int,
        lag int, merged boolean, dates jsonb, start_on date, end_on date, due_on date)
      ON p.first = r.first AND p.last = r.last AND p.calendar = r.calendar
        AND p.calendar_id IS NOT DISTINCT FROM r.calendar_id AND p.cut_off = r.cut_off AND p.lag = r.lag
        AND p.merged = r.merged AND nullif(p.dates, 'null') IS NOT DISTINCT FROM r.dates
    LEFT JOIN LATERAL (SELECT u.id, u.as_of FROM progress_update u
      WHERE u.target_id = r.target_id AND u.as_of < p.start_on AND ${countingSql(knownUntil)}
      ORDER BY u.as_of DESC, u.submitted_at DESC LIMIT 1) prior ON r.kind = 'milestone'
    LEFT JOIN LATERAL (SELECT (min(u.submitted_at) AT TIME ZONE ${CITY_TIME_ZONE})::date AS submitted_on
      FROM progress_update u WHERE u.target_id = r.target_id AND u.as_of >= p.end_on AND ${countingSql(knownUntil)}
    ) sent ON true
    WHERE p.end_on >= coalesce(r.issued_on, r.first) AND (r.ended_on IS NULL OR p.due_on < r.ended_on)
      AND ${expectedSql(knownUntil)}) due`;
}
