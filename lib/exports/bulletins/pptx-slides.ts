// The title and the foot of a slide.
import type pptxgen from "pptxgenjs";
import { FONT, INK, SOFT } from "./pptx-charts";

/** In inches: LAYOUT_WIDE. */
export const WIDE = { w: 13.33, h: 7.5 };
export const BODY = { x: 0.6, w: WIDE.w - 1.2 };

export function titled(slide: pptxgen.Slide, text: string): void {
  slide.addText(text, {
    ...BODY,
    y: 0.35,
    h: 0.8,
    fontFace: FONT,
    fontSize: 24,
    bold: true,
    color: INK,
    fit: "shrink",
  });
}

export function footed(slide: pptxgen.Slide, text: string): void {
  slide.addText(text, { x: BODY.x, w: BODY.w - 0.8, y: 6.95, h: 0.4, fontFace: FONT, fontSize: 9, color: SOFT });
  slide.slideNumber = { x: BODY.x + BODY.w - 0.6, y: 6.95, w: 0.6, h: 0.4, align: "right", fontSize: 10, color: SOFT };
}
