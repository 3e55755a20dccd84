// The table of a value workbook for the open steps of milestones: each is reported by the day on which it was completed.
import type ExcelJS from "exceljs";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { dateOf, dayRule, type EntryTable, textRule } from "@/lib/exports/value-sheet/entry-table";
import type { StepSheetRow, ValueSheet } from "@/lib/exports/value-sheet/value-sheet";
import { sheetText } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { rowKey, type ValueColumn } from "@/lib/imports/values/value-columns";

const COLUMNS = [
  "key",
  "code",
  "title",
  "step",
  "planned",
  "previous",
  "previousOn",
  "due",
  "asOf",
  "doneOn",
  "note",
  "problems",
  "nextStep",
] as const satisfies readonly ValueColumn[];
type StepColumn = (typeof COLUMNS)[number];

function cellValue(column: StepColumn, row: StepSheetRow, lang: Language): ExcelJS.CellValue {
  const { code, step, previous, dueOn, entered } = row;
  switch (column) {
    case "key":
      return rowKey(code, row.termsVersion, step.key);
    case "code":
      return code;
    case "title":
      return sheetText(row.title[lang]);
    case "step":
      return sheetText(step.title[lang]);
    case "planned":
      return dateOf(step.plannedOn);
    case "previous":
      return previous === null ? null : `${previous.completed} / ${previous.all}`;
    case "previousOn":
      return previous === null ? null : dateOf(previous.asOf);
    case "due":
      return dueOn === null ? null : dateOf(dueOn);
    case "asOf":
      return dateOf(entered?.asOf ?? row.asOf);
    case "doneOn":
      return entered?.doneOn ? dateOf(entered.doneOn) : null;
    default:
      return entered?.[column] ? sheetText(entered[column]) : null;
  }
}

function ruleOf(column: StepColumn, row: StepSheetRow, lang: Language): ExcelJS.DataValidation | null {
  if (column === "asOf" || column === "doneOn") return dayRule(row.days, lang);
  return column === "note" || column === "problems" || column === "nextStep" ? textRule(lang) : null;
}

export function prepareStepTable({ department, until, steps }: ValueSheet, lang: Language): EntryTable {
  const t = getTranslator(lang);
  return {
    tab: t("valueSheet.stepsName"),
    lines: [
      t("valueSheet.stepsHeading", { department: department[lang] }),
      t("valueSheet.stepsAbout", { day: formatIsoDate(until, lang), count: steps.length }),
      t("valueSheet.stepsInstruction"),
    ],
    columns: COLUMNS,
    rows: steps.map((row) =>
      COLUMNS.map((column) => ({ value: cellValue(column, row, lang), accepts: ruleOf(column, row, lang) })),
    ),
  };
}
