// A bulletin as a PDF: selectable text in an embedded font, bookmarks, page numbers, vector charts.
import PDFDocument from "pdfkit";
import { columnWidths, fittingSize } from "@/lib/bulletins/column-widths";
import type { BulletinDocument, Section } from "@/lib/bulletins/document";
import { paragraphsOf } from "@/lib/bulletins/paragraphs";
import type { Cell, Table } from "@/lib/bulletins/tables";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import { chartPalette, signColour } from "@/lib/charts/svg/chart-palette";
import { replaceMissingGlyphs } from "@/lib/exports/fonts";
import { chartSvg, drawSvgInto, NO_FONT, registerFonts, toBytes } from "@/lib/exports/pdf";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinCharts } from "./charts";

type Pdf = PDFKit.PDFDocument;

/** Points in a millimetre. */
const MM = 72 / 25.4;
const PORTRAIT = { top: 37 * MM, left: 28 * MM, right: 26 * MM, bottom: 35 * MM };
const LANDSCAPE = { top: 28 * MM, left: 24 * MM, right: 24 * MM, bottom: 26 * MM };
const RED = "#c00000";
const INK = "#1c1b19";
const RULE = "#8a877f";
const BODY = 12;
const SMALL = 8.5;
/** The minimum font size of a table, if its longest words do not fit otherwise. */
const SMALLEST = 6.5;
const FOLIO = 11;
const PAD = 3;
/** Line spacing relative to the font size. */
const LEADING = 0.35;
/** A heading with the space around it. */
const HEADING = 40;
/** Three on a page; one with many steps is higher. */
const CHART = { width: 640, height: 276, theme: "print" } as const;

const widthOf = ({ page }: Pdf) => page.width - page.margins.left - page.margins.right;
const bottomOf = ({ page }: Pdf) => page.height - page.margins.bottom;

function write(
  pdf: Pdf,
  text: string,
  size: number,
  options: PDFKit.Mixins.TextOptions & { bold?: boolean } = {},
): void {
  const { bold = false, ...rest } = options;
  pdf.font(bold ? "bold" : "regular").fontSize(size);
  pdf.text(printable(text), pdf.page.margins.left, pdf.y, { width: widthOf(pdf), lineGap: size * LEADING, ...rest });
}

/** The font lacks only this shape, and the multiplication sign looks the same. */
const printable = (text: string) => replaceMissingGlyphs(text.replaceAll("✕", "×"));

function head(pdf: Pdf, document: BulletinDocument): void {
  const centred = { align: "center" } as const;
  pdf.fillColor(RED);
  write(pdf, document.masthead, 36, { ...centred, bold: true });
  pdf.moveDown(0.3).fillColor(INK);
  const t = getTranslator(document.lang);
  write(pdf, document.number ?? t("bulletin.inBrackets", { text: document.draftMark ?? "" }), BODY, centred);
  write(pdf, [document.office, document.dateText].join(t("bulletin.gap")), BODY, centred);
  const y = pdf.y + 4;
  pdf.moveTo(pdf.page.margins.left, y).lineTo(pdf.page.width - pdf.page.margins.right, y);
  pdf.lineWidth(2).stroke(RED);
  pdf.y = y + 24;
  write(pdf, document.title, 18, { ...centred, bold: true });
  pdf.moveDown(0.8);
  if (document.recipients !== "") write(pdf, document.recipients, BODY);
}

function paragraphs(pdf: Pdf, text: string, document: BulletinDocument): void {
  for (const line of paragraphsOf(text)) {
    write(pdf, line, BODY, { align: "justify", indent: document.lang === "en" ? 0 : BODY * 2 });
  }
}

/** The column positions and the font size of a table. */
interface Grid {
  readonly size: number;
  readonly places: readonly { readonly x: number; readonly width: number }[];
}

function gridOf(table: Table, pdf: Pdf): Grid {
  const paper = { width: widthOf(pdf), size: SMALL, padding: PAD * 2 + 1 };
  const size = fittingSize(table, paper, SMALLEST);
  let x = pdf.page.margins.left;
  const places = columnWidths(table, { ...paper, size }).map((width) => {
    const place = { x, width };
    x += width;
    return place;
  });
  return { size, places };
}

function heightOf(pdf: Pdf, cells: readonly Cell[], { size, places }: Grid, bold: boolean): number {
  pdf.font(bold ? "bold" : "regular").fontSize(size);
  const heights = cells.map(({ text }, index) =>
    pdf.heightOfString(printable(text), { width: (places[index]?.width ?? 0) - PAD * 2 }),
  );
  return Math.max(size, ...heights) + PAD * 2;
}

function drawRow(pdf: Pdf, table: Table, cells: readonly Cell[], grid: Grid, isHeader: boolean): void {
  const { size, places } = grid;
  const height = heightOf(pdf, cells, grid, isHeader);
  const y = pdf.y;
  for (const [index, { text, light }] of cells.entries()) {
    const { x, width } = places[index] ?? { x: 0, width: 0 };
    pdf.lineWidth(0.5).rect(x, y, width, height);
    if (isHeader) pdf.fillAndStroke("#efede7", RULE);
    else pdf.stroke(RULE);
    const align = table.columns[index]?.align ?? "left";
    const inside = { width: width - PAD * 2, align };
    pdf.font(isHeader ? "bold" : "regular").fontSize(size);
    const shown = printable(text);
    if (light !== undefined) {
      const colour = signColour(light, chartPalette("print"));
      pdf.fillColor(colour).text(shown.slice(0, 1), x + PAD, y + PAD, { continued: true, ...inside });
      pdf.fillColor(INK).text(shown.slice(1), inside);
    } else pdf.fillColor(INK).text(shown, x + PAD, y + PAD, inside);
  }
  pdf.y = y + height;
}

/** A new page with the orientation of this one. */
function addSamePage(pdf: Pdf): void {
  const { size, layout, margins } = pdf.page;
  pdf.addPage({ size, layout, margins: { ...margins } } as PDFKit.PDFDocumentOptions);
}

/** Pages break between rows, never inside; each page repeats the header. */
function drawTable(pdf: Pdf, table: Table): void {
  const header: Cell[] = table.columns.map((column) => ({ text: column.label }));
  const grid = gridOf(table, pdf);
  pdf.y += 4;
  drawRow(pdf, table, header, grid, true);
  for (const row of table.rows) {
    if (pdf.y + heightOf(pdf, row, grid, false) > bottomOf(pdf)) {
      addSamePage(pdf);
      drawRow(pdf, table, header, grid, true);
    }
    drawRow(pdf, table, row, grid, false);
  }
  pdf.y += 10;
}

/** The height that must fit one page: the heading, its text, and the header and first row of its table. */
function beginningOf(pdf: Pdf, { text, table }: Section): number {
  pdf.font("regular").fontSize(BODY);
  const words = pdf.heightOfString(printable(text), { width: widthOf(pdf), lineGap: BODY * LEADING });
  if (table === null) return HEADING + words;
  const grid = gridOf(table, pdf);
  const header = table.columns.map((column) => ({ text: column.label }));
  const [first = []] = table.rows;
  return HEADING + words + heightOf(pdf, header, grid, true) + heightOf(pdf, first, grid, false);
}

function drawSection(pdf: Pdf, section: Section, document: BulletinDocument): void {
  const { top } = pdf.page.margins;
  if (pdf.y > top && pdf.y + beginningOf(pdf, section) > bottomOf(pdf)) addSamePage(pdf);
  pdf.outline.addItem(section.heading);
  pdf.fillColor(INK).moveDown(0.4);
  write(pdf, section.heading, 13, { bold: true });
  paragraphs(pdf, section.text, document);
  if (section.table !== null) drawTable(pdf, section.table);
}

function drawClosing(pdf: Pdf, document: BulletinDocument): void {
  const { closing, office, dateText, cutOffText, sampleNote } = document;
  // Signature and notes are on one page with the text of the closing; a line of space separates the parts.
  pdf.font("regular").fontSize(BODY);
  const words = [closing, office, dateText, cutOffText, sampleNote ?? "", " ", " ", " "].join("\n");
  const height = pdf.heightOfString(printable(words), { width: widthOf(pdf), lineGap: BODY * LEADING });
  if (pdf.y + height > bottomOf(pdf)) addSamePage(pdf);
  pdf.moveDown(0.6);
  paragraphs(pdf, document.closing, document);
  pdf.moveDown();
  write(pdf, document.office, BODY, { align: "right" });
  write(pdf, document.dateText, BODY, { align: "right" });
  pdf.moveDown();
  for (const note of [document.cutOffText, document.sampleNote]) if (note !== null) write(pdf, note, 10);
}

/** Begins a page for the charts, with their bookmark. */
function beginCharts(pdf: Pdf, { lang }: BulletinDocument) {
  const charts = getTranslator(lang)("bulletin.charts");
  pdf.addPage({ size: "A4", margins: PORTRAIT });
  write(pdf, charts, 13, { bold: true });
  return pdf.outline.addItem(charts);
}

async function drawCharts(pdf: Pdf, charts: BulletinCharts, document: BulletinDocument): Promise<void> {
  let bookmark: PDFKit.PDFOutline | null = null;
  for await (const { code, model } of charts) {
    bookmark ??= beginCharts(pdf, document);
    const width = widthOf(pdf);
    const size = { ...CHART, height: figureHeight(model, CHART.width, CHART.height) };
    const height = (width * size.height) / size.width;
    if (pdf.y + height > bottomOf(pdf)) addSamePage(pdf);
    bookmark.addItem(`${code} ${model.title}`);
    drawSvgInto(pdf, chartSvg(model, size), { x: pdf.page.margins.left, y: pdf.y, width, height });
    pdf.y += height + 16;
  }
}

/** On the outer side of the sheet, one character from the edge: odd pages right, even ones left. */
function drawFolios(pdf: Pdf, document: BulletinDocument): void {
  const t = getTranslator(document.lang);
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    const { left } = pdf.page.margins;
    const width = widthOf(pdf);
    // Below the text area: with the bottom margin set, writing there would add a page.
    pdf.page.margins.bottom = 0;
    const y = pdf.page.height - 22 * MM;
    pdf.font("regular").fontSize(FOLIO).fillColor(INK);
    const align = (index + 1) % 2 === 1 ? "right" : "left";
    pdf.text(t("bulletin.page", { number: index + 1 }), left + FOLIO, y, {
      width: width - 2 * FOLIO,
      align,
      lineBreak: false,
    });
  }
}

export async function bulletinToPdf(document: BulletinDocument, charts: BulletinCharts): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margins: PORTRAIT,
    bufferPages: true,
    lang: document.lang,
    displayTitle: true,
    font: NO_FONT,
    info: { Title: document.title, Author: document.office },
  });
  registerFonts(pdf);
  const done = toBytes(pdf);
  head(pdf, document);
  for (const section of document.sections.filter(({ key }) => key !== "annex")) drawSection(pdf, section, document);
  drawClosing(pdf, document);
  for (const section of document.sections.filter(({ key }) => key === "annex")) {
    pdf.addPage({ size: "A4", layout: "landscape", margins: LANDSCAPE });
    drawSection(pdf, section, document);
  }
  await drawCharts(pdf, charts, document);
  drawFolios(pdf, document);
  pdf.end();
  return done;
}
