// What the value workbook of a department shows: a row for every target whose report can be entered.
import "server-only";
import { addDays, earlierDate, endOfMonth, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import { type ReportingPeriod, reportDueOn, reportingPeriodsOf } from "@/lib/domain/calendar/reporting-periods";
import { departmentsWithRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { readingValue } from "@/lib/domain/targets/completion";
import { usesValue } from "@/lib/domain/updates/report-rules";
import type { ValueSheet, ValueSheetRow } from "@/lib/exports/value-sheet/value-sheet";
import type { Bilingual } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { bilingual } from "@/lib/server/targets/rows";
import { getReportables, type Reportable, whereReportable } from "./reportable-targets";

export interface SheetDepartment {
  readonly slug: string;
  readonly name: Bilingual;
}

/** The departments whose workbooks the actor may download: their own, and all for the office; in their order. */
export async function listSheetDepartments({ actor }: Context): Promise<SheetDepartment[]> {
  const isOffice = can(actor, "supervision.read", null);
  const found = await db.department.findMany({
    where: {
      closedOn: null,
      owned: { some: { state: "received", rollUp: null } },
      ...(!isOffice && { slug: { in: departmentsWithRole(actor, "reporter") } }),
    },
    select: { slug: true, name: true, nameEn: true },
    orderBy: [{ order: "asc" }, { slug: "asc" }],
  });
  return found.map(({ slug, name, nameEn }) => ({ slug, name: bilingual(name, nameEn) }));
}

/** The latest reporting period whose report is open by the end of a day; null if none is. */
function periodBy({ target }: Reportable, until: IsoDate): ReportingPeriod | null {
  const dayAfter = addDays(until, 1);
  return reportingPeriodsOf(target.terms).findLast(({ opensOn }) => opensOn <= dayAfter) ?? null;
}

interface Row extends Reportable {
  readonly asOf: IsoDate;
  readonly period: ReportingPeriod | null;
}

function toRow({ target, reportable, asOf, period }: Row, { clock }: Context): ValueSheetRow {
  const { record, terms, readings, importedDays } = target;
  const last = readings.findLast((reading) => reading.asOf < asOf) ?? null;
  const value = last === null ? null : readingValue(terms, last);
  return {
    code: record.code,
    title: bilingual(record.title, record.titleEn),
    termsVersion: reportable.termsVersion,
    terms,
    unit: record.metric.unit,
    previous: value?.known && last !== null ? { value: value.value, asOf: last.asOf } : null,
    dueOn: period === null ? null : reportDueOn(terms, period, importedDays),
    asOf,
    days: [terms.startOn, earlierDate(terms.dueOn, clock.today)],
    entered: reportable.draftFor(asOf)?.typed ?? null,
  };
}

/**
 * The rows of targets whose report for the month is open: the end of the latest reporting period by then, unless it is
 * approved or waits for review. Null if the actor may not download the workbook, or the department has no target that
 * takes reports.
 * @param month YYYY-MM; by default the current one
 */
export async function prepareValueSheet(slug: string, context: Context, month?: string): Promise<ValueSheet | null> {
  const department = (await listSheetDepartments(context)).find((one) => one.slug === slug);
  if (department === undefined) return null;
  const { today } = context.clock;
  const until = month === undefined ? today : earlierDate(endOfMonth(isoDate(`${month}-01`)), today);
  const found = await db.target.findMany({ where: whereReportable([slug]), select: { id: true } });
  const ids = found.map(({ id }) => id);
  const all = [...(await getReportables(db, ids, context)).values()];
  const isMilestone = ({ reportable }: Reportable) => !usesValue(reportable.facts.kind);
  const rows = all
    .filter((one) => !isMilestone(one))
    .map((one): Row => {
      const period = periodBy(one, until);
      return { ...one, period, asOf: period?.endOn ?? earlierDate(one.target.terms.dueOn, until) };
    })
    .filter(({ reportable, asOf }) => !reportable.fixed.some((one) => one.asOf === asOf))
    .filter(({ target, asOf }) => asOf >= target.terms.startOn);
  return {
    department: department.name,
    until,
    rows: rows.map((one) => toRow(one, context)).sort(byDueDate),
    milestones: all.filter(isMilestone).map(({ target }) => target.record.code),
  };
}

function byDueDate(one: ValueSheetRow, other: ValueSheetRow): number {
  const key = ({ dueOn, code }: ValueSheetRow) => `${dueOn ?? "9999-12-31"} ${code}`;
  return key(one) < key(other) ? -1 : 1;
}
