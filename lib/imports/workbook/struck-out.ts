// Which cells are struck out. SheetJS reads no fonts, so their records are read here: cell → style → font.
import { CFB } from "@e965/xlsx";

type Struck = Map<string, Set<string>>;

const attribute = (tag: string, name: string) => tag.match(new RegExp(`\\b${name}="([^"]*)"`, "u"))?.[1];

function columnOf(address: string): number {
  let column = 0;
  for (const letter of address.replace(/\d+$/u, "")) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function decodeEntities(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** The indices of cell styles whose font is struck out. */
function struckStyles(styles: string): Set<string> {
  const fonts = styles.match(/<fonts\b[\s\S]*?<\/fonts>/u)?.[0].match(/<font\b(?:[^>]*\/>|[\s\S]*?<\/font>)/gu) ?? [];
  const struck = fonts.map((font) => /<strike(?:\s*\/>|>|\s+val="(?:1|true)")/u.test(font));
  const formats = styles.match(/<cellXfs\b[\s\S]*?<\/cellXfs>/u)?.[0].match(/<xf\b[^>]*>/gu) ?? [];
  return new Set(
    formats.flatMap((format, index) =>
      struck[Number(attribute(format, "fontId") ?? "0")] === true ? [String(index)] : [],
    ),
  );
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const part = parts.get(name);
  return part === undefined ? "" : new TextDecoder().decode(part);
}

/** The struck-out cells of an .xlsx by sheet, as `row:column` from 0. */
export function struckInOffice(parts: ReadonlyMap<string, Uint8Array>): Struck {
  const found: Struck = new Map();
  const styles = struckStyles(textOf(parts, "xl/styles.xml"));
  if (styles.size === 0) return found;
  const relations = new Map(
    (textOf(parts, "xl/_rels/workbook.xml.rels").match(/<(?:\w+:)?Relationship\b[^>]*>/gu) ?? []).map((tag) => [
      attribute(tag, "Id"),
      (attribute(tag, "Target") ?? "").replace(/^\/?(?:xl\/)?/u, "xl/"),
    ]),
  );
  for (const tag of textOf(parts, "xl/workbook.xml").match(/<sheet\b[^>]*>/gu) ?? []) {
    const path = relations.get(tag.match(/\b(?:\w+):id="([^"]*)"/u)?.[1]);
    const cells = new Set<string>();
    for (const [, cell = ""] of textOf(parts, path ?? "").matchAll(/<c\b([^>]*)>/gu)) {
      const [address, style] = [attribute(cell, "r"), attribute(cell, "s")];
      if (address === undefined || style === undefined || !styles.has(style)) continue;
      cells.add(`${Number(address.replace(/^[A-Z]+/u, "")) - 1}:${columnOf(address)}`);
    }
    if (cells.size > 0) found.set(decodeEntities(attribute(tag, "name") ?? ""), cells);
  }
  return found;
}

const FONT = 0x31;
const FORMAT = 0xe0;
const SHEET = 0x85;
const BEGIN = 0x809;
/** LABELSST, LABEL, NUMBER, RK, FORMULA, BLANK: row, column, format. */
const CELLS: readonly number[] = [0xfd, 0x204, 0x203, 0x27e, 0x06, 0x201];

interface BinaryRecord {
  readonly type: number;
  readonly at: number;
  readonly length: number;
}

function* recordsOf(view: DataView): Generator<BinaryRecord> {
  for (let at = 0; at + 4 <= view.byteLength; ) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > view.byteLength) return;
    yield { type, at, length };
    at += 4 + length;
  }
}

function sheetName(view: DataView, at: number): string {
  const [count, isWide] = [view.getUint8(at + 10), (view.getUint8(at + 11) & 1) === 1];
  let name = "";
  for (let index = 0; index < count; index += 1) {
    name += String.fromCharCode(isWide ? view.getUint16(at + 12 + index * 2, true) : view.getUint8(at + 12 + index));
  }
  return name;
}

/** The struck-out cells of an .xls by sheet, as `row:column` from 0. */
export function struckInBinary(bytes: Uint8Array): Struck {
  const found: Struck = new Map();
  try {
    const file = CFB.read(bytes, { type: "array" });
    const stream = CFB.find(file, "Workbook") ?? CFB.find(file, "Book");
    if (stream === null) return found;
    const content = Uint8Array.from(stream.content as ArrayLike<number>);
    const view = new DataView(content.buffer);
    const [fonts, formats, names]: [boolean[], number[], Map<number, string>] = [[], [], new Map()];
    let cells: Set<string> | null = null;
    for (const { type, at, length } of recordsOf(view)) {
      if (type === FONT) fonts.push((view.getUint16(at + 6, true) & 8) !== 0);
      if (type === FORMAT) formats.push(view.getUint16(at + 4, true));
      if (type === SHEET && length > 8) names.set(view.getUint32(at + 4, true), sheetName(view, at));
      const name = type === BEGIN ? names.get(at) : undefined;
      if (name !== undefined) {
        cells = new Set();
        found.set(name, cells);
      }
      if (cells === null || !CELLS.includes(type)) continue;
      const font = formats[view.getUint16(at + 8, true)] ?? 0;
      // Font 4 does not exist in this format.
      if (fonts[font > 4 ? font - 1 : font] === true)
        cells.add(`${view.getUint16(at + 4, true)}:${view.getUint16(at + 6, true)}`);
    }
    return found;
  } catch {
    return new Map();
  }
}
