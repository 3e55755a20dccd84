// The rows of a sheet by its headings, under any of their accepted names.
import type { SheetRow } from "@/lib/imports/sheet";

/** Column → accepted headings, case-insensitive. */
export type Headings<K extends string> = Readonly<Record<K, readonly string[]>>;

export interface TableRow<K extends string> {
  readonly line: number;
  /** Null if the sheet lacks the column. */
  readonly values: Readonly<Record<K, string | null>>;
}

/**
 * The rows below the first row that has a heading for every required column; rows above it are a title. Null if there
 * is no such row. Blank lines and unknown columns are ignored.
 */
export function readTable<K extends string>(
  rows: readonly SheetRow[],
  headings: Headings<K>,
  optional: readonly K[] = [],
): TableRow<K>[] | null {
  const keys = Object.keys(headings) as K[];
  for (const [index, row] of rows.entries()) {
    const cells = row.cells.map((cell) => cell.toLowerCase());
    const places = new Map(keys.map((key) => [key, cells.findIndex((cell) => headings[key].includes(cell))]));
    if (keys.some((key) => places.get(key) === -1 && !optional.includes(key))) continue;
    return rows.slice(index + 1).map(({ line, cells: found }) => ({
      line,
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
