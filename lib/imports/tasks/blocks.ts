// Finds the tables of a sheet: their headings in one to three rows, and the rows below them.

import { headingRemark, headingWords, roleOfHeading } from "@/lib/imports/tasks/headings";
import { readPeriod } from "@/lib/imports/tasks/periods";
import { isUnitText } from "@/lib/imports/tasks/unit-text";
import { BLANK_CELL, type GridCell, type GridRow, type GridSheet } from "@/lib/imports/workbook/grid";

export interface Place {
  readonly cell: GridCell;
  /** The row and column that hold the text, from 0; others are merged into it. */
  readonly top: number;
  readonly left: number;
  readonly isMerged: boolean;
}

/** A sheet whose merged cells hold their text everywhere. */
export interface Area {
  readonly sheet: GridSheet;
  readonly width: number;
  readonly at: (row: number, column: number) => Place;
}

function areaOf(sheet: GridSheet): Area {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const merged = new Map<number, { top: number; left: number }>();
  for (const { top, left, bottom, right } of sheet.merges) {
    for (let row = top; row <= Math.min(bottom, sheet.rows.length - 1); row += 1) {
      for (let column = left; column <= Math.min(right, width - 1); column += 1)
        merged.set(row * width + column, { top, left });
    }
  }
  const at = (row: number, column: number): Place => {
    const master = merged.get(row * width + column);
    const [top, left] = master === undefined ? [row, column] : [master.top, master.left];
    return { cell: sheet.rows[top]?.cells[left] ?? BLANK_CELL, top, left, isMerged: master !== undefined };
  };
  return { sheet, width, at };
}

export interface Column {
  readonly index: number;
  /** The heading's texts from the top row to the bottom row. */
  readonly parts: readonly string[];
}

export interface Block {
  readonly area: Area;
  /** Rows from 0: the first and last of the headings. */
  readonly headTop: number;
  readonly headBottom: number;
  /** The row after the last one. */
  readonly end: number;
  readonly columns: readonly Column[];
  /** The texts between the table above and the headings: titles, units, dates. */
  readonly captions: readonly string[];
}

/** The distinct texts of a row with the column of each; merged cells once. */
export function textsOf(area: Area, row: number): { text: string; column: number; cell: GridCell }[] {
  const found: { text: string; column: number; cell: GridCell }[] = [];
  for (let column = 0; column < area.width; column += 1) {
    const place = area.at(row, column);
    if (place.cell.text === "" || (place.isMerged && (place.left !== column || place.top !== row))) continue;
    found.push({ text: place.cell.text, column, cell: place.cell });
  }
  return found;
}

const isYear = (cell: GridCell) => cell.number !== null && cell.number >= 2000 && cell.number <= 2100;

/** Whether a text names a department: the headings of a table by district do. */
export type IsDepartment = (text: string) => boolean;

function headingScore(area: Area, row: number, isDepartment: IsDepartment): number {
  const texts = textsOf(area, row);
  if (texts.length < 2) return 0;
  const roles = new Set<string>();
  let known = 0;
  for (const { text, cell } of texts) {
    if ((cell.number !== null && !isYear(cell)) || cell.day !== null) return 0;
    const words = headingWords(text);
    const isLong = /\p{Script=Han}/u.test(words) ? words.length > 18 : words.split(" ").length > 6;
    // Sentences and deadlines are no headings.
    if (isLong || /[，。；]|月.{0,2}前$/u.test(text)) continue;
    const remark = headingRemark(text);
    const role =
      readPeriod(words) !== null
        ? "plan"
        : (roleOfHeading(text) ?? (remark !== null && isUnitText(remark) ? "value" : null));
    if (role !== null) roles.add(role);
    if (role !== null || isDepartment(text)) known += 1;
  }
  const names = ["title", "metric", "category", "owner", "responsible-unit", "unit", "value"].filter((role) =>
    roles.has(role),
  );
  if (roles.size < 2 || names.length === 0) return 0;
  return known / texts.length;
}

/** Whether a row looks like the headings of a table. */
function isHeading(area: Area, row: number, isDepartment: IsDepartment): boolean {
  return headingScore(area, row, isDepartment) >= 0.55;
}

/** Whether the row below continues the headings: cells merged into it, or periods and units under a wider heading. */
function continues(area: Area, top: number, row: number): boolean {
  if (row >= area.sheet.rows.length) return false;
  const own = textsOf(area, row);
  if (own.length === 0) return false;
  const isSub = ({ text, cell }: { text: string; cell: GridCell }) =>
    (cell.number === null || isYear(cell)) &&
    (readPeriod(text) !== null || roleOfHeading(text) !== null || text.length <= 8);
  let mergedDown = 0;
  for (let column = 0; column < area.width; column += 1) {
    const place = area.at(row, column);
    if (place.isMerged && place.top >= top && place.top < row && place.cell.text !== "") mergedDown += 1;
  }
  if (mergedDown > 0) return own.every(isSub);
  const first = textsOf(area, row - 1)[0]?.column ?? 0;
  const isUnder = own.every(({ column }) => column > first);
  const periods = own.filter(
    ({ text }) => readPeriod(text) !== null || /^(?:当月|本月|累计|目标|实绩|计划|实际|完成)/u.test(text),
  ).length;
  return (
    isUnder &&
    own.every(isSub) &&
    periods >= Math.max(1, own.length / 2) &&
    own.length < textsOf(area, top).length + own.length
  );
}

function columnsOf(area: Area, top: number, bottom: number): Column[] {
  const isMergedTable = area.sheet.merges.some((merge) => merge.top >= top && merge.top <= bottom);
  return Array.from({ length: area.width }, (_, index): Column => {
    const parts: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      let text = area.at(row, index).cell.text;
      // Without merged cells a wider heading stands over its first column only.
      if (text === "" && !isMergedTable && row < bottom && area.at(bottom, index).cell.text !== "") {
        for (let left = index - 1; left >= 0 && text === ""; left -= 1) {
          if (area.at(bottom, left).cell.text === "") break;
          text = area.at(row, left).cell.text;
        }
      }
      if (text !== "" && !parts.includes(text)) parts.push(text);
    }
    return { index, parts };
  });
}

function sameTexts(area: Area, one: number, other: number): boolean {
  const [first, second] = [textsOf(area, one), textsOf(area, other)];
  const shared = second.filter(({ text, column }) =>
    first.some((that) => that.text === text && that.column === column),
  );
  return second.length > 0 && shared.length >= second.length * 0.6;
}

/** Whether the row repeats the headings of its table, as on a new page. */
export function repeatsHeading(block: Block, row: number): boolean {
  for (let head = block.headTop; head <= block.headBottom; head += 1) if (sameTexts(block.area, head, row)) return true;
  return false;
}

/** The tables of a sheet from top to bottom. */
export function findBlocks(sheet: GridSheet, isDepartment: IsDepartment): Block[] {
  const area = areaOf(sheet);
  const starts: { top: number; bottom: number; from: number }[] = [];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    if (!isHeading(area, row, isDepartment)) continue;
    const last = starts.at(-1);
    if (last !== undefined && [last.top, last.bottom].some((head) => sameTexts(area, head, row))) continue;
    let bottom = row;
    while (bottom < row + 2 && continues(area, row, bottom + 1)) bottom += 1;
    starts.push({ top: row, bottom, from: last === undefined ? 0 : last.bottom + 1 });
    row = bottom;
  }
  return starts.map(({ top, bottom, from }, index): Block => {
    const next = starts[index + 1]?.top ?? sheet.rows.length;
    const captions: string[] = [];
    for (let row = top - 1; row >= Math.max(from, top - 8); row -= 1) {
      const texts = textsOf(area, row).map(({ text }) => text);
      if (index > 0 && texts.length > 2) break;
      captions.unshift(...texts);
    }
    return { area, headTop: top, headBottom: bottom, end: next, columns: columnsOf(area, top, bottom), captions };
  });
}

/** The first row that could be headings if only its words were known: three texts or more, with filled rows below. */
export function guessBlock(sheet: GridSheet): Block | null {
  const area = areaOf(sheet);
  const isFilled = (row: number) => row < sheet.rows.length && textsOf(area, row).length >= 3;
  for (let top = 0; top < Math.min(sheet.rows.length, 20); top += 1) {
    const isWords = textsOf(area, top).every(
      ({ cell, text }) => cell.number === null && cell.day === null && text.length <= 40,
    );
    if (!isFilled(top) || !isFilled(top + 1) || !isWords) continue;
    const captions = sheet.rows.slice(0, top).flatMap((_, row) => textsOf(area, row).map(({ text }) => text));
    return {
      area,
      headTop: top,
      headBottom: top,
      end: sheet.rows.length,
      columns: columnsOf(area, top, top),
      captions,
    };
  }
  return null;
}

export function rowAt(block: Block, row: number): GridRow | undefined {
  return block.area.sheet.rows[row];
}
