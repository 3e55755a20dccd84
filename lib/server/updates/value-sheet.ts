// What the value workbook of a department shows: a row for every target, and every open step of a milestone, whose report
// can be entered.
import "server-only";
import { addDays, earlierDate, endOfMonth, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";
import {
  awaitedReport,
  type ReportingPeriod,
  reportDueOn,
  reportingPeriodsOf,
} from "@/lib/domain/calendar/reporting-periods";
import { departmentsWithRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { readingValue } from "@/lib/domain/targets/completion";
import { usesValue } from "@/lib/domain/updates/report-rules";
import type { StepSheetRow, ValueSheet, ValueSheetRow } from "@/lib/exports/value-sheet/value-sheet";
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
    unitEn: record.metric.unitEn,
    previous: value?.known && last !== null ? { value: value.value, asOf: last.asOf } : null,
    dueOn: period === null ? null : reportDueOn(terms, period, importedDays),
    asOf,
    days: [terms.startOn, earlierDate(terms.dueOn, clock.today)],
    entered: reportable.draftFor(asOf)?.typed ?? null,
  };
}

/** The steps that no approved or waiting report has completed; none if a report for the day or a later one is there. */
function toStepRows({ target, reportable, asOf, period }: Row, { clock }: Context): StepSheetRow[] {
  const { record, terms, readings, importedDays } = target;
  if (reportable.fixed.some((one) => one.asOf >= asOf)) return [];
  const last = readings.at(-1) ?? null;
  const completed = new Set(reportable.fixed.flatMap(({ completedSteps }) => completedSteps.map(({ key }) => key)));
  const awaited = awaitedReport(terms, last, importedDays);
  const isAwaited = period !== null && awaited !== null && awaited.endOn <= period.endOn;
  const typed = reportable.draftFor(asOf)?.typed ?? null;
  const open = terms.steps.filter(({ key }) => !completed.has(key));
  return open.map(({ key, title, titleEn, plannedOn }, index): StepSheetRow => {
    const doneOn = typed?.steps.find((one) => one.key === key)?.doneOn ?? "";
    const day = typed?.asOf ?? asOf;
    // The texts are of the whole report.
    const texts = index === 0 ? { note: typed?.note, problems: typed?.problems, nextStep: typed?.nextStep } : {};
    return {
      code: record.code,
      title: bilingual(record.title, record.titleEn),
      termsVersion: reportable.termsVersion,
      step: { key, title: bilingual(title, titleEn), plannedOn },
      previous:
        last === null ? null : { completed: last.completedSteps.length, all: terms.steps.length, asOf: last.asOf },
      dueOn: isAwaited ? reportDueOn(terms, period, importedDays) : null,
      asOf,
      days: [terms.startOn, earlierDate(terms.dueOn, clock.today)],
      entered: typed === null ? null : { asOf: day, doneOn, ...texts },
    };
  });
}

/**
 * The rows of targets whose report for the month is open: the end of the latest reporting period by then, unless it is
 * approved or waits for review; of milestones, their open steps. Null if the actor may not download the workbook, or the department has no target that
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
  const all = [...(await getReportables(db, ids, context)).values()]
    .map((one): Row => {
      const period = periodBy(one, until);
      return { ...one, period, asOf: period?.endOn ?? earlierDate(one.target.terms.dueOn, until) };
    })
    .filter(({ target, asOf }) => asOf >= target.terms.startOn);
  const isMilestone = ({ reportable }: Reportable) => !usesValue(reportable.facts.kind);
  const rows = all.filter(
    (one) => !isMilestone(one) && !one.reportable.fixed.some((report) => report.asOf === one.asOf),
  );
  return {
    department: department.name,
    until,
    rows: rows.map((one) => toRow(one, context)).sort(byDueDate),
    steps: all
      .filter(isMilestone)
      .sort((one, other) => (one.target.record.code < other.target.record.code ? -1 : 1))
      .flatMap((one) => toStepRows(one, context)),
  };
}

function byDueDate(one: ValueSheetRow, other: ValueSheetRow): number {
  const key = ({ dueOn, code }: ValueSheetRow) => `${dueOn ?? "9999-12-31"} ${code}`;
  return key(one) < key(other) ? -1 : 1;
}
