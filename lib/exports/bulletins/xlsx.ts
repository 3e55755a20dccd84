// A bulletin's annex as a workbook: the summary counts by formulas over the annex, so that the two cannot differ.
import ExcelJS from "exceljs";
import type { BulletinDocument } from "@/lib/bulletins/document";
import {
  type BulletinFacts,
  type BulletinRow,
  countByDepartment,
  countLights,
  type Erratum,
} from "@/lib/bulletins/facts";
import { errataTable } from "@/lib/bulletins/tables";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import { LIGHTS } from "@/lib/domain/targets/types";
import { formatUnit } from "@/lib/domain/units/format-measure";
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

type CellValue = string | number | Date | null | { formula: string; result: number | string };

export interface AnnexColumn {
  readonly header: string;
  readonly width: number;
  /** For numbers and days, whose headings are right-aligned too. */
  readonly format?: string;
  readonly value: (row: BulletinRow, line: number) => CellValue;
}

const written = (value: CellValue): CellValue => (typeof value === "string" ? sheetText(value) : value);

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

const dayOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

const letterOf = (index: number): string => String.fromCharCode(65 + index);

function gap(row: BulletinRow, done: string, expected: string): CellValue {
  const { completionRatio, expectedRatio } = row;
  const result = completionRatio === null || expectedRatio === null ? "" : (completionRatio - expectedRatio) * 100;
  return { formula: `IF(OR(${done}="",${expected}=""),"",(${done}-${expected})*100)`, result };
}

/** The annex: every target with its raw numbers. */
function columnsOf({ lang }: BulletinDocument): AnnexColumn[] {
  const t = getTranslator(lang);
  return [
    { header: t("bulletin.columns.code"), width: 11, value: (row) => row.code },
    { header: t("bulletin.columns.target"), width: 44, value: (row) => row.title[lang] },
    { header: t("bulletin.columns.owner"), width: 22, value: (row) => row.owner.name[lang] },
    { header: t("bulletin.columns.promise"), width: 30, value: (row) => row.promise[lang] },
    { header: t("bulletin.columns.unit"), width: 12, value: (row) => formatUnit(row.unit, lang) },
    {
      header: t("bulletin.columns.targetValue"),
      width: 12,
      format: "General",
      value: (row) => numberOf(row.targetValue),
    },
    { header: t("bulletin.columns.latest"), width: 12, format: "General", value: (row) => numberOf(row.value) },
    { header: t("bulletin.columns.asOf"), width: 12, format: "yyyy-mm-dd", value: (row) => dayOf(row.asOf) },
    { header: t("bulletin.columns.completion"), width: 11, format: "0.0%", value: (row) => row.completionRatio },
    { header: t("bulletin.columns.expected"), width: 11, format: "0.0%", value: (row) => row.expectedRatio },
    {
      header: t("bulletin.columns.gap"),
      width: 12,
      format: "+0.##;-0.##;0",
      // In the metric's unit; in completion points where a bulletin was frozen without it.
      value: (row, line) => (row.gapValue === undefined ? gap(row, `I${line}`, `J${line}`) : numberOf(row.gapValue)),
    },
    { header: t("bulletin.columns.light"), width: 18, value: (row) => t(`bulletin.pace.${row.light}`) },
    { header: t("bulletin.columns.reporting"), width: 12, value: (row) => t(`freshness.${row.freshness}`) },
    { header: t("bulletin.columns.due"), width: 12, format: "yyyy-mm-dd", value: (row) => dayOf(row.dueOn) },
    {
      header: t("bulletin.columns.dueBasis"),
      width: 10,
      value: (row) => (row.isDueAssumed ? t("target.assumed") : null),
    },
    { header: t("bulletin.columns.problems"), width: 40, value: (row) => row.problems },
    { header: t("bulletin.columns.nextStep"), width: 40, value: (row) => row.nextStep },
    { header: t("bulletin.columns.sample"), width: 10, value: (row) => (row.sample ? t("targetList.sample") : null) },
  ];
}

const OWNER = "C";

const LIGHT = "L";

function addAnnex(workbook: ExcelJS.Workbook, name: string, document: BulletinDocument, facts: BulletinFacts): void {
  const columns = columnsOf(document);
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: HEADER_ROW, xSplit: 2 }] });
  sheet.columns = columns.map(({ width, format }) => ({ width, style: format ? { numFmt: format } : {} }));
  headSheet(sheet, document);
  styleHeader(sheet.addRow(columns.map((column) => column.header)), columns, document.lang);
  for (const [index, row] of facts.rows.entries()) {
    const line = HEADER_ROW + 1 + index;
    const added = sheet.addRow(columns.map((column) => written(column.value(row, line))));
    added.font = { name: FACES[document.lang], size: SIZE };
    added.alignment = { vertical: "top", wrapText: true };
    // The previous column is right-aligned.
    added.getCell(LIGHT).alignment = { vertical: "top", indent: 1 };
    setHeight(added);
  }
  const last = HEADER_ROW + facts.rows.length;
  sheet.autoFilter = `A${HEADER_ROW}:${letterOf(columns.length - 1)}${last}`;
  colourLights(sheet, `${LIGHT}${HEADER_ROW + 1}:${LIGHT}${last}`, document);
  // Long texts of departments are for the screen; in print they are in the bulletin itself.
  printed(sheet, `A$1:O$${last}`);
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
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = document.title;
  workbook.creator = document.office;
  workbook.calcProperties.fullCalcOnLoad = true;
  const annex = getTranslator(document.lang)("bulletin.headings.annex").replace(/[：:]/g, " ").slice(0, 31);
  addSummary(workbook, annex, document, facts);
  addAnnex(workbook, annex, document, facts);
  if (errata.length > 0) addErrata(workbook, document, errata);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
