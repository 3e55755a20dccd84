// A workbook as rows of cells, whatever file it comes from.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

export interface GridCell {
  /** As shown, trimmed; line breaks stay. Struck-out words are left out. */
  readonly text: string;
  /** The stored number, or the number that the whole text is; null for words. */
  readonly number: number | null;
  /** The number is stored as a number, not typed as text. */
  readonly isNumeric: boolean;
  /** Formatted as a percentage: 0.98 is shown as 98%. */
  readonly isPercent: boolean;
  /** The day, if the cell is formatted as a date. */
  readonly day: IsoDate | null;
  /** A formula error such as #REF!. */
  readonly isError: boolean;
}

export interface GridRow {
  /** The row number in a spreadsheet program, or the record number in CSV, from 1. */
  readonly line: number;
  readonly cells: readonly GridCell[];
  readonly isHidden: boolean;
  /** Every cell with text is struck out. */
  readonly isStruck: boolean;
}

/** A merged range; rows and columns from 0, the last ones included. */
interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridSheet {
  /** Null for CSV. */
  readonly name: string | null;
  readonly isHidden: boolean;
  /** Every row from the first to the last, blank ones included. */
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

export type WorkbookFault = "not-a-sheet" | "sheet-too-large" | "empty-sheet" | "sheet-encrypted";

export type Workbook =
  | { readonly ok: true; readonly sheets: readonly GridSheet[] }
  | { readonly ok: false; readonly fault: WorkbookFault };

export interface WorkbookLimits {
  readonly bytes: number;
  /** Unpacked, of all parts. */
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly cells: number;
  readonly columns: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 150 * 1024 * 1024,
  rows: 60_000,
  cells: 1_500_000,
  columns: 300,
};

export const BLANK_CELL: GridCell = {
  text: "",
  number: null,
  isNumeric: false,
  isPercent: false,
  day: null,
  isError: false,
};

/** A, B, …, Z, AA, …: the column with this index. */
export function columnName(index: number): string {
  let name = "";
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}
