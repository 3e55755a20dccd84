// Compares the audited tables with the chain: every row must match the last event that changed it.
import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { AUDITED_TABLES, type AuditedTable } from "./audited-tables";

/** Table and key, separated by a space → the digest; null for a deleted row. */
export type RecordedDigests = ReadonlyMap<string, string | null>;

export interface RowFault {
  readonly kind: "row-changed" | "row-missing" | "row-not-recorded";
  readonly table: string;
  readonly key: string;
  /** The current digest; null if the row is deleted. */
  readonly digest: string | null;
}

export function getRowName(table: string, key: string): string {
  return `${table} ${key}`;
}

/** The current rows of a table: key → digest. */
async function readDigests(
  tx: Pick<Transaction, "$queryRaw">,
  { name, key, ignored }: AuditedTable,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ key: string; digest: string }[]>`
    SELECT key, digest FROM audited_rows(${name}, ${[...key]}::text[], ${[...ignored]}::text[])`;
  return new Map(rows.map((row) => [row.key, row.digest]));
}

function tableFaults(table: string, now: ReadonlyMap<string, string>, recorded: RecordedDigests): RowFault[] {
  return [...now].flatMap(([key, digest]): RowFault[] => {
    const last = recorded.get(getRowName(table, key));
    if (last === digest) return [];
    return [{ kind: last === undefined || last === null ? "row-not-recorded" : "row-changed", table, key, digest }];
  });
}

/** Rows that differ from the chain, are missing, or were never recorded. */
export async function findRowFaults(
  tx: Pick<Transaction, "$queryRaw">,
  recorded: RecordedDigests,
  tables: readonly AuditedTable[] = AUDITED_TABLES,
): Promise<RowFault[]> {
  const faults: RowFault[] = [];
  const missing = new Set([...recorded].flatMap(([name, digest]) => (digest === null ? [] : [name])));
  for (const table of tables) {
    const now = await readDigests(tx, table);
    faults.push(...tableFaults(table.name, now, recorded));
    for (const key of now.keys()) missing.delete(getRowName(table.name, key));
  }
  for (const name of missing) {
    const [table = "", ...key] = name.split(" ");
    faults.push({ kind: "row-missing", table, key: key.join(" "), digest: null });
  }
  return faults;
}
