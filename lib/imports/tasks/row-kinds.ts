// Tells task rows from sections, totals, notes and repeated headings.

import { type Place, repeatsHeading, rowAt, textsOf } from "@/lib/imports/tasks/blocks";
import type { MappedColumn } from "@/lib/imports/tasks/columns";
import type { Layout } from "@/lib/imports/tasks/layout";
import type { SkipReason } from "@/lib/imports/tasks/results";
import { isDash } from "@/lib/imports/tasks/value-cell";
import { columnName } from "@/lib/imports/workbook/grid";

export const NOTE =
  /^\s*[（(【]?\s*(?:注\d?\s*[:：]|备注\s*[:：]|说明\s*[:：]|注释|填表说明|填表人|填报人|审核人|制表|联系人|联系电话|单位负责人|本表|notes?\b\s*[:\d]|source\s*:|prepared by)/iu;
/** The name of a row of totals. */
export const TOTAL =
  /^[\s（(一二三四五六七八九十、.]*(?:合\s*计|总\s*计|小\s*计|累\s*计|全[市区县]合计|(?:grand |sub-?)?total\b)/iu;

export type RowKind =
  | { readonly kind: "task" }
  | { readonly kind: "blank" }
  | { readonly kind: "skip"; readonly reason: SkipReason; readonly section?: string };

/** A row of a table: its cells by column. */
export interface TableRow {
  /** From 0. */
  readonly index: number;
  /** As a spreadsheet program counts. */
  readonly line: number;
  readonly at: (column: MappedColumn | null) => Place | null;
  readonly textAt: (column: MappedColumn | null) => string;
  readonly addressOf: (column: MappedColumn | null) => string;
}

export function tableRow(layout: Layout, index: number): TableRow {
  const line = rowAt(layout.block, index)?.line ?? index + 1;
  const at = (column: MappedColumn | null) => (column === null ? null : layout.block.area.at(index, column.index));
  return {
    index,
    line,
    at,
    textAt: (column) => at(column)?.cell.text.trim() ?? "",
    addressOf: (column) => `${columnName(column?.index ?? 0)}${line}`,
  };
}

/** The text that names the row, by whatever column holds it. */
export function nameColumn(layout: Layout): MappedColumn | null {
  return layout.metric ?? layout.titles.at(-1) ?? null;
}

/** The name's cell is merged with columns of another purpose, as in a section's row. */
function isSpread(layout: Layout, row: TableRow, name: MappedColumn): boolean {
  const place = row.at(name);
  if (place === null || !place.isMerged || place.top !== row.index) return false;
  const others = [layout.serial, layout.owner, layout.unit, layout.value, layout.due].filter(
    (one) => one !== null && one !== name,
  );
  return others.some((one) => {
    const that = row.at(one);
    return that !== null && that.left === place.left && that.top === place.top;
  });
}

/** The kind of a row. `isAfterNote`: below the table's notes only rows with a name and an owner are tasks. */
export function rowKind(layout: Layout, row: TableRow, isAfterNote: boolean): RowKind {
  const texts = textsOf(layout.block.area, row.index);
  const [first] = texts;
  if (first === undefined) return { kind: "blank" };
  if (rowAt(layout.block, row.index)?.isStruck === true) return { kind: "skip", reason: "struck-out" };
  if (repeatsHeading(layout.block, row.index)) return { kind: "skip", reason: "repeated-header" };
  if (NOTE.test(first.text)) return { kind: "skip", reason: "note" };
  if (texts.some(({ text }) => TOTAL.test(text)) && row.textAt(layout.owner) === "")
    return { kind: "skip", reason: "total" };
  const names = [...layout.titles, layout.metric].filter((one): one is MappedColumn => one !== null);
  const hasName = names.some((one) => row.textAt(one) !== "" && !isSpread(layout, row, one));
  const own = names.some(
    (one) => row.textAt(one) !== "" && row.at(one)?.top === row.index && !isSpread(layout, row, one),
  );
  const owner = row.textAt(layout.owner);
  const serial = row.textAt(layout.serial);
  const isArabic = /^\d+(?:[.-]\d+)*$/u.test(serial);
  if (
    isAfterNote &&
    (!hasName || (layout.owner !== null && owner === "") || names.every((one) => /^[\d.]*$/u.test(row.textAt(one))))
  ) {
    return { kind: "skip", reason: "other-table" };
  }
  const filled = texts.filter(({ text, column }) => !isDash(text) && column !== layout.serial?.index);
  const heading = (filled[0] ?? first).text;
  if (!hasName && !isArabic && (owner === "" || isSpread(layout, row, names[0] ?? (layout.owner as MappedColumn)))) {
    return { kind: "skip", reason: filled.length > 1 ? "total" : "section", section: first.text };
  }
  const isAlone = filled.length <= 1 && !isArabic && (own || serial !== "");
  if (isAlone && texts.every(({ cell }) => cell.number === null)) {
    const name = serial === "" || serial === heading ? heading : `${serial}、${heading}`;
    return { kind: "skip", reason: heading.length > 40 ? "note" : "section", section: name };
  }
  return { kind: "task" };
}
