// The sheets of a file as rows of text with their line numbers, for imports with fixed headings.
import { cleanLine } from "@/lib/domain/text/clean-text";
import type { WorkbookFault } from "@/lib/imports/workbook/grid";
import { readWorkbook } from "@/lib/imports/workbook/read-workbook";
import { MAX_SHEET_BYTES } from "@/lib/schemas/import";

const MOST_ROWS = 5000;

export interface SheetRow {
  /** The line number in a spreadsheet program, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Sheets =
  | { readonly ok: true; readonly sheets: readonly (readonly SheetRow[])[] }
  | { readonly ok: false; readonly fault: WorkbookFault };

/** The visible sheets of a file without their blank lines. */
export function readSheets(bytes: Uint8Array): Sheets {
  const book = readWorkbook(bytes, { bytes: MAX_SHEET_BYTES, rows: MOST_ROWS });
  if (!book.ok) return book;
  const sheets = book.sheets
    .filter(({ isHidden }) => !isHidden)
    .map(({ rows }) =>
      rows
        .filter(({ cells }) => cells.some(({ text }) => text !== ""))
        .map(({ line, cells }): SheetRow => ({ line, cells: cells.map(({ text }) => cleanLine(text).trim()) })),
    )
    .filter((rows) => rows.length > 0);
  return sheets.length === 0 ? { ok: false, fault: "empty-sheet" } : { ok: true, sheets };
}
