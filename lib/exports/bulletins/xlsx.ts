// A bulletin's annex as a workbook: the summary counts by formulas over the annex, so that the two cannot differ.
import ExcelJS from "exceljs";
import type { Bulletin, BulletinDocument } from "@/lib/bulletins/document";
import { type BulletinFacts, countByDepartment, countLights, type Erratum } from "@/lib/bulletins/facts";
import { errataTable, lightHeading } from "@/lib/bulletins/tables";
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
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { sheetText } from "@/lib/exports/xlsx";
import { getTranslator } from "@/lib/i18n/translator";
import { type AnnexSheet, annexSheet, type CellValue, letterOf } from "./xlsx-annex-columns";

const written = (value: CellValue): CellValue => (typeof value === "string" ? sheetText(value) : value);

/** A zero is blank, so that the others are seen. */
const BLANK_ZERO = "0;;";

interface Annex {
  readonly name: string;
  readonly facts: BulletinFacts;
  readonly sheet: AnnexSheet;
}

function addAnnex(workbook: ExcelJS.Workbook, { name, facts, sheet: annex }: Annex, document: BulletinDocument): void {
  const { columns, light, fixed } = annex;
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: HEADER_ROW, xSplit: fixed }] });
  sheet.columns = columns.map(({ width, format }) => ({ width, style: format ? { numFmt: format } : {} }));
  headSheet(sheet, document);
  styleHeader(sheet.addRow(columns.map((column) => column.header)), columns, document.lang);
  for (const [index, row] of facts.rows.entries()) {
    const line = HEADER_ROW + 1 + index;
    const added = sheet.addRow(columns.map((column) => written(column.value(row, line))));
    added.font = { name: FACES[document.lang], size: SIZE };
    added.alignment = { vertical: "top", wrapText: true };
    // Away from the right-aligned column before them.
    for (const letter of annex.afterNumbers)
      added.getCell(letter).alignment = { vertical: "top", horizontal: "left", wrapText: true, indent: 1 };
    setHeight(added);
  }
  const last = HEADER_ROW + facts.rows.length;
  sheet.autoFilter = `A${HEADER_ROW}:${letterOf(columns.length - 1)}${last}`;
  colourLights(sheet, `${light}${HEADER_ROW + 1}:${light}${last}`, document);
  printed(sheet, `A$1:${annex.printedEnd}$${last}`);
}

function addSummary(
  workbook: ExcelJS.Workbook,
  { name: annex, facts, sheet: placed }: Annex,
  document: BulletinDocument,
): void {
  const { lang } = document;
  const t = getTranslator(lang);
  const departments = countByDepartment(facts.rows);
  const sheet = workbook.addWorksheet(t("bulletin.headings.departments"), {
    views: [{ state: "frozen", ySplit: HEADER_ROW }],
  });
  sheet.columns = [{ width: 48 }, { width: 10 }, ...LIGHTS.map(() => ({ width: 13, style: { numFmt: BLANK_ZERO } }))];
  headSheet(sheet, document);
  const shown = LIGHTS.map((light) => lightHeading(light, t));
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
      { formula: `COUNTIF(${column(placed.owner)},${name})`, result: one.total },
      ...LIGHTS.map((light) => ({
        formula: `COUNTIFS(${column(placed.owner)},${name},${column(placed.light)},"${t(`bulletin.pace.${light}`)}")`,
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
  { cutOffOn, template }: Pick<Bulletin, "cutOffOn" | "template">,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = document.title;
  workbook.creator = document.office;
  workbook.lastModifiedBy = FILE_AUTHOR;
  workbook.calcProperties.fullCalcOnLoad = true;
  const name = getTranslator(document.lang)("bulletin.headings.annex").replace(/[：:]/g, " ").slice(0, 31);
  const annex: Annex = { name, facts, sheet: annexSheet(document, cutOffOn, template.columns) };
  addSummary(workbook, annex, document);
  addAnnex(workbook, annex, document);
  if (errata.length > 0) addErrata(workbook, document, errata);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
