import { describe, expect, it } from "vitest";
import { NO_FONT, registerFonts } from "@/lib/exports/pdf";
import { createPdf } from "@/lib/exports/pdf-tags";

interface LaidOut {
  /** What pdfkit calls for a text whose width or glyphs it does not know yet. */
  readonly _font: { readonly font: { layout(text: string, features?: unknown): unknown } };
}

/** The number of characters whose glyphs are looked up to measure and break `text`. */
function charactersLaidOut(text: string, features?: PDFKit.Mixins.OpenTypeFeatures[]): number {
  const pdf = createPdf({ size: "A4", font: NO_FONT, lang: "en" });
  registerFonts(pdf);
  const { font } = (pdf as unknown as LaidOut)._font;
  const layout = font.layout.bind(font);
  let count = 0;
  font.layout = (piece, ...rest) => {
    count += piece.length;
    return layout(piece, ...rest);
  };
  pdf.fontSize(16).heightOfString(text, { width: 440, ...(features === undefined ? {} : { features }) });
  return count;
}

describe("breaking a word that is wider than its line", () => {
  const mixed = Array.from({ length: 8000 }, (_, index) => "QWimr07-"[(index * index) % 8]).join("");

  it.each([
    ["the default features", undefined],
    ["OpenType features", ["pwid", "kern", "liga"] as PDFKit.Mixins.OpenTypeFeatures[]],
  ])("takes time in proportion to its length, with %s", (_, features) => {
    for (const length of [1000, 2000, 8000]) {
      expect(charactersLaidOut(mixed.slice(0, length), features) / length).toBeLessThan(12);
    }
  });

  it("measures a text as the sum of its characters, whichever half of a pair is at the end of a piece", () => {
    const pdf = createPdf({ size: "A4", font: NO_FONT, lang: "en" });
    registerFonts(pdf);
    pdf.fontSize(10);
    for (let before = 0; before < 40; before += 1) {
      const text = `${"\u{20089}".repeat(90)}${"督".repeat(before)}`;
      expect(pdf.widthOfString(text)).toBeCloseTo(10 * [...text].length, 6);
    }
  });
});
