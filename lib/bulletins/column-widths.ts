// Computes the widths of a table's columns on paper from their shares, without breaking words.
import { textWidth } from "@/lib/charts/layout/text-width";
import { type Cell, type Column, HARD_SPACE, type Table } from "./tables";

/** Words of a heading up to this length are not broken, including Chinese. */
const TOGETHER = 5;

/** The parts of a text that must not break: a word, some Chinese characters, or the whole text in a short column. */
function wholePieces(text: string, column: Column): string[] {
  // A light and its mark may be on different lines; neither is broken.
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
  /** Width of the whole table, in the unit of all other widths. */
  readonly width: number;
  /** Font size. */
  readonly size: number;
  /** Left plus right padding of a cell. */
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

/** The font size that fits every longest word: at most that of `paper`, at least `smallest`. */
export function fittingSize(table: Table, { width, size, padding }: PaperTable, smallest: number): number {
  const words = leastWidths(table, size).reduce((sum, one) => sum + one, 0);
  const available = width - table.columns.length * padding;
  return words <= available ? size : Math.max(smallest, (size * available) / words);
}

/** One width per column; their sum is the table's width. If even the longest words do not fit, all shrink alike. */
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
