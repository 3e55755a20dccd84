// A collection of charts as a PDF: an index, then numbered vector figures with captions and bookmarks.
import { drawCharts, drawFolios } from "@/lib/exports/bulletins/pdf-charts";
import { drawTable } from "@/lib/exports/bulletins/pdf-table";
import { BODY, INK, PORTRAIT, write } from "@/lib/exports/bulletins/pdf-text";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { NO_FONT, registerFonts, toBytes } from "@/lib/exports/pdf";
import { createPdf } from "@/lib/exports/pdf-tags";
import { getTranslator } from "@/lib/i18n/translator";
import { type ChartCollection, IGNORE_DRAWN, withProgress } from "./collection";
import { indexTable } from "./index-table";

const TITLE = 22;

export async function collectionToPdf(collection: ChartCollection, onDrawn = IGNORE_DRAWN): Promise<Buffer> {
  const { lang, title, about, charts } = collection;
  const pdf = createPdf({
    size: "A4",
    margins: PORTRAIT,
    bufferPages: true,
    lang,
    font: NO_FONT,
    info: { Title: title, Author: FILE_AUTHOR },
  });
  registerFonts(pdf);
  const done = toBytes(pdf);
  pdf.fillColor(INK);
  write(pdf, title, TITLE, { bold: true, tag: "H1" });
  write(pdf, about, BODY);
  drawTable(pdf, indexTable(collection));
  await drawCharts(pdf, withProgress(charts, onDrawn), getTranslator(lang)("chartCollection.charts"), lang);
  drawFolios(pdf, lang);
  pdf.end();
  return done;
}
