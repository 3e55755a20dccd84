// Reads value workbooks in any state: rows sorted, columns reordered, sheets renamed, saved by another program.
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { dayOfSerial } from "@/lib/imports/grammar/deadlines";
import { isDash } from "@/lib/imports/tasks/value-cell";
import type { CellProblem, ReportedRow } from "@/lib/imports/values/reported-row";
import {
  ANSWERS,
  ENTRY_COLUMNS,
  type EntryColumn,
  parseRowKey,
  VALUE_HEADINGS,
  type ValueColumn,
} from "@/lib/imports/values/value-columns";
import { BLANK_CELL, columnName, type GridCell, type GridRow, type GridSheet } from "@/lib/imports/workbook/grid";

type Places = ReadonlyMap<ValueColumn, number>;

/** 完成值（亿元）, Value * → 完成值, value. */
function headingOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\(.*?\)|[*＊]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Where the columns are, if the row holds the headings of a value workbook; the first of equal headings counts. */
function placesIn({ cells }: GridRow): Places | null {
  const found = new Map<ValueColumn, number>();
  for (const [index, { text }] of cells.entries()) {
    const heading = headingOf(text);
    const column = (Object.keys(VALUE_HEADINGS) as ValueColumn[]).find((one) =>
      (VALUE_HEADINGS[one] as readonly string[]).includes(heading),
    );
    if (column !== undefined && !found.has(column)) found.set(column, index);
  }
  const named = found.has("key") || found.has("code");
  const filled = found.has("value") || found.has("numerator") || found.has("doneOn");
  return named && filled && found.has("asOf") ? found : null;
}

const YES = new Set<string>(["1", "是", "√", "已完成", "yes", "true", ...ANSWERS.yes.map((one) => one.toLowerCase())]);
const NO = new Set<string>(["0", "否", "×", "未完成", "no", "false", ...ANSWERS.no.map((one) => one.toLowerCase())]);

/** 1 and 0 for the words of an answer; other text as it is. */
export function normalizeAnswer(text: string): string {
  const word = text.normalize("NFKC").trim().toLowerCase();
  return YES.has(word) ? "1" : NO.has(word) ? "0" : text;
}

/** A stored or typed day: 2023-9-30, 2023/9/30, 2023.9.30, 2023年9月30日. Other text stays, to be named as a fault. */
function dayText(cell: GridCell): string {
  if (cell.day !== null) return cell.day;
  const serial = cell.number !== null ? dayOfSerial(cell.number) : null;
  if (serial !== null) return serial;
  const text = cell.text.normalize("NFKC").trim();
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return parseIsoDate(iso) ?? text;
}

const WORDS: readonly EntryColumn[] = ["note", "problems", "nextStep"];

function textOf(column: EntryColumn, cell: GridCell): string {
  if (column === "asOf") return dayText(cell);
  if (column === "doneOn") return isDash(cell.text) ? "" : dayText(cell);
  return WORDS.includes(column) ? cell.text : isDash(cell.text) ? "" : cell.text;
}

interface Table {
  readonly sheet: GridSheet;
  readonly places: Places;
  readonly rows: readonly GridRow[];
}

function tablesOf(sheets: readonly GridSheet[]): Table[] {
  return sheets
    .filter(({ isHidden }) => !isHidden)
    .flatMap((sheet) => {
      for (const [index, row] of sheet.rows.entries()) {
        const places = placesIn(row);
        if (places === null) continue;
        // A repeated header is no row.
        const rows = sheet.rows.slice(index + 1).filter((one) => !one.isStruck && placesIn(one) === null);
        return [{ sheet, places, rows }];
      }
      return [];
    });
}

/** The versions of the terms by code: the keys may have stayed behind when only some columns were sorted. */
function versionsIn(tables: readonly Table[]): ReadonlyMap<string, number> {
  const versions = new Map<string, number>();
  for (const { places, rows } of tables) {
    const place = places.get("key");
    for (const { cells } of place === undefined ? [] : rows) {
      const key = parseRowKey(cells[place ?? 0]?.text ?? "");
      if (key !== null) versions.set(key.code, key.termsVersion);
    }
  }
  return versions;
}

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|(?:sub)?total)$/iu;

/** A total, or words below the table: no code, no name, no figure. */
function isOfNoTarget({ cells }: GridRow, at: (column: ValueColumn) => GridCell): boolean {
  if (at("key").text !== "" || at("code").text !== "") return false;
  const figures = [at("value"), at("numerator"), at("denominator"), at("doneOn")].filter(({ text }) =>
    /\d/u.test(text),
  );
  return figures.length === 0 || cells.some(({ text }) => TOTAL.test(text.trim()));
}

function rowOf({ sheet, places }: Table, row: GridRow, versions: ReadonlyMap<string, number>): ReportedRow | null {
  const at = (column: ValueColumn) => row.cells[places.get(column) ?? -1] ?? BLANK_CELL;
  const addressOf = (column: ValueColumn) => `${columnName(places.get(column) ?? 0)}${row.line}`;
  const texts: Partial<Record<EntryColumn, string>> = {};
  const cells: Partial<Record<EntryColumn, string>> = {};
  const faults: CellProblem[] = [];
  for (const column of ENTRY_COLUMNS) {
    if (!places.has(column)) continue;
    cells[column] = addressOf(column);
    const cell = at(column);
    if (cell.isError) faults.push({ cell: addressOf(column), kind: "not-a-number" });
    const text = textOf(column, cell).trim();
    if (text !== "") texts[column] = text;
  }
  // The day alone is printed for every target: the row is not filled in.
  const isFilled = faults.length > 0 || Object.keys(texts).some((column) => column !== "asOf");
  if (!isFilled) return null;
  if (isOfNoTarget(row, at)) return null;
  const printed = at("code").text.normalize("NFKC").trim();
  const key = parseRowKey(at("key").text);
  const code = printed === "" ? (key?.code ?? null) : printed;
  const isOfStep = at("step").text !== "" || texts.doneOn !== undefined;
  return {
    sheet: sheet.name,
    line: row.line,
    code,
    title: at("title").text,
    // The key of another target has stayed behind when only some columns were sorted.
    step: isOfStep ? { title: at("step").text, key: key?.code === code ? (key?.stepKey ?? null) : null } : null,
    termsVersion: code === null ? null : (versions.get(code) ?? null),
    texts,
    cells,
    nameCell: addressOf(places.has("code") ? "code" : "key"),
    faults,
    warnings: row.isHidden ? [{ cell: addressOf(places.has("code") ? "code" : "key"), kind: "hidden-row" }] : [],
  };
}

/** The filled rows of all value sheets in a file; null if it has none. */
export function readValueSheets(sheets: readonly GridSheet[]): ReportedRow[] | null {
  const tables = tablesOf(sheets);
  if (tables.length === 0) return null;
  const versions = versionsIn(tables);
  return tables.flatMap((table) => table.rows.flatMap((row) => rowOf(table, row, versions) ?? []));
}
