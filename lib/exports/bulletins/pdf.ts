// A bulletin as a PDF: selectable text in an embedded font, bookmarks, page numbers, vector charts.
import { annexPaper } from "@/lib/bulletins/annex-paper";
import type { BulletinDocument, Section } from "@/lib/bulletins/document";
import { paragraphsOf } from "@/lib/bulletins/paragraphs";
import { NO_FONT, registerFonts, toBytes } from "@/lib/exports/pdf";
import { createPdf, drawArtifact } from "@/lib/exports/pdf-tags";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinCharts } from "./charts";
import { drawCharts, drawFolios } from "./pdf-charts";
import { drawTable, headHeight } from "./pdf-table";
import {
  addSamePage,
  BODY,
  bottomOf,
  INK,
  LANDSCAPE,
  LEADING,
  MM,
  NOTE_MARK,
  type Pdf,
  PORTRAIT,
  paragraphs,
  printable,
  SMALL,
  textHeight,
  widthOf,
  write,
} from "./pdf-text";

const RED = "#c00000";
/** 二号 and 四号, as in the Word file. */
const TITLE = 22;
const MASTHEAD = 44;
const FOLIO = 14;
/** A heading with the space around it. */
const HEADING = 40;

function head(pdf: Pdf, document: BulletinDocument): void {
  const centred = { align: "center" } as const;
  pdf.fillColor(RED);
  write(pdf, document.masthead, MASTHEAD, { ...centred, bold: true });
  pdf.moveDown(0.3).fillColor(INK);
  const t = getTranslator(document.lang);
  write(pdf, document.number ?? t("bulletin.inBrackets", { text: document.draftMark ?? "" }), BODY, centred);
  write(pdf, [document.office, document.dateText].join(t("bulletin.gap")), BODY, centred);
  const y = pdf.y + 4;
  drawArtifact(pdf, "Layout", () => {
    pdf.moveTo(pdf.page.margins.left, y).lineTo(pdf.page.width - pdf.page.margins.right, y);
    pdf.lineWidth(2).stroke(RED);
  });
  pdf.y = y + 24;
  write(pdf, document.title, TITLE, { ...centred, bold: true, tag: "H1" });
  pdf.moveDown(0.8);
  if (document.recipients !== "") write(pdf, document.recipients, BODY);
}

/** The height that must fit one page: the heading, three lines of its text, and the first row of a table right after them. */
function openingHeight(pdf: Pdf, { text, table }: Section): number {
  const [first = "", ...more] = paragraphsOf(text);
  const words = Math.min(textHeight(pdf, first), textHeight(pdf, "\n\n"));
  if (table === null || more.length > 0) return HEADING + words;
  return HEADING + words + headHeight(pdf, table);
}

/** The signature is on one page with the end of the text; a line of space separates the parts. */
function closingHeight(pdf: Pdf, document: BulletinDocument, last: string): number {
  const { closing, office, dateText, attachments } = document;
  return textHeight(pdf, [last, closing, ...attachments, office, dateText, " ", " "].join("\n"));
}

interface Place {
  /** Its first paragraph has the mark of the notes. */
  readonly isFirst?: boolean;
  /** Its last paragraph is left for the page of the signature, and returned, unless it may be the first as well. */
  readonly isLast?: boolean;
}

function drawSection(pdf: Pdf, section: Section, document: BulletinDocument, place: Place = {}): string {
  const { isFirst = false, isLast = false } = place;
  const { top } = pdf.page.margins;
  const all = paragraphsOf(section.text);
  // A single last paragraph is on the page of the signature with its heading.
  const isWhole = isLast && section.table === null && all.length === 1;
  const height = openingHeight(pdf, section) + (isWhole ? closingHeight(pdf, document, "") : 0);
  if (pdf.y > top && pdf.y + height > bottomOf(pdf)) addSamePage(pdf);
  pdf.outline.addItem(section.heading);
  pdf.fillColor(INK).moveDown(0.4);
  write(pdf, section.heading, BODY, { bold: true, tag: "H2" });
  const held = isLast && !isFirst && !isWhole && section.table === null ? (all.pop() ?? "") : "";
  paragraphs(pdf, all.join("\n"), document, isFirst);
  if (section.table !== null) drawTable(pdf, section.table);
  return held;
}

/** @param last the last paragraph of the text */
function drawClosing(pdf: Pdf, document: BulletinDocument, last: string): void {
  const { attachments } = document;
  if (pdf.y + closingHeight(pdf, document, last) > bottomOf(pdf)) addSamePage(pdf);
  paragraphs(pdf, last, document);
  paragraphs(pdf, document.closing, document);
  pdf.moveDown(0.5);
  const t = getTranslator(document.lang);
  const items = attachments.map((name, index) => t("bulletin.attachment", { number: index + 1, name }));
  for (const [index, item] of items.entries()) {
    const text = index === 0 ? t("bulletin.attachments", { list: item }) : item;
    write(pdf, text, BODY, { indent: index === 0 ? BODY * 2 : BODY * (document.lang === "en" ? 8 : 5) });
  }
  pdf.moveDown();
  write(pdf, document.office, BODY, { align: "right" });
  write(pdf, document.dateText, BODY, { align: "right" });
}

/** The notes on the cut-off and sample data, as in the footnote of the Word file. */
function notesText({ cutOffText, sampleNote }: BulletinDocument): string {
  return [`${NOTE_MARK} ${cutOffText}`, sampleNote ?? ""].filter(Boolean).join("\n");
}

/** Between the text and the rule above the notes, and below the rule. */
const NOTE_SPACE = 8;

/** Makes room for the notes at the foot of the first page. */
function reserveNotes(pdf: Pdf, document: BulletinDocument): void {
  pdf.font("regular").fontSize(SMALL);
  const height = pdf.heightOfString(printable(notesText(document)), {
    width: widthOf(pdf),
    lineGap: SMALL * LEADING,
  });
  pdf.page.margins.bottom += height + 2 * NOTE_SPACE;
}

/** Draws them there, below a short rule. */
function drawNotes(pdf: Pdf, document: BulletinDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  const { y } = pdf;
  pdf.switchToPage(start);
  const { left } = pdf.page.margins;
  pdf.y = bottomOf(pdf) + NOTE_SPACE;
  pdf.page.margins.bottom = PORTRAIT.bottom;
  drawArtifact(pdf, "Layout", () => {
    pdf.moveTo(left, pdf.y).lineTo(left + 50 * MM, pdf.y);
    pdf.lineWidth(0.5).stroke(INK);
  });
  pdf.y += NOTE_SPACE;
  write(pdf, notesText(document), SMALL);
  pdf.switchToPage(start + count - 1);
  pdf.y = y;
}

/** The print lines at the end of the file: who receives a copy, who printed it, when. */
function drawColophon(pdf: Pdf, { copyToText, printedBy, printedOnText }: BulletinDocument): void {
  const { left } = pdf.page.margins;
  const width = widthOf(pdf);
  const rule = () => {
    drawArtifact(pdf, "Layout", () => {
      pdf.moveTo(left, pdf.y).lineTo(left + width, pdf.y);
      pdf.lineWidth(0.5).stroke(INK);
    });
    pdf.y += 4;
  };
  pdf.font("regular").fontSize(FOLIO);
  const lines = [copyToText ?? "", printedBy].map(printable).join("\n");
  const height = pdf.heightOfString(lines, { width, lineGap: FOLIO * LEADING }) + 3 * FOLIO;
  if (pdf.y + height > bottomOf(pdf)) addSamePage(pdf);
  pdf.y += FOLIO;
  rule();
  if (copyToText !== null) {
    write(pdf, copyToText, FOLIO);
    rule();
  }
  const { y } = pdf;
  write(pdf, printedBy, FOLIO);
  pdf.y = y;
  write(pdf, printedOnText, FOLIO, { align: "right" });
  rule();
}

export async function bulletinToPdf(document: BulletinDocument, charts: BulletinCharts): Promise<Buffer> {
  const pdf = createPdf({
    size: "A4",
    margins: PORTRAIT,
    bufferPages: true,
    lang: document.lang,
    font: NO_FONT,
    info: { Title: document.title, Author: document.office },
  });
  registerFonts(pdf);
  const done = toBytes(pdf);
  reserveNotes(pdf, document);
  head(pdf, document);
  const body = document.sections.filter(({ key }) => key !== "annex");
  const held = body.map((section, index) =>
    drawSection(pdf, section, document, { isFirst: index === 0, isLast: index === body.length - 1 }),
  );
  drawClosing(pdf, document, held.at(-1) ?? "");
  drawNotes(pdf, document);
  for (const section of document.sections.filter(({ key }) => key === "annex")) {
    const size = section.table === null ? "A4" : annexPaper(section.table);
    pdf.addPage({ size, layout: "landscape", margins: LANDSCAPE });
    drawSection(pdf, section, document);
  }
  await drawCharts(pdf, charts, document.chartsHeading, document.lang);
  drawColophon(pdf, document);
  drawFolios(pdf, document.lang);
  pdf.end();
  return done;
}
