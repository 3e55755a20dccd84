// How wide a table's columns are on paper: as their shares ask, and never so narrow that a word is torn.
import { textWidth } from "@/lib/charts/layout/text-width";
import { type Cell, type Column, HARD_SPACE, type Table } from "./tables";

/** A word of a heading stays whole up to so many characters, also in Chinese. */
const TOGETHER = 5;

/** What must stand on one line: a word, some Chinese characters; in a short column all there is. */
function wholePieces(text: string, column: Column): string[] {
  // A light and its mark may part, each of them stays whole.
  if (text.includes(HARD_SPACE)) return text.split(" ");
  if (column.isShort) return [text];
  return text.split(/\s+/).flatMap((word) => word.match(/[⺀-￿]{1,4}|[^⺀-￿]+/gu) ?? []);
}

function leastWidth(column: Column, cells: readonly Cell[], size: number): number {
  const label = column.label
    .split(/\s+/)
    .flatMap((word) => (word.length <= TOGETHER ? [word] : wholePieces(word, { ...column, isShort: false })));
  const pieces = [...label, ...cells.flatMap(({ text }) => wholePieces(text, column))];
  return Math.max(0, ...pieces.map((piece) => textWidth(piece, size)));
}

export interface PaperTable {
  /** Of the whole table, in the unit of all the others. */
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
  /** Left and right of a cell's text together. */
  readonly padding: number;
}

function leastWidths({ columns, rows }: Table, size: number): number[] {
  return columns.map((column, index) =>
    leastWidth(
      column,
      rows.flatMap((row) => row[index] ?? []),
      size,
    ),
  );
}

/** The size of letters at which every longest word fits: that of `paper`, or less, but no less than `smallest`. */
export function fittingSize(table: Table, { width, size, padding }: PaperTable, smallest: number): number {
  const words = leastWidths(table, size).reduce((sum, one) => sum + one, 0);
  const room = width - table.columns.length * padding;
  return words <= room ? size : Math.max(smallest, (size * room) / words);
}

/** One width a column; together they are the table's. Where even the longest words do not fit, all give way alike. */
export function columnWidths(table: Table, { width, size, padding }: PaperTable): number[] {
  const { columns } = table;
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const least = leastWidths(table, size).map((one) => one + padding);
  const needed = least.reduce((sum, one) => sum + one, 0);
  if (needed >= width) return least.map((one) => (one * width) / needed);
  const widths = columns.map((column, index) => Math.max((width * column.width) / shares, least[index] ?? 0));
  const spare = widths.reduce((sum, one, index) => sum + one - (least[index] ?? 0), 0);
  const excess = widths.reduce((sum, one) => sum + one, 0) - width;
  return widths.map((one, index) => one - ((one - (least[index] ?? 0)) * excess) / spare);
}
