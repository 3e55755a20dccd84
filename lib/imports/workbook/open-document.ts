// OpenDocument sheets: SheetJS reads the cells; hidden rows and sheets and struck-out cells are read here.
import { read } from "@e965/xlsx";
import type { GridSheet, WorkbookLimits } from "@/lib/imports/workbook/grid";
import { PARSE_OPTIONS, repack, sheetsOf } from "@/lib/imports/workbook/spreadsheet";

const attribute = (tag: string, name: string) => tag.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "u"))?.[1];

interface Marks {
  readonly hiddenRows: ReadonlySet<number>;
  readonly struckCells: ReadonlySet<string>;
  readonly isHidden: boolean;
}

/** The names of automatic styles that match. */
function stylesWith(content: string, family: string, mark: RegExp): Set<string> {
  const names = new Set<string>();
  for (const [style] of content.matchAll(/<style:style\b(?:[^>]*\/>|[\s\S]*?<\/style:style>)/gu)) {
    const open = style.slice(0, style.indexOf(">"));
    if (attribute(open, "style:family") === family && mark.test(style)) names.add(attribute(open, "style:name") ?? "");
  }
  return names;
}

function marksOf(table: string, struck: ReadonlySet<string>, hidden: ReadonlySet<string>, most: number): Marks {
  const [hiddenRows, struckCells] = [new Set<number>(), new Set<string>()];
  let [row, column, repeat] = [-1, 0, 1];
  for (const [tag] of table.matchAll(/<table:(?:table-row|table-cell|covered-table-cell)\b[^>]*>/gu)) {
    if (tag.startsWith("<table:table-row")) {
      row += repeat;
      if (row > most) break;
      if (row === -1) row = 0;
      repeat = Number(attribute(tag, "table:number-rows-repeated") ?? 1);
      column = 0;
      const isHidden = /table:visibility="(?:collapse|filter)"/u.test(tag);
      for (let index = 0; isHidden && index < Math.min(repeat, 1000); index += 1) hiddenRows.add(row + index);
      continue;
    }
    const width = Number(attribute(tag, "table:number-columns-repeated") ?? 1);
    if (struck.has(attribute(tag, "table:style-name") ?? "")) {
      for (let index = 0; index < Math.min(width, 300); index += 1) struckCells.add(`${row}:${column + index}`);
    }
    column += width;
  }
  const open = table.slice(0, table.indexOf(">"));
  return { hiddenRows, struckCells, isHidden: hidden.has(attribute(open, "table:style-name") ?? "") };
}

export function readOpenDocument(parts: ReadonlyMap<string, Uint8Array>, limits: WorkbookLimits): GridSheet[] {
  const content = new TextDecoder().decode(parts.get("content.xml"));
  const struck = stylesWith(content, "table-cell", /style:text-line-through-style="(?!none)/u);
  const hidden = stylesWith(content, "table", /table:display="false"/u);
  const tables = content.match(/<table:table\b[\s\S]*?<\/table:table>/gu) ?? [];
  const marks = tables.map((table) => marksOf(table, struck, hidden, limits.rows));
  const book = read(repack(parts), { ...PARSE_OPTIONS, type: "array", sheetRows: limits.rows + 1 });
  const sheets = sheetsOf(book, new Map(), limits);
  return sheets.map((sheet, index) => {
    const mark = marks[index];
    if (mark === undefined) return sheet;
    const rows = sheet.rows.map((row, at) => ({
      ...row,
      isHidden: mark.hiddenRows.has(at),
      isStruck:
        row.cells.some((cell) => cell.text !== "") &&
        row.cells.every((cell, column) => cell.text === "" || mark.struckCells.has(`${at}:${column}`)),
    }));
    return { ...sheet, rows, isHidden: sheet.isHidden || mark.isHidden };
  });
}
