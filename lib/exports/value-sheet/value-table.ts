// The table of a value workbook for the targets that are reported by a figure or an answer.
import type ExcelJS from "exceljs";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { allowsNegative } from "@/lib/domain/updates/report-rules";
import { baseRule, dateOf, dayRule, type EntryTable, NUMBERS, textRule } from "@/lib/exports/value-sheet/entry-table";
import type { ValueSheet, ValueSheetRow } from "@/lib/exports/value-sheet/value-sheet";
import { sheetText } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import {
  ANSWERS,
  ENTRY_COLUMNS,
  type EntryColumn,
  OPTIONAL_ENTRIES,
  rowKey,
  STEP_COLUMNS,
  VALUE_HEADINGS,
  type ValueColumn,
} from "@/lib/imports/values/value-columns";
import { describeTarget } from "@/lib/wording/describe-target";
import { measureText } from "@/lib/wording/measure-text";

/** Whether the report of a kind has this cell; no column of steps is in this table. */
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
  const { code, terms, previous } = row;
  switch (column) {
    case "key":
      return rowKey(code, row.termsVersion);
    case "code":
      return code;
    case "title":
      return sheetText(row.title[lang]);
    case "promise":
      return sheetText(describeTarget(terms, row, lang));
    case "unit":
      return sheetText(formatUnit(row, lang));
    case "previous":
      if (previous === null) return null;
      return terms.kind === "yes-no"
        ? measureText(previous.value, { ...row, kind: terms.kind, lang, precision: null })
        : figure(previous.value.toFixed());
    case "previousOn":
      return previous === null ? null : dateOf(previous.asOf);
    case "due":
      return row.dueOn === null ? null : dateOf(row.dueOn);
    default:
      return null;
  }
}

function ruleOf(column: EntryColumn, row: ValueSheetRow, lang: Language): ExcelJS.DataValidation {
  if (column === "asOf") return dayRule(row.days, lang);
  if (column === "note" || column === "problems" || column === "nextStep") return textRule(lang);
  const t = getTranslator(lang);
  const { kind } = row.terms;
  const rule = baseRule(lang);
  const least = (formula: number, type: "whole" | "decimal", error: string): ExcelJS.DataValidation => ({
    ...rule,
    type,
    operator: "greaterThanOrEqual",
    formulae: [formula],
    error,
  });
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

function usedColumns(rows: readonly ValueSheetRow[]): ValueColumn[] {
  const isUsed = (column: ValueColumn) =>
    !(OPTIONAL_ENTRIES as readonly ValueColumn[]).includes(column) || rows.some((row) => isEntry(column, row));
  return (Object.keys(VALUE_HEADINGS) as ValueColumn[]).filter((one) => !STEP_COLUMNS.includes(one) && isUsed(one));
}

export function prepareValueTable({ department, until, rows, steps }: ValueSheet, lang: Language): EntryTable {
  const t = getTranslator(lang);
  const columns = usedColumns(rows);
  return {
    tab: t("valueSheet.sheetName"),
    lines: [
      t("valueSheet.heading", { department: department[lang] }),
      t("valueSheet.about", { day: formatIsoDate(until, lang), count: rows.length }),
      t("valueSheet.instruction"),
      ...(steps.length > 0 ? [t("valueSheet.stepsNext", { sheet: t("valueSheet.stepsName") })] : []),
    ],
    columns,
    rows: rows.map((row) =>
      columns.map((column) => ({
        value: cellValue(column, row, lang),
        accepts: isEntry(column, row) ? ruleOf(column, row, lang) : null,
      })),
    ),
  };
}
