// Who reported on time, late or not at all, by department and month; and the reports behind one number.
import "server-only";
import { addMonths, endOfMonth, type IsoDate, isoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { DUE_REPORT_STATES, type DueReportCounts, NOTHING_DUE, sumCounts } from "@/lib/domain/updates/due-reports";
import type { DueReportsView } from "@/lib/schemas/due-reports-view";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf, dayOrNull, oneOf } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import { bilingual } from "@/lib/server/targets/rows";
import type { DueReportRow, MatrixRow, ReportMatrix } from "@/lib/views/supervision";
import type { Excerpt } from "@/lib/views/target";
import { dueReportsSql, reportedMonths } from "./due-reports";

interface CountRow {
  readonly slug: string;
  readonly name: string;
  readonly name_en: string;
  readonly month: string;
  readonly state: string;
  readonly count: number;
}

/** By the owner of today: the departments with the most missing reports first. Leading months without a report are left out. */
export async function getReportMatrix(context: Context): Promise<ReportMatrix> {
  const { today, knownUntil } = context.clock;
  const days = reportedMonths(today);
  const due = await dueReportsSql(days, context);
  const counts = await db.$queryRaw<CountRow[]>`
    SELECT d.slug, d.name, d.name_en, to_char(due.due_on, 'YYYY-MM') AS month, due.state, count(*)::int AS count
    FROM ${due} JOIN department_named_on(${knownUntil}) d ON d.id = due.owner_id
    WHERE due.state IS NOT NULL GROUP BY 1, 2, 3, 4, 5, d.sort_order ORDER BY d.sort_order, d.slug`;
  const first = counts.map(({ month }) => month).toSorted()[0];
  return { months: first === undefined ? [] : monthsFrom(first, today), departments: toRows(counts) };
}

function monthsFrom(first: string, today: IsoDate): string[] {
  const months: string[] = [];
  for (let day = isoDate(`${first}-01`); day <= today; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
}

function toRows(counts: readonly CountRow[]): MatrixRow[] {
  const bySlug = new Map<string, { readonly one: CountRow; readonly cells: Record<string, DueReportCounts> }>();
  for (const one of counts) {
    const cells: Record<string, DueReportCounts> = bySlug.get(one.slug)?.cells ?? {};
    cells[one.month] = { ...(cells[one.month] ?? NOTHING_DUE), [oneOf(DUE_REPORT_STATES, one.state)]: one.count };
    bySlug.set(one.slug, { one, cells });
  }
  const rows = [...bySlug.values()].map(({ one: { slug, name, name_en }, cells }): MatrixRow => {
    return { slug, name: bilingual(name, name_en), cells, total: sumCounts(Object.values(cells)) };
  });
  const order = ({ total }: MatrixRow) => [total.missing, total.returned, total.late];
  return rows.toSorted((one, other) => {
    const differences = order(one).map((count, place) => (order(other)[place] ?? 0) - count);
    return differences.find((difference) => difference !== 0) ?? 0;
  });
}

interface ListedRow {
  readonly code: string;
  readonly title: string;
  readonly title_en: string;
  readonly owner_slug: string;
  readonly owner: string;
  readonly owner_en: string;
  readonly start_on: Date;
  readonly end_on: Date;
  readonly due_on: Date;
  readonly submitted_on: Date | null;
  readonly state: string | null;
  readonly total: number;
}

/**
 * The reports due in a month or on a day, of one department or all of them; the worst first. Null for users who may not
 * read the office's desk.
 */
export async function listDueReports(view: DueReportsView, context: Context): Promise<Excerpt<DueReportRow> | null> {
  if (!can(context.actor, "supervision.read", null)) return null;
  const { department, month, day } = view;
  const first = day ?? isoDate(`${month}-01`);
  const due = await dueReportsSql(day === null ? [startOfMonth(first), endOfMonth(first)] : [first, first], context);
  const owned = department === null ? Prisma.sql`true` : Prisma.sql`d.slug = ${department}`;
  const found = await db.$queryRaw<ListedRow[]>`
    SELECT t.code, t.title, t.title_en, d.slug AS owner_slug, d.name AS owner, d.name_en AS owner_en, due.start_on,
      due.end_on, due.due_on, due.submitted_on, due.state, count(*) OVER ()::int AS total
    FROM ${due} JOIN target t ON t.id = due.target_id
    JOIN department_named_on(${context.clock.knownUntil}) d ON d.id = due.owner_id
    WHERE ${owned}
    ORDER BY array_position(ARRAY['missing', 'returned', 'late', 'on-time'], due.state) NULLS LAST, due.due_on, t.code
    LIMIT ${view.take} OFFSET ${view.skip}`;
  return {
    total: found[0]?.total ?? 0,
    shown: found.map((row) => ({
      code: row.code,
      title: bilingual(row.title, row.title_en),
      owner: { slug: row.owner_slug, name: bilingual(row.owner, row.owner_en) },
      startOn: dayOf(row.start_on),
      endOn: dayOf(row.end_on),
      dueOn: dayOf(row.due_on),
      submittedOn: dayOrNull(row.submitted_on),
      state: row.state === null ? null : oneOf(DUE_REPORT_STATES, row.state),
    })),
  };
}
