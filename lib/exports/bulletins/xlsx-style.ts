// How the sheets of a bulletin look: fonts, heads, row heights, print areas, colours of lights.
import type ExcelJS from "exceljs";
import type { BulletinDocument } from "@/lib/bulletins/document";
import { wrapText } from "@/lib/charts/layout/text-width";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { LIGHTS } from "@/lib/domain/targets/types";
import type { AnnexColumn } from "@/lib/exports/bulletins/xlsx-annex-columns";
import { LANDSCAPE_PAGE, sheetText } from "@/lib/exports/xlsx";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

export const HEADER_ROW = 4;

const HAIRLINE = { style: "thin", color: { argb: "FFB9B5AB" } } as const;

const HEADER_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFEFEDE7" } } as const;

/** Installed wherever workbooks are opened: the first for Chinese, the second for Latin text. */
export const FACES = { "zh-CN": "SimSun", en: "Calibri" } as const;

export const SIZE = 11;

/** The height of a line in points, and the width of one unit of a column in points. */
const LINE = 15;

export const WIDTH_UNIT = 5.3;

/** Left plus right of a cell, in points. */
const CELL_PADDING = 6;

/** A row has at most 409 points. */
const MOST_LINES = 27;

export function headSheet(sheet: ExcelJS.Worksheet, document: BulletinDocument): void {
  const name = FACES[document.lang];
  const add = (parts: readonly (string | null)[], font: Partial<ExcelJS.Font> = {}) => {
    sheet.addRow([sheetText(parts.filter(Boolean).join("  "))]).font = { name, size: SIZE, ...font };
  };
  add([document.title], { bold: true, size: 14 });
  add([document.office, document.number ?? document.draftMark, document.dateText]);
  add([document.cutOffText, document.sampleNote]);
}

const alignedRight = ({ format }: Pick<AnnexColumn, "format">) => format !== undefined;

export function styleHeader(row: ExcelJS.Row, columns: readonly Pick<AnnexColumn, "format">[], lang: Language): void {
  row.font = { name: FACES[lang], size: SIZE, bold: true };
  row.eachCell((cell, index) => {
    const [before, column] = [columns[index - 2] ?? {}, columns[index - 1] ?? {}];
    const horizontal = alignedRight(column) ? "right" : "left";
    // Away from a right-aligned heading.
    const indent = horizontal === "left" && alignedRight(before) ? 1 : 0;
    cell.alignment = { vertical: "middle", horizontal, indent, wrapText: true };
    cell.fill = HEADER_FILL;
    cell.border = { top: HAIRLINE, bottom: HAIRLINE };
  });
  setHeight(row);
}

/** As high as its longest text: not every program computes row heights when it opens the file. */
export function setHeight(row: ExcelJS.Row): void {
  const lines = [1];
  row.eachCell((cell, index) => {
    const width = (row.worksheet.getColumn(index).width ?? 10) * WIDTH_UNIT - CELL_PADDING;
    if (typeof cell.value !== "string") return;
    lines.push(cell.value.split("\n").flatMap((line) => wrapText(line, width, SIZE, MOST_LINES)).length);
  });
  row.height = Math.min(MOST_LINES, Math.max(...lines)) * LINE;
}

/** @param area the print area, its rows with $ (the library adds one to the columns only); default: the whole sheet */
export function printed(sheet: ExcelJS.Worksheet, area?: string): void {
  sheet.pageSetup = {
    ...LANDSCAPE_PAGE,
    printArea: area,
    printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter.oddFooter = "&C— &P —";
}

/** The lights' colours depend on the word in the cell, so that they follow edits. */
export function colourLights(sheet: ExcelJS.Worksheet, range: string, document: BulletinDocument): void {
  const t = getTranslator(document.lang);
  const palette = chartPalette("print");
  sheet.addConditionalFormatting({
    ref: range,
    rules: LIGHTS.map((light, index) => ({
      type: "expression" as const,
      priority: index + 1,
      formulae: [`${range.split(":")[0]?.replace(/\$?([A-Z]+)\$?/, "$$$1")}="${t(`bulletin.pace.${light}`)}"`],
      style: { font: { color: { argb: `FF${signColour(light, palette).slice(1).toUpperCase()}` }, bold: true } },
    })),
  });
}
