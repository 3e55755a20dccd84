// What all imports from sheets share: read, plan, preview, and write only what was previewed.
import "server-only";
import { createHash } from "node:crypto";
import type { ImportPlan, PlannedLine } from "@/lib/imports/plan";
import { readSheets, type SheetRow } from "@/lib/imports/sheet";
import { type Headings, type PlacedRow, readTable, type TableRow } from "@/lib/imports/table";
import { reject } from "@/lib/server/mutation";

export interface ImportPreview {
  readonly lines: readonly PlannedLine[];
  /** The number of lines to be written. */
  readonly count: number;
  /** Digest of the lines and of all that they write; the confirmation sends it back. */
  readonly digest: string;
}

export function toImportPreview<T>({ lines, entries }: ImportPlan<T>): ImportPreview {
  return {
    lines,
    count: entries.length,
    digest: createHash("sha256")
      .update(JSON.stringify([lines, entries]))
      .digest("hex"),
  };
}

/**
 * The rows below these headings, in the first sheet that has them. Rejects a file without such a sheet.
 * @param withoutHeadings reads the first sheet if no sheet has the headings; null if it cannot
 */
export async function readRowsUnder<K extends string, R extends TableRow<K> = never>(
  bytes: Uint8Array,
  headings: Headings<K>,
  optional: readonly K[] = [],
  withoutHeadings: (rows: readonly SheetRow[]) => R[] | null = () => null,
): Promise<(PlacedRow<K> | R)[]> {
  const file = readSheets(bytes);
  if (!file.ok) reject({ kind: "invalid", errors: { file: file.fault } });
  const tables = file.sheets.map((sheet) => readTable(sheet, headings, optional));
  const rows = tables.find((one) => one !== null) ?? withoutHeadings(file.sheets[0] ?? []);
  if (rows === null) reject({ kind: "invalid", errors: { file: "no-headings" } });
  return rows.length === 0 ? reject({ kind: "invalid", errors: { file: "empty-sheet" } }) : rows;
}

/** The plan's entries and `further` ones; rejects a plan that differs from its preview, and one that writes nothing. */
export function assertConfirmed<T>(plan: ImportPlan<T>, digest: string, further: readonly T[] = []): readonly T[] {
  if (toImportPreview(plan).digest !== digest) reject({ kind: "conflict", why: "changed", by: null, at: null });
  const entries = [...plan.entries, ...further];
  if (entries.length === 0) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
  return entries;
}

/** What an import in batches has done. */
export interface BatchReport {
  readonly written: number;
  /** Rows that the database already holds. */
  readonly unchanged: number;
  /** Rows with faults, and conflicts: nothing of them was written. */
  readonly left: readonly PlannedLine[];
}

/** Called after each batch; the next one waits for it. */
export type OnProgress = (done: number, all: number) => void | Promise<void>;

/** The command line reads whole data sets: 10,000 targets with 120,000 values are about 5 MB of CSV. */
export const LARGE_FILE = {
  bytes: 100 * 1024 * 1024,
  unpackedBytes: 600 * 1024 * 1024,
  rows: 300_000,
  cells: 4_000_000,
} as const;
