// Inserts many rows in one statement with one parameter. createMany() builds and types a parameter for each cell, which
// takes most of the time of a large write.
import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { storableJson } from "@/lib/server/db/storable";

/** By field; a field that the first row does not have gets its default in all rows. Measures as text, to keep all digits. */
export type InsertedRow = Readonly<Record<string, unknown>>;

/** knownFrom → known_from */
const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** For tables whose columns have the names of their fields. Texts are cleaned like those of any other write. */
export async function insertRows(
  tx: Pick<Transaction, "$executeRaw">,
  table: string,
  rows: readonly InsertedRow[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Prisma.raw(
    Object.keys(first)
      .map((field) => `"${columnOf(field)}"`)
      .join(", "),
  );
  const stored = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, one]) => [columnOf(key), one])));
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(storableJson(stored))}::jsonb)`;
}
