// A protected table in which only the entry cells can be changed: its cells, its rules, and how it is drawn.
import type ExcelJS from "exceljs";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { displayWidth, LANDSCAPE_PAGE, sheetText, tabName } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { VALUE_HEADINGS, type ValueColumn } from "@/lib/imports/values/value-columns";
import { NOTE_LIMIT } from "@/lib/schemas/update";

interface EntryCell {
  readonly value: ExcelJS.CellValue;
  /** What may be entered; null for a cell that cannot be changed. */
  readonly accepts: ExcelJS.DataValidation | null;
}

export interface EntryTable {
  readonly tab: string;
  /** Above the header. The first is the title. */
  readonly lines: readonly string[];
  readonly columns: readonly ValueColumn[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly EntryCell[])[];
}

const WIDTHS: Readonly<Record<ValueColumn, number>> = {
  key: 12,
  code: 12,
  title: 28,
  step: 28,
  planned: 13,
  promise: 18,
  unit: 9,
  previous: 14,
  previousOn: 13,
  due: 13,
  asOf: 13,
  doneOn: 16,
  value: 13,
  numerator: 12,
  denominator: 12,
  peers: 12,
  note: 26,
  problems: 22,
  nextStep: 22,
};
/** The default of the writer; a font that names only its weight has none. */
const FONT = "Calibri";
const ENTRY_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF8E1" } } as const;
const LINE = { style: "thin", color: { argb: "FFD0CCC4" } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE } as const;
const SOFT = { name: FONT, color: { argb: "FF5C5A55" } } as const;
/** Away from the number on the left. */
const LEFT = { horizontal: "left", indent: 1 } as const;
/** Chinese fonts need more than the 15 of the default font. */
const LINE_POINTS = 17;
const DAYS: readonly ValueColumn[] = ["planned", "previousOn", "due", "asOf", "doneOn"];
export const NUMBERS: readonly ValueColumn[] = ["previous", "value", "numerator", "denominator", "peers"];
/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const;

export const dateOf = (day: IsoDate | string) => new Date(`${day}T00:00:00Z`);

/** What the rules of all cells share. */
export function baseRule(lang: Language) {
  return { allowBlank: true, showErrorMessage: true, errorTitle: getTranslator(lang)("valueSheet.checkCell") } as const;
}

export function dayRule([from, to]: readonly [IsoDate, IsoDate], lang: Language): ExcelJS.DataValidation {
  const error = getTranslator(lang)("valueSheet.dayBetween", {
    from: formatIsoDate(from, lang),
    to: formatIsoDate(to, lang),
  });
  return { ...baseRule(lang), type: "date", operator: "between", formulae: [dateOf(from), dateOf(to)], error };
}

export function textRule(lang: Language): ExcelJS.DataValidation {
  const error = getTranslator(lang)("report.errors.too-long");
  return { ...baseRule(lang), type: "textLength", operator: "lessThanOrEqual", formulae: [NOTE_LIMIT], error };
}

/** The words of a line do not fill it. */
function countLines(value: ExcelJS.CellValue, width: number): number {
  if (typeof value !== "string") return 1;
  const lines = value.split("\n").map((line) => displayWidth(line) / (width - 3));
  return lines.reduce((sum, line) => sum + (line <= 1 ? 1 : Math.ceil(line + 0.3)), 0);
}

function writeHead(sheet: ExcelJS.Worksheet, { lines, columns }: EntryTable, lang: Language): void {
  for (const [index, line] of lines.entries()) {
    const row = sheet.addRow([null, sheetText(line)]);
    row.font = index === 0 ? { name: FONT, bold: true, size: 14 } : SOFT;
  }
  const header = sheet.addRow(columns.map((column) => headingText(column, lang)));
  for (const [index, column] of columns.entries()) {
    const cell = header.getCell(index + 1);
    const side = NUMBERS.includes(column) ? { horizontal: "right" as const } : LEFT;
    cell.font = { name: FONT, bold: true };
    cell.border = BORDER;
    cell.alignment = { vertical: "bottom", wrapText: true, ...side };
  }
  sheet.views = [{ state: "frozen", ySplit: header.number, xSplit: columns.indexOf("title") + 1 }];
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`;
}

function writeRow(sheet: ExcelJS.Worksheet, columns: readonly ValueColumn[], cells: readonly EntryCell[]): void {
  const added = sheet.addRow(cells.map(({ value }) => value));
  const lines = cells.map(({ value }, index) => {
    const column = columns[index] ?? "key";
    return column === "key" ? 1 : countLines(value, WIDTHS[column]);
  });
  // Not every program fits the height to wrapped text.
  added.height = LINE_POINTS * Math.max(1, ...lines);
  for (const [index, column] of columns.entries()) {
    const cell = added.getCell(index + 1);
    const side = NUMBERS.includes(column) ? { horizontal: "right" as const } : LEFT;
    cell.border = BORDER;
    cell.alignment = { vertical: "top", wrapText: true, ...side };
    if (DAYS.includes(column)) cell.numFmt = "yyyy-mm-dd";
    const accepts = cells[index]?.accepts ?? null;
    if (accepts === null) continue;
    cell.protection = { locked: false };
    cell.fill = ENTRY_FILL;
    cell.dataValidation = accepts;
  }
}

export async function writeEntryTable(workbook: ExcelJS.Workbook, table: EntryTable, lang: Language): Promise<void> {
  const { columns } = table;
  const sheet = workbook.addWorksheet(tabName(table.tab), {
    pageSetup: { ...LANDSCAPE_PAGE, margins: MARGINS },
    headerFooter: { oddFooter: "&P / &N" },
  });
  sheet.columns = columns.map((column) => ({ width: WIDTHS[column], hidden: column === "key" }));
  writeHead(sheet, table, lang);
  for (const cells of table.rows) writeRow(sheet, columns, cells);
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
}

/** As a title: Target value. */
function headingText(column: ValueColumn, lang: Language): string {
  const heading = VALUE_HEADINGS[column][lang === "en" ? 1 : 0];
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}
