// Computes the widths of a table's columns on paper from their shares, without breaking words.
import { textWidth } from "@/lib/charts/layout/text-width";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import { type Cell, type Column, HARD_SPACE, type Table } from "./tables";

/** Words of a heading up to this length are not broken, including Chinese. */
const TOGETHER = 5;
/** The names of departments and plans are not broken up to this length, and the texts of short columns up to this width in em. */
const LONGEST_NAME = 12;
const LONGEST_SHORT = 14;

const NAMES: ReadonlySet<string> = new Set(["owner", "department", ...LABEL_KINDS]);
export const isNameColumn = ({ key }: Column) => NAMES.has(key);
/** The widths in em that columns of longer texts have where these need it. */
const ROOM: Readonly<Record<string, number>> = {
  problems: 10,
  nextStep: 10,
  reason: 10,
  target: 7,
  owner: 9,
  department: 9,
  plan: 9,
  topic: 9,
  category: 9,
};

/** Words, and Chinese in pieces of up to four characters. */
const wordsOf = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => word.match(/[⺀-￿]{1,4}|[^⺀-￿]+/gu) ?? []);

/** The parts of a name: it may break before a bracket. */
function namePieces(text: string): string[] {
  return text.split(/\s+|(?=[（(])/).flatMap((part) => ([...part].length <= LONGEST_NAME ? [part] : wordsOf(part)));
}

/** The parts of a text that must not break: a word, some Chinese characters, or a whole line in a short column. */
function wholePieces(text: string, column: Column, isNarrow: boolean): string[] {
  // A light and its mark may be on different lines; neither is broken.
  if (text.includes(HARD_SPACE)) return text.split(" ");
  if (isNameColumn(column) && !isNarrow) return namePieces(text);
  if (!column.isShort) return wordsOf(text);
  const [first = "", ...more] = text.split("\n");
  return [...(textWidth(first, 1) <= LONGEST_SHORT ? [first] : wordsOf(first)), ...more.flatMap(wordsOf)];
}

/** @param isNarrow breaks names, and gives longer texts no more than their words need */
function leastWidth(column: Column, cells: readonly Cell[], size: number, isNarrow: boolean): number {
  const words = column.label.length <= TOGETHER ? [column.label] : column.label.split(/\s+/);
  const label = words.flatMap((word) => (word.length <= TOGETHER ? [word] : wordsOf(word)));
  const pieces = [...label, ...cells.flatMap(({ text }) => wholePieces(text, column, isNarrow))];
  const longest = Math.max(0, ...pieces.map((piece) => textWidth(piece.replaceAll(HARD_SPACE, " "), size)));
  if (isNarrow) return longest;
  const texts = Math.max(0, ...cells.map(({ text }) => textWidth(text, size)));
  return Math.max(longest, Math.min(texts, (ROOM[column.key] ?? 0) * size));
}

export interface PaperTable {
  /** Width of the whole table, in the unit of all other widths. */
  readonly width: number;
  /** Font size. */
  readonly size: number;
  /** Left plus right padding of a cell. */
  readonly padding: number;
}

function leastWidths({ columns, rows }: Table, size: number, isNarrow = false): number[] {
  return columns.map((column, index) =>
    leastWidth(
      column,
      rows.flatMap((row) => row[index] ?? []),
      size,
      isNarrow,
    ),
  );
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

/** The font size that fits every longest word: at most that of `paper`, at least `smallest`. */
export function fittingSize(table: Table, { width, size, padding }: PaperTable, smallest: number): number {
  const words = sumOf(leastWidths(table, size));
  const available = width - table.columns.length * padding;
  return words <= available ? size : Math.max(smallest, (size * available) / words);
}

/**
 * One width per column; their sum is the table's width. Short columns are as wide as their texts, the others share the
 * rest. If they do not fit, names and longer texts get narrower; if even the longest words do not fit, all columns.
 */
export function columnWidths(table: Table, { width, size, padding }: PaperTable): number[] {
  const { columns } = table;
  const least = leastWidths(table, size).map((one) => one + padding);
  const needed = sumOf(least);
  if (needed >= width) {
    const narrow = leastWidths(table, size, true).map((one) => one + padding);
    const available = width - sumOf(narrow);
    if (available <= 0) return narrow.map((one) => (one * width) / sumOf(narrow));
    const share = needed === sumOf(narrow) ? 0 : available / (needed - sumOf(narrow));
    return narrow.map((one, index) => one + share * ((least[index] ?? 0) - one));
  }
  const isFixed = (column: Column) => column.isShort && !columns.every(({ isShort }) => isShort);
  const rest = width - sumOf(least.filter((_, index) => columns[index] && isFixed(columns[index])));
  const shares = sumOf(columns.filter((column) => !isFixed(column)).map((column) => column.width));
  const widths = columns.map((column, index) =>
    isFixed(column) ? (least[index] ?? 0) : Math.max((rest * column.width) / shares, least[index] ?? 0),
  );
  const spare = sumOf(widths.map((one, index) => one - (least[index] ?? 0)));
  const excess = sumOf(widths) - width;
  return widths.map((one, index) => one - ((one - (least[index] ?? 0)) * excess) / spare);
}
