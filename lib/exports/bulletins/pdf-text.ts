// The text of a bulletin's PDF, in the sizes of its Word file.
import type { BulletinDocument } from "@/lib/bulletins/document";
import { isThirdLevel, paragraphsOf, splitLead, splitSentence } from "@/lib/bulletins/paragraphs";
import { cleanText } from "@/lib/domain/text/clean-text";
import { replaceMissingGlyphs } from "@/lib/exports/fonts";
import { drawTagged, type Tag } from "@/lib/exports/pdf-tags";

export type Pdf = PDFKit.PDFDocument;

/** Points in a millimetre. */
export const MM = 72 / 25.4;
export const PORTRAIT = { top: 37 * MM, left: 28 * MM, right: 26 * MM, bottom: 35 * MM };

export const LANDSCAPE = { top: 28 * MM, left: 24 * MM, right: 24 * MM, bottom: 26 * MM };

/** 三号 and 小五: a line of body text takes 28.8 pt. */
export const BODY = 16;
export const SMALL = 9;
/** Line spacing relative to the font size. */
export const LEADING = 0.35;
export const INK = "#1c1b19";

export const widthOf = ({ page }: Pdf) => page.width - page.margins.left - page.margins.right;
export const bottomOf = ({ page }: Pdf) => page.height - page.margins.bottom;

/** A new page with the size and orientation of this one. */
export function addSamePage(pdf: Pdf): void {
  const isWide = pdf.page.layout === "landscape";
  pdf.addPage({
    size: pdf.page.size,
    ...(isWide ? { layout: "landscape", margins: LANDSCAPE } : { margins: PORTRAIT }),
  });
}

/** The font's quotation marks are as wide as a Chinese character; text without Chinese has proportional ones. */
export function lettering(pdf: Pdf, text: string): PDFKit.Mixins.TextOptions {
  return pdf.options.lang === "en" && !/\p{Script=Han}/u.test(text) ? { features: ["pwid", "kern", "liga"] } : {};
}

interface WriteOptions extends PDFKit.Mixins.TextOptions {
  readonly bold?: boolean;
  readonly tag?: Tag;
}

/** Text across the page, as a paragraph unless `tag` is another element. */
export function write(pdf: Pdf, text: string, size: number, { tag = "P", ...options }: WriteOptions = {}): void {
  drawTagged(pdf, tag, () => writeInside(pdf, text, size, options));
}

/** Text across the page, inside an element or artifact. */
function writeInside(pdf: Pdf, text: string, size: number, options: Omit<WriteOptions, "tag"> = {}): void {
  const { bold = false, ...rest } = options;
  pdf.font(bold ? "bold" : "regular").fontSize(size);
  const lineGap = size * LEADING;
  pdf.text(printable(text), pdf.page.margins.left, pdf.y, {
    width: widthOf(pdf),
    lineGap,
    ...lettering(pdf, text),
    ...rest,
  });
}

/** Without control characters, which would be boxes. */
export const printable = (text: string) => replaceMissingGlyphs(cleanText(text));

/** The mark of the notes at the foot of the first page. */
export const NOTE_MARK = "①";

/** @param isNoted the first sentence ends with the mark of the notes */
export function paragraphs(pdf: Pdf, text: string, document: BulletinDocument, isNoted = false): void {
  for (const [index, paragraph] of paragraphsOf(text).entries()) {
    const line = isNoted && index === 0 ? splitSentence(paragraph).join(NOTE_MARK) : paragraph;
    const { lead, rest } = splitLead(line);
    const indent = document.lang === "en" ? 0 : BODY * 2;
    if (lead === "") write(pdf, line, BODY, { align: "justify", indent, ...(isThirdLevel(line) && { tag: "H4" }) });
    else if (rest === "") write(pdf, lead, BODY, { indent, bold: true, tag: "H3" });
    else {
      drawTagged(pdf, "P", () => {
        writeInside(pdf, `${lead}${document.lang === "en" ? " " : ""}`, BODY, { indent, bold: true, continued: true });
        pdf.font("regular").text(printable(rest), { lineGap: BODY * LEADING, ...lettering(pdf, rest) });
      });
    }
  }
}

export function textHeight(pdf: Pdf, text: string): number {
  pdf.font("regular").fontSize(BODY);
  return pdf.heightOfString(printable(text), { width: widthOf(pdf), lineGap: BODY * LEADING });
}
