// A bulletin's annex as a workbook: the summary counts by formulas over the annex, so that the two cannot differ.
import ExcelJS from "exceljs";
import type { BulletinDocument } from "@/lib/bulletins/document";
import { type BulletinFacts, countByDepartment, countLights, type Erratum } from "@/lib/bulletins/facts";
import { errataTable } from "@/lib/bulletins/tables";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS } from "@/lib/domain/targets/types";
import {
  colourLights,
  FACES,
  HEADER_ROW,
  headSheet,
  printed,
  SIZE,
  setHeight,
  styleHeader,
} from "@/lib/exports/bulletins/xlsx-style";
import { sheetText } from "@/lib/exports/xlsx";
import { getTranslator } from "@/lib/i18n/translator";
import { AFTER_NUMBERS, annexColumns, type CellValue, LIGHT, letterOf, OWNER, PRINTED_END } from "./xlsx-annex-columns";

const written = (value: CellValue): CellValue => (typeof value === "string" ? sheetText(value) : value);

interface Annex {
  readonly name: string;
  readonly facts: BulletinFacts;
  readonly cutOffOn: IsoDate;
}

function addAnnex(workbook: ExcelJS.Workbook, { name, facts, cutOffOn }: Annex, document: BulletinDocument): void {
  const columns = annexColumns(document, cutOffOn);
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: HEADER_ROW, xSplit: 2 }] });
  sheet.columns = columns.map(({ width, format }) => ({ width, style: format ? { numFmt: format } : {} }));
  headSheet(sheet, document);
  styleHeader(sheet.addRow(columns.map((column) => column.header)), columns, document.lang);
  for (const [index, row] of facts.rows.entries()) {
    const line = HEADER_ROW + 1 + index;
    const added = sheet.addRow(columns.map((column) => written(column.value(row, line))));
    added.font = { name: FACES[document.lang], size: SIZE };
    added.alignment = { vertical: "top", wrapText: true };
    // Away from the right-aligned column before them.
    for (const letter of AFTER_NUMBERS)
      added.getCell(letter).alignment = { vertical: "top", wrapText: true, indent: 1 };
    setHeight(added);
  }
  const last = HEADER_ROW + facts.rows.length;
  sheet.autoFilter = `A${HEADER_ROW}:${letterOf(columns.length - 1)}${last}`;
  colourLights(sheet, `${LIGHT}${HEADER_ROW + 1}:${LIGHT}${last}`, document);
  printed(sheet, `A$1:${PRINTED_END}$${last}`);
}

function addSummary(workbook: ExcelJS.Workbook, annex: string, document: BulletinDocument, facts: BulletinFacts): void {
  const { lang } = document;
  const t = getTranslator(lang);
  const departments = countByDepartment(facts.rows);
  const sheet = workbook.addWorksheet(t("bulletin.headings.departments"), {
    views: [{ state: "frozen", ySplit: HEADER_ROW }],
  });
  sheet.columns = [{ width: 38 }, { width: 10 }, ...LIGHTS.map(() => ({ width: 13 }))];
  headSheet(sheet, document);
  const shown = LIGHTS.map((light) => `${LIGHT_SHAPES[light]} ${t(`bulletin.pace.${light}`)}`);
  const number = { format: "0" };
  styleHeader(
    sheet.addRow([t("bulletin.columns.department"), t("bulletin.columns.total"), ...shown]),
    [{}, number, ...LIGHTS.map(() => number)],
    lang,
  );
  const last = HEADER_ROW + facts.rows.length;
  const column = (letter: string) => `'${annex}'!$${letter}$${HEADER_ROW + 1}:$${letter}$${last}`;
  for (const [index, one] of departments.entries()) {
    const name = `$A${HEADER_ROW + 1 + index}`;
    const added = sheet.addRow([
      sheetText(one.name[lang]),
      { formula: `COUNTIF(${column(OWNER)},${name})`, result: one.total },
      ...LIGHTS.map((light) => ({
        formula: `COUNTIFS(${column(OWNER)},${name},${column(LIGHT)},"${t(`bulletin.pace.${light}`)}")`,
        result: one.counts[light],
      })),
    ]);
    added.font = { name: FACES[lang], size: SIZE };
    added.alignment = { vertical: "top" };
    added.getCell(1).alignment = { vertical: "top", wrapText: true };
    setHeight(added);
  }
  const end = HEADER_ROW + departments.length;
  const counts = countLights(facts.rows);
  const sum = (letter: string, result: number) => ({
    formula: `SUM(${letter}${HEADER_ROW + 1}:${letter}${end})`,
    result,
  });
  const total = sheet.addRow([
    t("bulletin.columns.sum"),
    sum("B", facts.rows.length),
    ...LIGHTS.map((light, index) => sum(letterOf(index + 2), counts[light])),
  ]);
  total.font = { name: FACES[lang], size: SIZE, bold: true };
  printed(sheet);
}

/** Corrections since the bulletin was frozen; the annex shows the printed values. */
function addErrata(workbook: ExcelJS.Workbook, document: BulletinDocument, errata: readonly Erratum[]): void {
  const { lang } = document;
  const t = getTranslator(lang);
  const { columns, rows } = errataTable(errata, lang);
  const sheet = workbook.addWorksheet(t("bulletin.headings.errata"), {
    views: [{ state: "frozen", ySplit: HEADER_ROW }],
  });
  sheet.columns = columns.map(({ width }) => ({ width: width * 8 }));
  headSheet(sheet, document);
  styleHeader(
    sheet.addRow(columns.map(({ label }) => label)),
    columns.map(() => ({})),
    lang,
  );
  for (const row of rows) {
    const added = sheet.addRow(row.map(({ text }) => sheetText(text)));
    added.font = { name: FACES[lang], size: SIZE };
    added.alignment = { vertical: "top", wrapText: true };
    setHeight(added);
  }
  printed(sheet);
}

export async function bulletinToXlsx(
  document: BulletinDocument,
  facts: BulletinFacts,
  errata: readonly Erratum[],
  cutOffOn: IsoDate,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = document.title;
  workbook.creator = document.office;
  workbook.calcProperties.fullCalcOnLoad = true;
  const annex = getTranslator(document.lang)("bulletin.headings.annex").replace(/[：:]/g, " ").slice(0, 31);
  addSummary(workbook, annex, document, facts);
  addAnnex(workbook, { name: annex, facts, cutOffOn }, document);
  if (errata.length > 0) addErrata(workbook, document, errata);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
