// A bulletin as a PDF: selectable text in an embedded font, bookmarks, page numbers, charts as lines.
import PDFDocument from "pdfkit";
import { chartPalette } from "@/components/charts/figures/chart-palette";
import type { BulletinDocument, Section } from "@/lib/bulletins/document";
import type { Cell, Table } from "@/lib/bulletins/tables";
import { bulletinWords } from "@/lib/bulletins/words";
import { coveredText } from "@/lib/exports/fonts";
import { bytesOf, chartSvg, drawSvgInto, NO_FONT, registerFonts } from "@/lib/exports/pdf";
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
const PAD = 3;
const CHART = { width: 720, height: 310, theme: "print" } as const;

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
  pdf.text(coveredText(text), pdf.page.margins.left, pdf.y, { width: widthOf(pdf), lineGap: size * 0.35, ...rest });
}

function head(pdf: Pdf, document: BulletinDocument): void {
  const centred = { align: "center" } as const;
  pdf.fillColor(RED);
  write(pdf, document.masthead, 36, { ...centred, bold: true });
  pdf.moveDown(0.3).fillColor(INK);
  write(pdf, document.number ?? document.draftMark ?? "", BODY, centred);
  write(pdf, `${document.office}　　${document.dateText}`, BODY, centred);
  const y = pdf.y + 4;
  pdf.moveTo(pdf.page.margins.left, y).lineTo(pdf.page.width - pdf.page.margins.right, y);
  pdf.lineWidth(2).stroke(RED);
  pdf.y = y + 24;
  write(pdf, document.title, 18, { ...centred, bold: true });
  pdf.moveDown(0.8);
  if (document.recipients !== "") write(pdf, document.recipients, BODY);
}

function paragraphs(pdf: Pdf, text: string, document: BulletinDocument): void {
  for (const line of text.split(/\n+/).filter((one) => one.trim() !== "")) {
    write(pdf, line, BODY, { align: "justify", indent: document.lang === "en" ? 0 : BODY * 2 });
  }
}

interface Place {
  readonly x: number;
  readonly width: number;
}

function placesOf({ columns }: Table, pdf: Pdf): Place[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  let x = pdf.page.margins.left;
  return columns.map((column) => {
    const place = { x, width: (widthOf(pdf) * column.width) / shares };
    x += place.width;
    return place;
  });
}

function heightOf(pdf: Pdf, cells: readonly Cell[], places: readonly Place[], bold: boolean): number {
  pdf.font(bold ? "bold" : "regular").fontSize(SMALL);
  const heights = cells.map(({ text }, index) =>
    pdf.heightOfString(coveredText(text), { width: (places[index]?.width ?? 0) - PAD * 2 }),
  );
  return Math.max(SMALL, ...heights) + PAD * 2;
}

function drawRow(pdf: Pdf, table: Table, cells: readonly Cell[], places: readonly Place[], isHeader: boolean): void {
  const height = heightOf(pdf, cells, places, isHeader);
  const y = pdf.y;
  for (const [index, { text, light }] of cells.entries()) {
    const { x, width } = places[index] ?? { x: 0, width: 0 };
    pdf.lineWidth(0.5).rect(x, y, width, height);
    if (isHeader) pdf.fillAndStroke("#efede7", RULE);
    else pdf.stroke(RULE);
    const align = table.columns[index]?.align ?? "left";
    const inside = { width: width - PAD * 2, align };
    pdf.font(isHeader ? "bold" : "regular").fontSize(SMALL);
    // The font has every shape but this one, and the multiplication sign looks the same.
    const shape = text.slice(0, 1).replace("✕", "×");
    if (light !== undefined) {
      pdf.fillColor(chartPalette("print").lights[light]).text(shape, x + PAD, y + PAD, { continued: true, ...inside });
      pdf.fillColor(INK).text(coveredText(text.slice(1)), inside);
    } else pdf.fillColor(INK).text(coveredText(text), x + PAD, y + PAD, inside);
  }
  pdf.y = y + height;
}

/** Another page turned as this one is. */
function addSamePage(pdf: Pdf): void {
  const { size, layout, margins } = pdf.page;
  pdf.addPage({ size, layout, margins: { ...margins } } as PDFKit.PDFDocumentOptions);
}

/** Rows break between pages, never inside; each page begins with the header again. */
function drawTable(pdf: Pdf, table: Table): void {
  const header: Cell[] = table.columns.map((column) => ({ text: column.label }));
  const places = placesOf(table, pdf);
  pdf.y += 4;
  if (pdf.y + heightOf(pdf, header, places, true) * 3 > bottomOf(pdf)) addSamePage(pdf);
  drawRow(pdf, table, header, places, true);
  for (const row of table.rows) {
    if (pdf.y + heightOf(pdf, row, places, false) > bottomOf(pdf)) {
      addSamePage(pdf);
      drawRow(pdf, table, header, places, true);
    }
    drawRow(pdf, table, row, places, false);
  }
  pdf.y += 10;
}

function drawSection(pdf: Pdf, section: Section, document: BulletinDocument): void {
  if (pdf.y + 80 > bottomOf(pdf)) addSamePage(pdf);
  pdf.outline.addItem(section.heading);
  pdf.fillColor(INK).moveDown(0.4);
  write(pdf, section.heading, 13, { bold: true });
  paragraphs(pdf, section.text, document);
  if (section.table !== null) drawTable(pdf, section.table);
}

function drawClosing(pdf: Pdf, document: BulletinDocument): void {
  pdf.moveDown(0.6);
  paragraphs(pdf, document.closing, document);
  pdf.moveDown();
  write(pdf, document.office, BODY, { align: "right" });
  write(pdf, document.dateText, BODY, { align: "right" });
  pdf.moveDown();
  for (const note of [document.cutOffText, document.sampleNote]) if (note !== null) write(pdf, note, 10);
}

interface Drawing {
  readonly title: string;
  readonly svg: string;
}

function drawCharts(pdf: Pdf, drawings: readonly Drawing[], document: BulletinDocument): void {
  let parent: PDFKit.PDFOutline | null = null;
  for (const { title, svg } of drawings) {
    const height = (widthOf(pdf) * CHART.height) / CHART.width;
    if (parent === null || pdf.y + height > bottomOf(pdf)) pdf.addPage({ size: "A4", margins: PORTRAIT });
    parent ??= pdf.outline.addItem(bulletinWords(document.lang).charts);
    parent.addItem(title);
    drawSvgInto(pdf, svg, { x: pdf.page.margins.left, y: pdf.y, width: widthOf(pdf), height });
    pdf.y += height + 16;
  }
}

/** The charts as drawings. All of them before the first is set: the font is cut to the characters there are. */
async function drawingsOf(charts: BulletinCharts): Promise<Drawing[]> {
  const drawings: Drawing[] = [];
  for await (const { code, model } of charts) {
    drawings.push({ title: `${code} ${model.title}`, svg: chartSvg(model, CHART) });
  }
  return drawings;
}

function drawFolios(pdf: Pdf, document: BulletinDocument): void {
  const words = bulletinWords(document.lang);
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    // Below the text's own frame: with the margin kept, writing there would begin another page.
    pdf.page.margins.bottom = 0;
    const y = pdf.page.height - 22 * MM;
    pdf.font("regular").fontSize(11).fillColor(INK);
    pdf.text(words.page(index + 1), 0, y, { width: pdf.page.width, align: "center", lineBreak: false });
  }
}

export async function bulletinToPdf(document: BulletinDocument, charts: BulletinCharts): Promise<Buffer> {
  const drawings = await drawingsOf(charts);
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
  const done = bytesOf(pdf);
  head(pdf, document);
  for (const section of document.sections.filter(({ key }) => key !== "annex")) drawSection(pdf, section, document);
  drawClosing(pdf, document);
  for (const section of document.sections.filter(({ key }) => key === "annex")) {
    pdf.addPage({ size: "A4", layout: "landscape", margins: LANDSCAPE });
    drawSection(pdf, section, document);
  }
  drawCharts(pdf, drawings, document);
  drawFolios(pdf, document);
  pdf.end();
  return done;
}
