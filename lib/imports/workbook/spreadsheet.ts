// Workbooks that SheetJS parses: .xlsx from its unpacked parts, .xls from its bytes.
import { type CellObject, CFB, read, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import {
  BLANK_CELL,
  type GridCell,
  type GridRow,
  type GridSheet,
  type WorkbookLimits,
} from "@/lib/imports/workbook/grid";
import { errorCell, numberCell, textCell } from "@/lib/imports/workbook/grid-cell";
import { struckInBinary, struckInOffice } from "@/lib/imports/workbook/struck-out";

const MAIN_NAMESPACE =
  /xmlns:(\w+)="http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006|purl\.oclc\.org\/ooxml\/spreadsheetml)\/main"/u;

/** WPS and some libraries write <x:row>; the parser knows the plain names. */
function withoutPrefix(xml: string): string {
  const prefix = xml.slice(0, 4000).match(MAIN_NAMESPACE)?.[1];
  if (prefix === undefined) return xml;
  return xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</").replaceAll(`xmlns:${prefix}=`, "xmlns=");
}

/** The names of sheets with struck-out cells, each with their addresses. */
export type StruckCells = ReadonlyMap<string, ReadonlySet<string>>;

function cellOf(cell: CellObject | undefined, is1904: boolean): GridCell {
  if (cell === undefined || cell.v === undefined || cell.t === "z") return BLANK_CELL;
  if (cell.t === "e") return errorCell(typeof cell.w === "string" && cell.w.startsWith("#") ? cell.w : "#N/A");
  if (cell.t === "n" && typeof cell.v === "number") {
    const format = typeof cell.z === "string" ? cell.z : "General";
    return numberCell(cell.v, { isPercent: format.includes("%"), isDate: SSF.is_date(format), is1904 });
  }
  if (cell.t === "b") return textCell(cell.v === true ? "TRUE" : "FALSE");
  return textCell(withoutStruckRuns(cell) ?? String(cell.v));
}

/** Rich text without its struck-out runs; null if it has none. */
function withoutStruckRuns(cell: CellObject): string | null {
  const rich: unknown = (cell as { r?: unknown }).r;
  if (typeof rich !== "string" || !/<strike(?:\s*\/>|>|\s+val="(?:1|true)")/u.test(rich)) return null;
  const kept = rich
    .split(/<\/r>/u)
    .filter((run) => !/<strike(?:\s*\/>|>|\s+val="(?:1|true)")/u.test(run))
    .map((run) => run.match(/<t[^>]*>([\s\S]*?)<\/t>/u)?.[1] ?? "")
    .join("");
  return kept.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

type Dense = (CellObject | undefined)[][];

function rowsOf(sheet: WorkSheet, struck: ReadonlySet<string>, columns: number, is1904: boolean): GridRow[] {
  const data = (sheet as { "!data"?: Dense })["!data"] ?? [];
  const info = sheet["!rows"] ?? [];
  const rows: GridRow[] = [];
  for (let index = 0; index < data.length; index += 1) {
    const cells = Array.from({ length: Math.min(columns, data[index]?.length ?? 0) }, (_, column) =>
      cellOf(data[index]?.[column], is1904),
    );
    while (cells.length > 0 && cells.at(-1)?.text === "") cells.pop();
    const places = cells.flatMap((cell, column) => (cell.text === "" ? [] : [`${index}:${column}`]));
    rows.push({
      line: index + 1,
      cells,
      isHidden: info[index]?.hidden === true,
      isStruck: places.length > 0 && places.every((place) => struck.has(place)),
    });
  }
  while (rows.length > 0 && rows.at(-1)?.cells.length === 0) rows.pop();
  return rows;
}

export function sheetsOf(book: WorkBook, struck: StruckCells, limits: WorkbookLimits): GridSheet[] {
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || sheet["!type"] === "chart") return [];
    return [
      {
        name,
        isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
        rows: rowsOf(sheet, struck.get(name) ?? new Set(), limits.columns, is1904),
        merges: (sheet["!merges"] ?? [])
          .slice(0, 20_000)
          .map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
      },
    ];
  });
}

export const PARSE_OPTIONS = {
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellHTML: false,
  cellFormula: false,
  bookVBA: false,
} as const;

/** An archive of the same parts, uncompressed, for the parser. */
export function repack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const archive = CFB.utils.cfb_new();
  for (const [name, bytes] of parts) CFB.utils.cfb_add(archive, `/${name}`, bytes);
  return new Uint8Array(CFB.write(archive, { fileType: "zip", type: "buffer" }) as unknown as ArrayBuffer);
}

export function readOfficeWorkbook(parts: ReadonlyMap<string, Uint8Array>, limits: WorkbookLimits): GridSheet[] {
  const plain = new Map<string, Uint8Array>();
  for (const [name, bytes] of parts) {
    const isXml = name.startsWith("xl/") && name.endsWith(".xml");
    plain.set(name, isXml ? new TextEncoder().encode(withoutPrefix(new TextDecoder().decode(bytes))) : bytes);
  }
  const book = read(repack(plain), { ...PARSE_OPTIONS, type: "array", sheetRows: limits.rows + 1 });
  return sheetsOf(book, struckInOffice(plain), limits);
}

export function readBinaryWorkbook(bytes: Uint8Array, limits: WorkbookLimits): GridSheet[] {
  const book = read(bytes, { ...PARSE_OPTIONS, type: "array", sheetRows: limits.rows + 1 });
  return sheetsOf(book, struckInBinary(bytes), limits);
}
