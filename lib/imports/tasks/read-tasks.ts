// Reads the targets of a workbook's task tables.
import { matchDepartment, type NamedDepartment } from "@/lib/imports/grammar/department-names";
import { type Block, findBlocks, guessBlock, rowAt } from "@/lib/imports/tasks/blocks";
import { compareRows } from "@/lib/imports/tasks/checks";
import type { ReadTable } from "@/lib/imports/tasks/column-roles";
import type { ImportContext } from "@/lib/imports/tasks/context";
import { metricColumns, readDepartmentRow, readDistrictRow } from "@/lib/imports/tasks/districts";
import { isTaskTable, type Layout, layoutOf } from "@/lib/imports/tasks/layout";
import { describeTable, layoutFingerprint } from "@/lib/imports/tasks/mapping";
import { planCells, planFormOf } from "@/lib/imports/tasks/plan-points";
import { readRow, type TableFacts, type TaskRow } from "@/lib/imports/tasks/read-row";
import type { SkippedRow, SkipReason, TaskTarget } from "@/lib/imports/tasks/results";
import { NOTE, nameColumn, rowKind, tableRow } from "@/lib/imports/tasks/row-kinds";
import { readValue } from "@/lib/imports/tasks/value-cell";
import type { GridSheet } from "@/lib/imports/workbook/grid";

export interface TableRows {
  readonly tasks: readonly TaskRow[];
  readonly skipped: readonly SkippedRow[];
}

/** The task rows of a table with their sections. */
export function rowsOf(layout: Layout): TableRows {
  const { block } = layout;
  const sheet = block.area.sheet.name;
  const [tasks, skipped]: [TaskRow[], SkippedRow[]] = [[], []];
  let section: string | null = null;
  let category: string | null = null;
  let isAfterNote = false;
  for (let index = block.headBottom + 1; index < block.end; index += 1) {
    const row = tableRow(layout, index);
    const found = rowKind(layout, row, isAfterNote);
    if (found.kind === "blank") continue;
    if (found.kind === "skip") {
      if (found.section !== undefined) [section, category] = [found.section, null];
      if (found.reason === "note") isAfterNote = true;
      skipped.push({ sheet, row: row.line, reason: found.reason });
      continue;
    }
    const own = row.textAt(layout.category);
    if (own !== "") category = own;
    tasks.push({ row, section: category ?? section, isHidden: rowAt(block, index)?.isHidden === true });
  }
  return { tasks, skipped };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function factsOf(layout: Layout, tasks: readonly TaskRow[], departments: readonly NamedDepartment[]): TableFacts {
  const readings = tasks.map(({ row }) => {
    const place = row.at(layout.value);
    return place === null ? null : readValue(place.cell);
  });
  const filled = readings.filter((one) => one !== null && one.kind !== "blank");
  const figures = filled.filter((one) => one?.kind === "quantities").length;
  const percents = tasks.flatMap(({ row }) => {
    const number = row.at(layout.value)?.cell.number;
    return row.textAt(layout.unit) === "%" && number != null && number > 1 ? [number] : [];
  });
  const samples = tasks.flatMap(({ row }, index) => {
    const reading = readings[index];
    const [quantity] = reading?.kind === "quantities" ? reading.quantities : [];
    const cells = planCells(layout, row);
    return cells.length < 2 || quantity === undefined || row.textAt(layout.unit) === "%"
      ? []
      : [{ value: quantity.value, cells }];
  });
  return {
    layout,
    departments,
    planForm: planFormOf(layout, samples),
    isNumeric: filled.length > 0 && figures / filled.length >= 0.4,
    usualPercent: median(percents),
  };
}

function readBlock(
  block: Block,
  { departments, today, mappings }: ImportContext,
): { targets: TaskTarget[]; skipped: SkippedRow[]; table: ReadTable } {
  const layout = layoutOf(block, departments, today, { mapping: mappings?.get(layoutFingerprint(block)) });
  const table = describeTable(block, layout.recognised, layout.columns);
  const rows = rowsOf(layout);
  const { tasks } = rows;
  const skipped = [...rows.skipped];
  const facts = factsOf(layout, tasks, departments);
  const metrics = metricColumns(layout, departments);
  if (!isTaskTable(layout) && metrics.length === 0) {
    const rest: SkippedRow[] = tasks.map(({ row }) => ({
      sheet: block.area.sheet.name,
      row: row.line,
      reason: "other-table",
    }));
    return { targets: [], skipped: [...skipped, ...rest], table };
  }
  const isByDistrict = layout.districts.length >= 2;
  const read = (task: TaskRow) => {
    if (metrics.length > 0) return readDepartmentRow(facts, task, metrics);
    return isByDistrict ? readDistrictRow(facts, task) : readRow(facts, task);
  };
  const column = nameColumn(layout);
  const lines = new Map(tasks.map(({ row }) => [row.line, row.addressOf(column)]));
  const targets = compareRows(tasks.flatMap(read), (line) => lines.get(line) ?? `A${line}`);
  return { targets, skipped, table };
}

/** Rows outside of every table: titles, notes, other texts. */
export function outsideRows(sheet: GridSheet, blocks: readonly Block[]): SkippedRow[] {
  const reasonOf = (index: number): SkipReason | null => {
    if (blocks.some((block) => index >= block.headTop && index <= block.headBottom)) return "header";
    if (blocks.some((block) => index > block.headBottom && index < block.end)) return null;
    const text = sheet.rows[index]?.cells.find((cell) => cell.text !== "")?.text;
    return text === undefined ? null : index === 0 ? "title" : NOTE.test(text) ? "note" : "title";
  };
  return sheet.rows.flatMap((row, index) => {
    const reason = reasonOf(index);
    return reason === null ? [] : [{ sheet: sheet.name, row: row.line, reason }];
  });
}

export interface TaskReading {
  readonly targets: readonly TaskTarget[];
  readonly skipped: readonly SkippedRow[];
  /** How the columns were read; one entry per layout. */
  readonly tables: readonly ReadTable[];
}

/** The tables of a sheet. Headings that say nothing are taken only once a person has corrected their columns. */
function blocksOf(
  sheet: GridSheet,
  { departments, mappings }: ImportContext,
): { blocks: Block[]; guessed: Block | null } {
  const blocks = findBlocks(sheet, (text) => matchDepartment(text, departments) !== null);
  const guessed = blocks.length === 0 ? guessBlock(sheet) : null;
  const isCorrected = guessed !== null && mappings?.has(layoutFingerprint(guessed)) === true;
  return isCorrected ? { blocks: [guessed], guessed: null } : { blocks, guessed };
}

/** Every target of every visible sheet, in order, and every row that is none with the reason. */
export function readTasks(sheets: readonly GridSheet[], context: ImportContext): TaskReading {
  const [targets, skipped]: [TaskTarget[], SkippedRow[]] = [[], []];
  const tables = new Map<string, ReadTable>();
  const add = (table: ReadTable) => tables.set(table.fingerprint, tables.get(table.fingerprint) ?? table);
  for (const sheet of sheets) {
    if (sheet.isHidden) {
      for (const row of sheet.rows)
        if (row.cells.length > 0) skipped.push({ sheet: sheet.name, row: row.line, reason: "hidden-sheet" });
      continue;
    }
    const { blocks, guessed } = blocksOf(sheet, context);
    if (guessed !== null) add(readBlock(guessed, context).table);
    skipped.push(...outsideRows(sheet, blocks));
    for (const block of blocks) {
      const read = readBlock(block, context);
      targets.push(...read.targets);
      skipped.push(...read.skipped);
      add(read.table);
    }
  }
  return { targets, skipped, tables: [...tables.values()] };
}
