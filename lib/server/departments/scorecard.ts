// How a department is doing compared with the others, and what it owes next.
import "server-only";
import { cache } from "react";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { medianOf } from "@/lib/domain/units/median";
import type { DueReportCounts } from "@/lib/domain/updates/due-reports";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { dayOf } from "@/lib/server/db/columns";
import { getReportMatrix } from "@/lib/server/supervision/report-matrix";
import { rowsOf } from "@/lib/server/targets/data";
import { getDueDay, queryDue, queryNextReports } from "@/lib/server/targets/falling-due";
import { getCompletions } from "@/lib/server/targets/light-counts";
import type { Compared, MonthlyReports, Owed, Punctuality, Scorecard } from "@/lib/views/department";
import type { ReportMatrix } from "@/lib/views/supervision";
import type { Excerpt } from "@/lib/views/target";

const LOOK_AHEAD_DAYS = 366;
/** The number of entries of what is due next. */
const SHOWN = 6;

/** A department next to all departments with a number; a missing number is not 0. */
function compare(numbers: ReadonlyMap<string, number>, slug: string): Compared {
  return { own: numbers.get(slug) ?? null, median: medianOf([...numbers.values()]), departments: numbers.size };
}

async function listOwed(slug: string, context: Context): Promise<Excerpt<Owed>> {
  const { today } = context.clock;
  const days = [today, addDays(today, LOOK_AHEAD_DAYS)] as const;
  const [reports, due] = await Promise.all([
    queryNextReports(slug, SHOWN, context),
    queryDue({ department: [slug] }, days, SHOWN, context),
  ]);
  const found = new Map([...reports, ...due].map((one) => [one.code, one]));
  const rows = new Map((await rowsOf([...found.values()], context)).map((row) => [row.code, row]));
  const owed = [
    ...reports.map(({ code, next_report_due_on: on }) => ({
      code,
      what: "report" as const,
      on: on === null ? isoDate(today) : dayOf(on),
      step: null,
      isAssumed: false,
    })),
    ...due.map((one) => ({
      code: one.code,
      what: one.step_key === null ? ("target" as const) : ("step" as const),
      ...getDueDay(one),
    })),
  ].toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
  const shown = owed.slice(0, SHOWN).flatMap(({ code, ...one }): Owed[] => {
    const row = rows.get(code);
    return row === undefined ? [] : [{ row, ...one }];
  });
  return { total: (reports[0]?.total ?? 0) + (due[0]?.total ?? 0), shown };
}

/** A returned report counts as missing, as if it had not been sent. */
function toMonth(month: string, counts: DueReportCounts | undefined): MonthlyReports {
  if (counts === undefined) return { month, counts: null };
  const { late, "on-time": onTime } = counts;
  const missing = counts.missing + counts.returned;
  return { month, counts: { due: onTime + late + missing, "on-time": onTime, late, missing } };
}

function punctualityOf({ departments }: ReportMatrix): Map<string, number> {
  return new Map(
    departments.map(({ slug, total }) => [
      slug,
      total["on-time"] / (total.missing + total.returned + total.late + total["on-time"]),
    ]),
  );
}

/** Null for visitors: it counts reports that nobody has decided yet. */
async function getPunctuality(slug: string, context: Context): Promise<Punctuality | null> {
  if (context.actor.kind === "visitor") return null;
  const matrix = await getReportMatrix(context);
  const own = matrix.departments.find((one) => one.slug === slug);
  return {
    onTime: compare(punctualityOf(matrix), slug),
    months: own === undefined ? [] : matrix.months.map((month) => toMonth(month, own.cells[month])),
  };
}

async function getScorecard(slug: string, context: Context): Promise<Scorecard> {
  const [completions, owes, punctuality] = await Promise.all([
    getCompletions(context),
    listOwed(slug, context),
    getPunctuality(slug, context),
  ]);
  return { completion: compare(completions, slug), punctuality, owes };
}

/** Cached for visitors until the next event. */
export const getCachedScorecard = cache(
  (slug: string, context: Context): Promise<Scorecard> =>
    cachedForVisitors(`scorecard ${slug}`, context, () => getScorecard(slug, context)),
);
