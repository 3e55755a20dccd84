// What a first installation has already, counted from its data.
import "server-only";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import { publishedYears } from "@/lib/domain/calendar/working-days";
import { canStart, nextStep } from "@/lib/domain/start/start-steps";
import { REPORTING_CALENDARS } from "@/lib/domain/targets/types";
import { NOT_INVITED } from "@/lib/server/admin/user-list";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { bilingual } from "@/lib/server/targets/rows";
import type { StartState } from "@/lib/views/start";

interface Counts {
  readonly departments: number;
  readonly tops: number;
  readonly topName: string | null;
  readonly topNameEn: string | null;
  readonly supervisors: number;
  readonly staffed: number;
  readonly notInvited: number;
  readonly targets: number;
  readonly issued: number;
  readonly importedDays: number;
  readonly isDismissed: boolean;
}

async function count(userId: string, year: number): Promise<Counts> {
  const rows = await db.$queryRaw<Counts[]>`
    WITH open AS (SELECT * FROM department WHERE closed_on IS NULL),
      staff AS (SELECT m.department_id, m.role FROM membership m JOIN user_account u ON u.id = m.user_id
        WHERE m.ended_at IS NULL AND u.disabled_at IS NULL AND NOT (${NOT_INVITED}))
    SELECT (SELECT count(*)::int FROM open) AS departments,
      (SELECT count(*)::int FROM open WHERE parent_id IS NULL) AS tops,
      (SELECT min(name) FROM open WHERE parent_id IS NULL) AS "topName",
      (SELECT min(name_en) FROM open WHERE parent_id IS NULL) AS "topNameEn",
      (SELECT count(*)::int FROM user_account u WHERE u.office_role = 'supervisor' AND u.disabled_at IS NULL
        AND NOT (${NOT_INVITED})) AS supervisors,
      (SELECT count(*)::int FROM user_account u WHERE ${NOT_INVITED}) AS "notInvited",
      (SELECT count(*)::int FROM open d WHERE EXISTS (SELECT FROM staff WHERE department_id = d.id AND role = 'reporter')
        AND EXISTS (SELECT FROM staff WHERE department_id = d.id AND role = 'reviewer')) AS staffed,
      (SELECT count(*)::int FROM target) AS targets,
      (SELECT count(*)::int FROM target WHERE state NOT IN ('draft', 'withdrawn')) AS issued,
      (SELECT count(*)::int FROM special_day WHERE extract(year FROM day) = ${year}::int) AS "importedDays",
      EXISTS (SELECT FROM dismissed_tour WHERE user_id = ${userId} AND desk = 'start') AS "isDismissed"`;
  if (rows[0] === undefined) throw new Error("a query without FROM returns one row");
  return rows[0];
}

/** Null for everyone who takes none of the steps. */
export async function getStart({ actor, clock }: Context): Promise<StartState | null> {
  if (actor.kind === "visitor" || !canStart(actor)) return null;
  const year = yearOf(clock.today);
  const [{ topName, topNameEn, importedDays, ...counts }, calendars] = await Promise.all([
    count(actor.userId, year),
    db.target.groupBy({ by: ["calendar"], _count: true, where: { state: { not: "withdrawn" } } }),
  ]);
  const facts = { ...counts, knowsHolidays: importedDays > 0 || year <= publishedYears().last };
  return {
    ...facts,
    government: counts.tops === 1 && topName !== null ? bilingual(topName, topNameEn ?? topName) : null,
    calendars: REPORTING_CALENDARS.flatMap((calendar) => {
      const found = calendars.find((one) => oneOf(REPORTING_CALENDARS, one.calendar) === calendar);
      return found === undefined ? [] : [{ calendar, count: found._count }];
    }),
    year,
    next: nextStep(facts),
  };
}

/** For the desks: null once all steps are done, and when the user has hidden it. */
export async function getOpenStart(context: Context): Promise<StartState | null> {
  const start = await getStart(context);
  return start === null || start.next === null || start.isDismissed ? null : start;
}
