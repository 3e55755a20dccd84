// Reads a workbook or a CSV file as rows of text with their line numbers.
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { cleanLine } from "@/lib/domain/text/clean-text";
import { MAX_SHEET_BYTES } from "@/lib/schemas/import";

const MOST_ROWS = 5000;

export interface SheetRow {
  /** The line number in a spreadsheet program, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

type SheetFault = "not-a-sheet" | "sheet-too-large" | "empty-sheet";
export type Sheet =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly fault: SheetFault };

/** The first sheet of a workbook, or a CSV file in UTF-8 or GB 18030, as Excel writes it in China. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.length > MAX_SHEET_BYTES) return { ok: false, fault: "sheet-too-large" };
  const rows = isZip(bytes) ? await workbookRows(bytes) : csvRows(bytes);
  if (rows === null) return { ok: false, fault: "not-a-sheet" };
  if (rows.length > MOST_ROWS) return { ok: false, fault: "sheet-too-large" };
  return rows.length === 0 ? { ok: false, fault: "empty-sheet" } : { ok: true, rows };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  // A day in a sheet has no zone; the library returns midnight UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value !== "object") return cleanLine(String(value)).trim();
  if ("richText" in value) return cellText(value.richText.map((run) => run.text).join(""));
  if ("text" in value) return cellText(value.text as ExcelJS.CellValue);
  return "result" in value ? cellText(value.result as ExcelJS.CellValue) : "";
}

async function workbookRows(bytes: Uint8Array): Promise<SheetRow[] | null> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  } catch {
    return null;
  }
  const rows: SheetRow[] = [];
  workbook.worksheets[0]?.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => cellText(row.getCell(index + 1).value));
    if (cells.some((cell) => cell !== "")) rows.push({ line, cells });
  });
  return rows;
}

function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\0") ? null : text;
    } catch {
      // Try the next encoding.
    }
  }
  return null;
}

interface CsvLine {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function csvRows(bytes: Uint8Array): SheetRow[] | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  const [first = ""] = text.split("\n", 1);
  const options = { bom: true, trim: true, relax_column_count: true, info: true } as const;
  try {
    const delimiter = first.includes("\t") && !first.includes(",") ? "\t" : ",";
    const lines = parse(text, { ...options, delimiter }) as unknown as CsvLine[];
    return lines
      .map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cleanLine(cell).trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ""));
  } catch {
    return null;
  }
}
