// A chart as a one-page PDF: vector lines, selectable text, the font embedded.
import svgToPdf from "svg-to-pdfkit";
import type { Typeface } from "@/lib/charts/layout/figure-choices";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { cleanLine } from "@/lib/domain/text/clean-text";
import { FILE_AUTHOR } from "@/lib/exports/file-author";
import { getFont, replaceMissingGlyphs } from "@/lib/exports/fonts";
import { measureInPieces, type PdfFont } from "@/lib/exports/pdf-long-words";
import { createPdf, drawTagged } from "@/lib/exports/pdf-tags";
import { chartToBundledSvg, type PictureOptions } from "@/lib/exports/svg";

/** The drawing library clips an SVG with width and height: remove them and preserve the viewBox. */
function withoutOwnSize(svg: string): string {
  return svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    return `<svg${attributes.replace(/ (width|height)="[^"]*"/g, "")}>`;
  });
}

const currentFont = (document: PDFKit.PDFDocument) => (document as unknown as { readonly _font: PdfFont })._font;

/**
 * Registers `regular` and `bold`, opened once per process: reading and decoding both takes longer than drawing a chart.
 * Create the document with `font: NO_FONT`: a font under another name would be opened again for every text.
 */
export function registerFonts(document: PDFKit.PDFDocument, typeface: Typeface = "sans"): void {
  for (const weight of ["regular", "bold"] as const) {
    // The library also takes opened fonts, which its types omit.
    document.registerFont(weight, getFont(weight, typeface) as unknown as PDFKit.Mixins.PDFFontSource);
    measureInPieces(currentFont(document.font(weight)));
  }
  document.font("regular");
}

export const NO_FONT = "";

/** The document's bytes when it ends; call this before drawing. */
export function toBytes(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The chart as SVG for drawSvgInto(). */
export function chartSvg(model: ChartModel, options: PictureOptions): string {
  return replaceMissingGlyphs(withoutOwnSize(chartToBundledSvg(model, options)), model.typeface);
}

/** Draws into a box of a document whose fonts are registered as `regular` and `bold`. */
export function drawSvgInto(document: PDFKit.PDFDocument, svg: string, { x, y, width, height }: Box): void {
  svgToPdf(document, svg, x, y, {
    width,
    height,
    assumePt: true,
    fontCallback: (_family, bold) => (bold ? "bold" : "regular"),
    warningCallback: () => undefined,
  });
}

/** A CSS pixel is 1/96 inch, a PDF's point 1/72. */
const POINTS_PER_PIXEL = 72 / 96;

/** @throws ExportSizeError */
export async function chartToPdf(model: ChartModel, options: PictureOptions): Promise<Buffer> {
  const [width, height] = [options.width * POINTS_PER_PIXEL, options.height * POINTS_PER_PIXEL];
  const svg = chartSvg(model, options);
  const document = createPdf({
    size: [width, height],
    margin: 0,
    compress: true,
    font: NO_FONT,
    lang: model.lang,
    info: {
      Title: cleanLine(model.title),
      Subject: cleanLine(model.description),
      Author: FILE_AUTHOR,
    },
  });
  registerFonts(document, model.typeface);
  const done = toBytes(document);
  drawTagged(document, "Figure", () => drawSvgInto(document, svg, { x: 0, y: 0, width, height }), {
    alt: cleanLine(model.description),
    bbox: [0, 0, width, height],
  });
  document.end();
  return done;
}
