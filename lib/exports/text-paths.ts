// Converts the text of our SVG drawings to outlines: they look the same without the font, but only their description
// can be searched or read aloud.
import type { Typeface } from "@/lib/charts/layout/figure-choices";
import { TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { getFont, replaceMissingGlyphs, typefaceOf } from "./fonts";

const TEXT = /<text([^>]*)>([^<]*)<\/text>/g;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

function attributesOf(written: string): Map<string, string> {
  return new Map([...written.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
}

function plain(escaped: string, typeface: Typeface): string {
  return replaceMissingGlyphs(
    escaped.replace(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity),
    typeface,
  );
}

/** The share of a line's width left of its anchor. */
const SHARE_BEFORE: Readonly<Record<string, number>> = { middle: 0.5, end: 1 };

function outline(written: string, escaped: string, typeface: Typeface): string {
  const attributes = attributesOf(written);
  const font = getFont(Number(attributes.get("font-weight") ?? 400) >= 600 ? "bold" : "regular", typeface);
  const scale = Number(attributes.get("font-size") ?? TEXT_SIZE) / font.unitsPerEm;
  const run = font.layout(plain(escaped, typeface));
  const x =
    Number(attributes.get("x") ?? 0) -
    run.advanceWidth * scale * (SHARE_BEFORE[attributes.get("text-anchor") ?? ""] ?? 0);
  const y = Number(attributes.get("y") ?? 0);
  let pen = 0;
  let path = "";
  for (const [index, glyph] of run.glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {};
    path += glyph.path.transform(scale, 0, 0, -scale, (pen + xOffset) * scale, -yOffset * scale).toSVG();
    pen += xAdvance;
  }
  const fill = attributes.get("fill");
  const rounded = path.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
  return `<path transform="translate(${Math.round(x * 100) / 100} ${y})"${fill === undefined ? "" : ` fill="${fill}"`} d="${rounded}"/>`;
}

/** @param svg from chartToSvg(): every text is one run at one position. */
export function textToPaths(svg: string): string {
  const typeface = typefaceOf(svg);
  return svg.replace(TEXT, (_, attributes: string, text: string) => outline(attributes, text, typeface));
}
