// Reads progress returns in a department's own layout: updates of known targets.
import { matchDepartment } from "@/lib/imports/grammar/department-names";
import { bestTarget, codesIn } from "@/lib/imports/returns/match-targets";
import { readUpdates } from "@/lib/imports/returns/read-update";
import { type ReturnColumns, returnColumns } from "@/lib/imports/returns/return-columns";
import { type Block, findBlocks } from "@/lib/imports/tasks/blocks";
import type { ImportContext, KnownTarget } from "@/lib/imports/tasks/context";
import { type Layout, layoutOf } from "@/lib/imports/tasks/layout";
import { outsideRows, rowsOf } from "@/lib/imports/tasks/read-tasks";
import { problem, type ReturnUpdate, type SkippedRow, verdictOf } from "@/lib/imports/tasks/results";
import { nameColumn, type TableRow } from "@/lib/imports/tasks/row-kinds";
import { readSentence, withoutNumber } from "@/lib/imports/tasks/sentences";
import type { GridSheet } from "@/lib/imports/workbook/grid";

export interface ReturnReading {
  readonly updates: readonly ReturnUpdate[];
  /** Codes of targets without any row. */
  readonly missing: readonly string[];
  readonly skipped: readonly SkippedRow[];
}

export interface ReturnRow {
  readonly row: TableRow;
  readonly targets: readonly KnownTarget[];
  readonly owner: string | null;
  readonly isHidden: boolean;
}

export interface ReturnTable {
  readonly layout: Layout;
  readonly columns: ReturnColumns;
  readonly rows: readonly ReturnRow[];
  readonly skipped: readonly SkippedRow[];
}

/** The targets of a row: by its codes, by its name, or by the parts of its sentence. */
function targetsOf(
  layout: Layout,
  row: TableRow,
  owner: string | null,
  context: ImportContext,
): readonly KnownTarget[] {
  const coded = codesIn(row.textAt(layout.code), context.targets);
  if (coded.length > 0) return coded;
  const names = [layout.metric, ...[...layout.titles].reverse()]
    .map((column) => withoutNumber(row.textAt(column)))
    .filter((name) => name !== "");
  const parts = names.flatMap((name) => {
    const found = readSentence(name)
      .map(({ metric }) => metric)
      .filter((metric) => metric.length >= 2);
    return found.length > 1 ? [found] : [];
  })[0];
  if (parts !== undefined) {
    const found = parts.map((part) => bestTarget([part], owner, context.targets)).filter((one) => one !== null);
    if (found.length > 1 && new Set(found).size === found.length) return found;
  }
  const single = names
    .flatMap((name) => [name, ...readSentence(name).map(({ metric }) => metric)])
    .filter((name) => name.length >= 2);
  const one = bestTarget(single, owner, context.targets);
  return one === null ? [] : [one];
}

function ownerOf(layout: Layout, row: TableRow, context: ImportContext): string | null {
  const text = row.textAt(layout.owner);
  if (text === "") return null;
  const [first = ""] = text.split(/[、，,；;\n]/u);
  return (
    (matchDepartment(text, context.departments) ?? matchDepartment(first, context.departments))?.department.name ?? null
  );
}

function tableOf(block: Block, context: ImportContext): ReturnTable {
  const layout = layoutOf(block, context.departments, context.today, { isReturn: true });
  const { tasks, skipped } = rowsOf(layout);
  const year = context.targets[0]?.year ?? Number(context.today.slice(0, 4));
  const columns = returnColumns(layout, context.departments, context.today, year);
  const rows = tasks.map(({ row, isHidden }): ReturnRow => {
    const owner = ownerOf(layout, row, context);
    return { row, owner, isHidden, targets: targetsOf(layout, row, owner, context) };
  });
  return { layout, columns, rows, skipped };
}

/** Marks a later row of a target: the same figure again, or another one. */
function compareUpdates(updates: readonly ReturnUpdate[], addressOf: (update: ReturnUpdate) => string): ReturnUpdate[] {
  const earlier = new Map<string, ReturnUpdate>();
  return updates.map((update) => {
    if (update.target === null) return update;
    const first = earlier.get(update.target);
    if (first === undefined) {
      earlier.set(update.target, update);
      return update;
    }
    const isSame = first.value === update.value && first.stepsDone.join() === update.stepsDone.join();
    const kept = isSame ? [] : update.problems;
    const problems = [...kept, problem(addressOf(update), isSame ? "duplicate-row" : "conflicting-row")];
    return { ...update, problems, verdict: verdictOf(problems) };
  });
}

/** The tables of the sheets that report on known targets; null if there is none. */
export function readReturns(sheets: readonly GridSheet[], context: ImportContext): ReturnReading | null {
  if (context.targets.length === 0) return null;
  const isDepartment = (text: string) => matchDepartment(text, context.departments) !== null;
  const skipped: SkippedRow[] = [];
  const tables: ReturnTable[] = [];
  for (const sheet of sheets.filter((one) => !one.isHidden)) {
    const blocks = findBlocks(sheet, isDepartment);
    skipped.push(...outsideRows(sheet, blocks));
    for (const block of blocks) tables.push(tableOf(block, context));
  }
  const reporting = tables.filter(({ rows, columns }) => {
    const found = rows.filter(({ targets }) => targets.length > 0).length;
    return found > 0 && found >= rows.length * 0.3 && (columns.totals.length > 0 || columns.current !== null);
  });
  if (reporting.length === 0) return null;
  const names = new Map<ReturnUpdate, string>();
  const updates = reporting.flatMap((table) => {
    const read = table.rows.map((row) => readUpdates(table, row));
    for (const [index, one] of read.entries()) {
      const row = table.rows[index]?.row;
      for (const update of one.updates) names.set(update, row?.addressOf(nameColumn(table.layout)) ?? "A1");
      if (row !== undefined && one.updates.length === 0)
        skipped.push({ sheet: table.layout.block.area.sheet.name, row: row.line, reason: "no-value" });
    }
    skipped.push(...table.skipped);
    return read.flatMap((one) => one.updates);
  });
  const reported = new Set(
    reporting.flatMap(({ rows }) => rows.flatMap(({ targets }) => targets.map(({ code }) => code))),
  );
  return {
    updates: compareUpdates(updates, (update) => names.get(update) ?? `A${update.row}`),
    missing: context.targets.map(({ code }) => code).filter((code) => !reported.has(code)),
    skipped,
  };
}
