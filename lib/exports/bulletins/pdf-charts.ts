// The charts of a PDF, numbered, each with a caption and a bookmark, and its page numbers.
import { figureHeight } from "@/lib/charts/layout/figure-height";
import { chartSvg, drawSvgInto } from "@/lib/exports/pdf";
import { drawArtifact, drawTagged } from "@/lib/exports/pdf-tags";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinCharts } from "./charts";
import { addSamePage, BODY, bottomOf, INK, MM, type Pdf, PORTRAIT, SMALL, widthOf, write } from "./pdf-text";

const FOLIO = 14;
/** The line below a chart. */
const CAPTION_HEIGHT = 20;
/** Three on a page; one with many steps is higher. */
const CHART = { width: 640, height: 262, theme: "print" } as const;

/** Begins a page for the charts, with their bookmark. */
function beginCharts(pdf: Pdf, heading: string) {
  pdf.addPage({ size: "A4", margins: PORTRAIT });
  write(pdf, heading, BODY, { bold: true, tag: "H2" });
  return pdf.outline.addItem(heading);
}

/** @param heading above the first chart, on a new page */
export async function drawCharts(pdf: Pdf, charts: BulletinCharts, heading: string, lang: Language): Promise<void> {
  const t = getTranslator(lang);
  let bookmark: PDFKit.PDFOutline | null = null;
  let number = 0;
  for await (const { code, model } of charts) {
    bookmark ??= beginCharts(pdf, heading);
    const width = widthOf(pdf);
    const size = { ...CHART, height: figureHeight(model, CHART.width, CHART.height) };
    const height = (width * size.height) / size.width;
    number += 1;
    if (pdf.y + height + CAPTION_HEIGHT > bottomOf(pdf)) addSamePage(pdf);
    const title = `${code} ${model.title}`;
    bookmark.addItem(title);
    const { y } = pdf;
    const x = pdf.page.margins.left;
    drawTagged(pdf, "Figure", () => drawSvgInto(pdf, chartSvg(model, size), { x, y, width, height }), {
      alt: `${code} ${model.description}`,
      bbox: [x, y, x + width, y + height],
    });
    pdf.y += height + 4;
    write(pdf, t("bulletin.figure", { number, title }), SMALL, { align: "center" });
    pdf.y += 12;
  }
}

/** On the outer side of the sheet, one character from the edge: odd pages right, even ones left. */
export function drawFolios(pdf: Pdf, lang: Language): void {
  const t = getTranslator(lang);
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
    const options = { width: width - 2 * FOLIO, align, lineBreak: false } as const;
    drawArtifact(pdf, "Pagination", () =>
      pdf.text(t("bulletin.page", { number: index + 1 }), left + FOLIO, y, options),
    );
  }
}
