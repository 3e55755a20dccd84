// Reads .xlsx, .xlsm, .xls, .ods and CSV into rows of cells. Macros, external links and pictures are never opened.
import { readCsv } from "@/lib/imports/workbook/csv";
import { type GridSheet, WORKBOOK_LIMITS, type Workbook, type WorkbookLimits } from "@/lib/imports/workbook/grid";
import { readOpenDocument } from "@/lib/imports/workbook/open-document";
import { readBinaryWorkbook, readOfficeWorkbook } from "@/lib/imports/workbook/spreadsheet";
import { unpack } from "@/lib/imports/workbook/unpack";

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((one, index) => bytes[index] === one);

function readSheets(bytes: Uint8Array, limits: WorkbookLimits): readonly GridSheet[] | Workbook {
  if (startsWith(bytes, 0x50, 0x4b)) {
    const parts = unpack(bytes, limits.unpackedBytes);
    if (parts === "too-large") return { ok: false, fault: "sheet-too-large" };
    if (parts === null) return { ok: false, fault: "not-a-sheet" };
    return parts.has("content.xml") ? readOpenDocument(parts, limits) : readOfficeWorkbook(parts, limits);
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    // The parser reads anything shorter than a header as text.
    return bytes.length < 512 ? { ok: false, fault: "not-a-sheet" } : readBinaryWorkbook(bytes, limits);
  }
  const sheet = readCsv(bytes);
  return sheet === null ? { ok: false, fault: "not-a-sheet" } : [sheet];
}

/** The sheets of a file in their order, hidden ones included. A file beyond the limits is refused as a whole. */
export function readWorkbook(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Workbook {
  const all = { ...WORKBOOK_LIMITS, ...limits };
  if (bytes.length > all.bytes) return { ok: false, fault: "sheet-too-large" };
  let sheets: readonly GridSheet[] | Workbook;
  try {
    sheets = readSheets(bytes, all);
  } catch (error) {
    const isEncrypted = error instanceof Error && /password|encrypt/iu.test(error.message);
    return { ok: false, fault: isEncrypted ? "sheet-encrypted" : "not-a-sheet" };
  }
  if ("ok" in sheets) return sheets;
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const cells = sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((some, row) => some + row.cells.length, 0), 0);
  if (rows > all.rows || cells > all.cells) return { ok: false, fault: "sheet-too-large" };
  const isEmpty = sheets.every((sheet) => sheet.rows.every((row) => row.cells.every((cell) => cell.text === "")));
  return isEmpty ? { ok: false, fault: "empty-sheet" } : { ok: true, sheets };
}
