// The title and the foot of a slide.
import type pptxgen from "pptxgenjs";
import { fitText, wrapText } from "@/lib/charts/layout/text-width";
import { FONT, INK, SOFT } from "./pptx-style";

/** In inches: LAYOUT_WIDE. */
export const WIDE = { w: 13.33, h: 7.5 };
export const BODY = { x: 0.6, w: WIDE.w - 1.2 };

interface TextArea {
  /** In inches. */
  readonly w: number;
  readonly h: number;
  /** In points. */
  readonly largest: number;
  readonly smallest: number;
}

/** A text box has a margin of 0.1 inch on each side and half of it above and below; a line takes 1.2 of its size. */
const innerWidth = ({ w }: TextArea) => (w - 0.2) * 72;
const mostLines = ({ h }: TextArea, size: number) => Math.floor(((h - 0.1) * 72) / (size * 1.2));
const linesOf = (text: string, area: TextArea, size: number) => wrapText(text, innerWidth(area), size, 1000);

/** The largest size in points at which the paragraphs fit; null if even the smallest is too large. */
export function fittingSize(paragraphs: readonly string[], area: TextArea): number | null {
  for (let size = area.largest; size >= area.smallest; size -= 1) {
    const lines = paragraphs.reduce((sum, text) => sum + linesOf(text, area, size).length, 0);
    if (lines <= mostLines(area, size)) return size;
  }
  return null;
}

/** The paragraphs in the largest size that fits, truncated with an ellipsis where even the smallest is too large. */
export function fittedTo(area: TextArea, paragraphs: readonly string[]): { fontSize: number; texts: string[] } {
  const size = fittingSize(paragraphs, area);
  if (size !== null) return { fontSize: size, texts: [...paragraphs] };
  let left = mostLines(area, area.smallest);
  const texts = paragraphs.flatMap((text) => {
    const shown = wrapText(text, innerWidth(area), area.smallest, Math.max(0, left));
    left -= shown.length;
    return shown.length === 0 ? [] : [shown.join("")];
  });
  return { fontSize: area.smallest, texts };
}

const TITLE = { ...BODY, h: 0.8, largest: 24, smallest: 14 } as const;
const FOOT = { w: BODY.w - 0.8, size: 9, lines: 2 } as const;

export function titled(slide: pptxgen.Slide, text: string): void {
  const { fontSize, texts } = fittedTo(TITLE, [text]);
  slide.addText(texts.join(""), { ...BODY, y: 0.35, h: TITLE.h, fontFace: FONT, fontSize, bold: true, color: INK });
}

export function footed(slide: pptxgen.Slide, text: string): void {
  const shown = fitText(text, FOOT.w * 72 * FOOT.lines * 0.95, FOOT.size);
  slide.addText(shown, { x: BODY.x, w: FOOT.w, y: 6.95, h: 0.4, fontFace: FONT, fontSize: FOOT.size, color: SOFT });
  slide.slideNumber = { x: BODY.x + BODY.w - 0.6, y: 6.95, w: 0.6, h: 0.4, align: "right", fontSize: 10, color: SOFT };
}
