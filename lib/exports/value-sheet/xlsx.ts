// A value workbook: a protected sheet of values, and one of the open steps of milestones.
import ExcelJS from "exceljs";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { writeEntryTable } from "@/lib/exports/value-sheet/entry-table";
import { prepareStepTable } from "@/lib/exports/value-sheet/step-table";
import type { ValueSheet } from "@/lib/exports/value-sheet/value-sheet";
import { prepareValueTable } from "@/lib/exports/value-sheet/value-table";
import type { Language } from "@/lib/i18n/languages";

export async function valueSheetToXlsx(model: ValueSheet, lang: Language): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = FILE_AUTHOR;
  workbook.lastModifiedBy = FILE_AUTHOR;
  const hasSteps = model.steps.length > 0;
  if (model.rows.length > 0 || !hasSteps) await writeEntryTable(workbook, prepareValueTable(model, lang), lang);
  if (hasSteps) await writeEntryTable(workbook, prepareStepTable(model, lang), lang);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
