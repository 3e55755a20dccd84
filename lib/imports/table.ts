// The rows of a sheet by its headings, under any of their accepted names.
import type { SheetRow } from "@/lib/imports/sheet";
import { columnName } from "@/lib/imports/workbook/grid";

/** Column → accepted headings, case-insensitive. */
export type Headings<K extends string> = Readonly<Record<K, readonly string[]>>;

export interface TableRow<K extends string> {
  readonly line: number;
  /** Null if the sheet lacks the column. */
  readonly values: Readonly<Record<K, string | null>>;
}

export interface PlacedRow<K extends string> extends TableRow<K> {
  /** The place of each column in the sheet, from 0; -1 if the sheet lacks it. */
  readonly columns: Readonly<Record<K, number>>;
}

/** The address of a cell as a spreadsheet program shows it; only the line if the sheet lacks the column. */
export function addressIn<K extends string>({ line, columns }: PlacedRow<K>, column: K): string {
  return columns[column] === -1 ? String(line) : `${columnName(columns[column])}${line}`;
}

/**
 * The rows below the first row that has a heading for every required column; rows above it are a title. Null if there
 * is no such row. Blank lines and unknown columns are ignored.
 */
export function readTable<K extends string>(
  rows: readonly SheetRow[],
  headings: Headings<K>,
  optional: readonly K[] = [],
): PlacedRow<K>[] | null {
  const keys = Object.keys(headings) as K[];
  for (const [index, row] of rows.entries()) {
    const cells = row.cells.map((cell) => cell.toLowerCase());
    const places = new Map(keys.map((key) => [key, cells.findIndex((cell) => headings[key].includes(cell))]));
    if (keys.some((key) => places.get(key) === -1 && !optional.includes(key))) continue;
    const columns = Object.fromEntries(places) as Record<K, number>;
    return rows.slice(index + 1).map(({ line, cells: found }) => ({
      line,
      columns,
      values: Object.fromEntries(
        keys.map((key) => {
          const place = places.get(key) ?? -1;
          return [key, place === -1 ? null : (found[place] ?? "")];
        }),
      ) as Record<K, string | null>,
    }));
  }
  return null;
}
