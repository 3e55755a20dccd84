// A value workbook: a protected sheet in which only the entry cells can be changed.
import ExcelJS from "exceljs";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { allowsNegative } from "@/lib/domain/updates/report-rules";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import type { ValueSheet, ValueSheetRow } from "@/lib/exports/value-sheet/value-sheet";
import { displayWidth, sheetText, tabName } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import {
  ANSWERS,
  ENTRY_COLUMNS,
  type EntryColumn,
  OPTIONAL_ENTRIES,
  rowKey,
  VALUE_HEADINGS,
  type ValueColumn,
} from "@/lib/imports/values/value-columns";
import { NOTE_LIMIT } from "@/lib/schemas/update";
import { describeTarget } from "@/lib/wording/describe-target";
import { measureText } from "@/lib/wording/measure-text";

const WIDTHS: Readonly<Record<ValueColumn, number>> = {
  key: 12,
  code: 12,
  title: 28,
  promise: 18,
  unit: 9,
  previous: 14,
  previousOn: 13,
  due: 13,
  asOf: 13,
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
const LINE_POINTS = 15;
const DAYS: readonly ValueColumn[] = ["previousOn", "due", "asOf"];
const NUMBERS: readonly ValueColumn[] = ["previous", "value", "numerator", "denominator", "peers"];
/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const;
/** ECMA-376, ST_PageSetup paperSize. */
const A4 = 9;

const dateOf = (day: IsoDate | string) => new Date(`${day}T00:00:00Z`);

/** Whether the report of a kind has this cell. */
function isEntry(column: ValueColumn, { terms: { kind } }: ValueSheetRow): column is EntryColumn {
  if (!(ENTRY_COLUMNS as readonly ValueColumn[]).includes(column)) return false;
  if (column === "numerator" || column === "denominator") return kind === "ratio";
  return column === "peers" ? kind === "rank" : true;
}

/** Digits as a number, so that the sheet can calculate with them; longer decimals than it holds stay text. */
function figure(text: string): string | number {
  return text.replace(/[-.]/gu, "").replace(/^0+/u, "").length <= 15 ? Number(text) : text;
}

function enteredValue(column: EntryColumn, row: ValueSheetRow, lang: Language): ExcelJS.CellValue {
  const text = row.entered?.[column] ?? "";
  if (column === "asOf") return dateOf(text === "" ? row.asOf : text);
  if (text === "") return null;
  if (column === "value" && row.terms.kind === "yes-no") return answers(lang)[text === "1" ? 0 : 1] ?? null;
  return NUMBERS.includes(column) ? figure(text) : sheetText(text);
}

function answers(lang: Language): readonly string[] {
  const at = lang === "en" ? 1 : 0;
  return [ANSWERS.yes[at] ?? "", ANSWERS.no[at] ?? ""];
}

function cellValue(column: ValueColumn, row: ValueSheetRow, lang: Language): ExcelJS.CellValue {
  if (isEntry(column, row)) return enteredValue(column, row, lang);
  const { code, terms, unit, previous } = row;
  switch (column) {
    case "key":
      return rowKey(code, row.termsVersion);
    case "code":
      return code;
    case "title":
      return sheetText(row.title[lang]);
    case "promise":
      return sheetText(describeTarget(terms, unit, lang));
    case "unit":
      return sheetText(formatUnit(unit, lang));
    case "previous":
      if (previous === null) return null;
      return terms.kind === "yes-no"
        ? measureText(previous.value, { kind: terms.kind, unit, lang, precision: null })
        : figure(previous.value.toFixed());
    case "previousOn":
      return previous === null ? null : dateOf(previous.asOf);
    case "due":
      return row.dueOn === null ? null : dateOf(row.dueOn);
    default:
      return null;
  }
}

function validationOf(column: EntryColumn, row: ValueSheetRow, lang: Language): ExcelJS.DataValidation {
  const t = getTranslator(lang);
  const { kind } = row.terms;
  const rule = { allowBlank: true, showErrorMessage: true, errorTitle: t("valueSheet.checkCell") } as const;
  const least = (formula: number, type: "whole" | "decimal", error: string): ExcelJS.DataValidation => ({
    ...rule,
    type,
    operator: "greaterThanOrEqual",
    formulae: [formula],
    error,
  });
  if (column === "asOf") {
    const error = t("valueSheet.dayBetween", {
      from: formatIsoDate(row.days[0], lang),
      to: formatIsoDate(row.days[1], lang),
    });
    return { ...rule, type: "date", operator: "between", formulae: row.days.map(dateOf), error };
  }
  if (column === "note" || column === "problems" || column === "nextStep") {
    const error = t("report.errors.too-long");
    return { ...rule, type: "textLength", operator: "lessThanOrEqual", formulae: [NOTE_LIMIT], error };
  }
  if (kind === "yes-no") {
    return {
      ...rule,
      type: "list",
      formulae: [`"${answers(lang).join(",")}"`],
      error: t("report.errors.not-yes-or-no"),
    };
  }
  if (column === "peers" || kind === "rank") return least(1, "whole", t("report.errors.not-a-place"));
  const error = t("report.errors.not-a-number");
  return least(column !== "denominator" && allowsNegative(kind) ? -1e15 : 0, "decimal", error);
}

function columnsOf(rows: readonly ValueSheetRow[]): ValueColumn[] {
  const isUsed = (column: ValueColumn) =>
    !(OPTIONAL_ENTRIES as readonly ValueColumn[]).includes(column) || rows.some((row) => isEntry(column, row));
  return (Object.keys(VALUE_HEADINGS) as ValueColumn[]).filter(isUsed);
}

function writeHeading(sheet: ExcelJS.Worksheet, model: ValueSheet, lang: Language): void {
  const t = getTranslator(lang);
  const lines = [
    t("valueSheet.heading", { department: model.department[lang] }),
    t("valueSheet.about", { day: formatIsoDate(model.until, lang), count: model.rows.length }),
    t("valueSheet.instruction"),
    ...(model.milestones.length > 0 ? [t("valueSheet.milestones", { codes: model.milestones.join(", ") })] : []),
  ];
  for (const [index, line] of lines.entries()) {
    const row = sheet.addRow([null, sheetText(line)]);
    row.font = index === 0 ? { name: FONT, bold: true, size: 14 } : SOFT;
  }
}

/** The words of a line do not fill it. */
function linesOf(value: ExcelJS.CellValue, width: number): number {
  if (typeof value !== "string") return 1;
  const lines = value.split("\n").map((line) => displayWidth(line) / (width - 3));
  return lines.reduce((sum, line) => sum + (line <= 1 ? 1 : Math.ceil(line + 0.3)), 0);
}

function writeRow(sheet: ExcelJS.Worksheet, columns: readonly ValueColumn[], row: ValueSheetRow, lang: Language): void {
  const values = columns.map((column) => cellValue(column, row, lang));
  const added = sheet.addRow(values);
  const lines = values.map((value, index) => linesOf(value, WIDTHS[columns[index] ?? "key"]));
  // Not every program fits the height to wrapped text.
  added.height = LINE_POINTS * Math.max(1, ...lines);
  for (const [index, column] of columns.entries()) {
    const cell = added.getCell(index + 1);
    const isNumber = NUMBERS.includes(column);
    cell.border = BORDER;
    cell.alignment = { vertical: "top", wrapText: true, ...(isNumber ? { horizontal: "right" } : LEFT) };
    if (DAYS.includes(column)) cell.numFmt = "yyyy-mm-dd";
    if (!isEntry(column, row)) continue;
    cell.protection = { locked: false };
    cell.fill = ENTRY_FILL;
    cell.dataValidation = validationOf(column, row, lang);
  }
}

export async function valueSheetToXlsx(model: ValueSheet, lang: Language): Promise<Buffer> {
  const t = getTranslator(lang);
  const workbook = new ExcelJS.Workbook();
  workbook.creator = FILE_AUTHOR;
  const columns = columnsOf(model.rows);
  const sheet = workbook.addWorksheet(tabName(t("valueSheet.sheetName")), {
    pageSetup: {
      paperSize: A4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddFooter: "&P / &N" },
  });
  sheet.columns = columns.map((column) => ({ width: WIDTHS[column], hidden: column === "key" }));
  writeHeading(sheet, model, lang);
  const header = sheet.addRow(columns.map((column) => headingText(column, lang)));
  for (const [index, column] of columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.font = { name: FONT, bold: true };
    cell.border = BORDER;
    cell.alignment = {
      vertical: "bottom",
      wrapText: true,
      ...(NUMBERS.includes(column) ? { horizontal: "right" } : LEFT),
    };
  }
  sheet.views = [{ state: "frozen", ySplit: header.number, xSplit: columns.indexOf("title") + 1 }];
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`;
  for (const row of model.rows) writeRow(sheet, columns, row, lang);
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** As a title: Target value. */
function headingText(column: ValueColumn, lang: Language): string {
  const heading = VALUE_HEADINGS[column][lang === "en" ? 1 : 0];
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}
