// A chart as a one-page PDF: vector lines, selectable text, the font embedded.
import PDFDocument from "pdfkit";
import svgToPdf from "svg-to-pdfkit";
import type { ChartModel } from "@/lib/charts/chart-model";
import { coveredText, fontsFor } from "@/lib/exports/fonts";
import { chartToSvg, type PictureOptions } from "@/lib/exports/svg";

/** The drawing library clips a picture that carries its own width and height: only the viewBox may stay. */
function withoutOwnSize(svg: string): string {
  return svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    return `<svg${attributes.replace(/ (width|height)="[^"]*"/g, "")}>`;
  });
}

/** @throws ExportSizeError */
export async function chartToPdf(model: ChartModel, options: PictureOptions): Promise<Buffer> {
  const { width, height } = options;
  const svg = coveredText(withoutOwnSize(chartToSvg(model, options)));
  const fonts = await fontsFor(svg);
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    compress: true,
    font: fonts.regular,
    lang: model.lang,
    displayTitle: true,
    info: { Title: model.title, Subject: model.description },
  });
  document.registerFont("regular", fonts.regular);
  document.registerFont("bold", fonts.bold);
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  svgToPdf(document, svg, 0, 0, {
    width,
    height,
    assumePt: true,
    fontCallback: (_family, bold) => (bold ? "bold" : "regular"),
    warningCallback: () => undefined,
  });
  document.end();
  return done;
}
