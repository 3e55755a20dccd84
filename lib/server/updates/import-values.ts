// Imports a filled-in value workbook or a department's own progress table: previews its rows, then writes the accepted
// ones as drafts, or submits them, in one transaction.
import "server-only";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { departmentsWithRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { readOwnLayout } from "@/lib/imports/values/own-layout";
import { planValues, type ValuePlan } from "@/lib/imports/values/plan-values";
import { readValueSheets } from "@/lib/imports/values/read-value-sheets";
import type { ValueEntry, ValueWording } from "@/lib/imports/values/reportable-target";
import type { ReportedRow } from "@/lib/imports/values/reported-row";
import type { GridSheet, WorkbookLimits } from "@/lib/imports/workbook/grid";
import { readWorkbook } from "@/lib/imports/workbook/read-workbook";
import { checkUpdate } from "@/lib/schemas/update";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import { type ChangeEvent, mutate, type Result, reject, runMutation, type Write } from "@/lib/server/mutation";
import { assertConfirmed, type ImportPreview, toImportPreview } from "@/lib/server/sheet-import";
import { lockTargets } from "@/lib/server/targets/lock";
import { describeTarget } from "@/lib/wording/describe-target";
import { measureText } from "@/lib/wording/measure-text";
import { toKnownTarget } from "./known-target";
import { reportFacts } from "./report-target";
import { getReportables, listIdsOfCodes, listReportableIds, type Reportable } from "./reportable-targets";
import { type NewUpdate, storeNewUpdates, storeUpdate } from "./store-update";

/** More are rejected: one transaction writes all. */
const MOST_ROWS = 2000;

export interface ValueFile {
  readonly bytes: Uint8Array;
  /** The language of messages that name a value. */
  readonly lang: Language;
}

type Database = Pick<Transaction, "target" | "update" | "specialDay" | "ruleSet" | "department">;

function wordingIn(lang: Language, found: ReadonlyMap<string, Reportable>): ValueWording {
  const t = getTranslator(lang);
  return {
    lang,
    measure: (value, { unit, unitEn, facts: { kind } }) =>
      measureText(value, { kind, unit, unitEn, lang, precision: null }),
    day: (asOf) => formatIsoDate(asOf, lang),
    termsChanged: (target) => {
      const promise = describeTarget(target.terms, target, lang);
      const revised = found.get(target.code)?.target.record.revisions[0]?.revisedAt;
      return revised === undefined
        ? t("valueSheet.termsDiffer", { promise })
        : t("valueSheet.termsChanged", { promise, day: formatIsoDate(toCityDay(revised), lang) });
    },
    fault: (kind, target) =>
      kind === "wrong-unit" ? t("report.errors.wrong-unit", { unit: formatUnit(target, lang) }) : undefined,
  };
}

async function recognise(
  database: Database,
  sheets: readonly GridSheet[],
  ids: readonly string[],
  context: Context,
): Promise<ReportedRow[] | null> {
  const [departments, known] = await Promise.all([
    listNamedDepartments(database),
    getReportables(database, ids, context),
  ]);
  const targets = [...known.values()].map(({ target }) => toKnownTarget(target));
  return readOwnLayout(sheets, { today: context.clock.today, departments, targets });
}

export interface Planned {
  readonly plan: ValuePlan;
  readonly found: ReadonlyMap<string, Reportable>;
}

/**
 * The filled rows of a file. Rejects a file without values.
 * @param ids of the targets on which the actor may report
 */
export async function readRows(
  database: Database,
  { bytes }: ValueFile,
  ids: readonly string[],
  context: Context,
  limits?: Partial<WorkbookLimits>,
): Promise<ReportedRow[]> {
  const book = readWorkbook(bytes, limits);
  if (!book.ok) reject({ kind: "invalid", errors: { file: book.fault } });
  const rows = readValueSheets(book.sheets) ?? (await recognise(database, book.sheets, ids, context));
  if (rows === null) reject({ kind: "invalid", errors: { file: "no-values" } });
  if (rows.length === 0) reject({ kind: "invalid", errors: { file: "nothing-filled-in" } });
  return rows;
}

/** @param ids of the targets that the rows name */
export async function planRows(
  database: Database,
  rows: readonly ReportedRow[],
  ids: readonly string[],
  lang: Language,
  context: Context,
  checksOutliers = true,
): Promise<Planned> {
  const found = await getReportables(database, ids, context, checksOutliers);
  const targets = new Map([...found].map(([code, { reportable }]) => [code, reportable]));
  return { plan: planValues(rows, targets, wordingIn(lang, found)), found };
}

/** @param ids of the targets on which the actor may report */
async function planFor(
  database: Database,
  file: ValueFile,
  ids: readonly string[],
  context: Context,
): Promise<Planned> {
  const rows = await readRows(database, file, ids, context);
  if (rows.length > MOST_ROWS) reject({ kind: "invalid", errors: { file: "too-many-rows" } });
  const codes = rows.flatMap(({ code }) => code ?? []);
  return planRows(database, rows, await listIdsOfCodes(database, codes), file.lang, context);
}

export interface ValuePreview extends ImportPreview {
  /** How many reports of the file can be submitted, drafts that are already there included. */
  readonly submits: number;
  /** How many new or changed drafts cannot be submitted yet. */
  readonly drafts: number;
}

export const isReporter = ({ actor }: Context) => departmentsWithRole(actor, "reporter").length > 0;

export function previewValueImport(file: ValueFile, context: Context): Promise<Result<ValuePreview>> {
  return runMutation(async () => {
    if (!isReporter(context)) reject({ kind: "forbidden" });
    const { plan } = await planFor(db, file, await listReportableIds(db, context), context);
    const complete = [...plan.entries, ...plan.unchanged].filter(({ isComplete }) => isComplete);
    const drafts = plan.entries.filter(({ isComplete }) => !isComplete).length;
    return { ...toImportPreview(plan), submits: complete.length, drafts };
  });
}

interface Checked extends NewUpdate {
  readonly updateId: string | null;
}

/** The report of an entry, checked again. */
function checkEntry({ found }: Planned, entry: ValueEntry, submits: boolean, { actor, clock }: Write): Checked {
  const target = found.get(entry.code)?.target;
  const isSubmitted = submits && entry.isComplete;
  const step = isSubmitted ? "update.submit" : "update.draft";
  if (target === undefined || !can(actor, step, target.scope)) reject({ kind: "forbidden" });
  const { updateId, version, typed } = entry;
  const input = { ...typed, requestKey: crypto.randomUUID(), updateId, version };
  const checked = checkUpdate(input, reportFacts(target, clock), isSubmitted);
  if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
  return { update: checked.update, target, step, updateId };
}

/** Writes the reports of a plan as drafts, or submits those that are complete. */
export async function writeReports(
  planned: Planned,
  entries: readonly ValueEntry[],
  submits: boolean,
  write: Write,
): Promise<ChangeEvent[]> {
  const reports = entries.map((entry) => checkEntry(planned, entry, submits, write));
  const events = await storeNewUpdates(
    write,
    reports.filter(({ updateId }) => updateId === null),
  );
  const ids = reports.flatMap(({ updateId }) => updateId ?? []);
  const drafts = await write.tx.update.findMany({ where: { id: { in: ids } } });
  const existing = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const { update, target, step, updateId } of reports) {
    const draft = updateId === null ? undefined : existing.get(updateId);
    if (draft !== undefined) events.push(...(await storeUpdate(write, update, draft, target, step)).events);
  }
  return events;
}

/**
 * Writes what the preview with this digest shows.
 * @param submits submits the complete reports; the others become drafts
 */
export function importValues(
  file: ValueFile,
  { digest, submits }: { readonly digest: string; readonly submits: boolean },
  context: Context,
): Promise<Result<null>> {
  return mutate("signed-in", context, async (shell) => {
    if (!isReporter(context)) reject({ kind: "forbidden" });
    const ids = await listReportableIds(shell.tx, context);
    await lockTargets(shell.tx, ids);
    const planned = await planFor(shell.tx, file, ids, context);
    const { plan } = planned;
    const sent = submits ? plan.unchanged.filter(({ isComplete }) => isComplete) : [];
    const entries = assertConfirmed(plan, digest, sent);
    return { result: null, events: await writeReports(planned, entries, submits, shell) };
  });
}
