// Corrected columns of task tables, remembered by layout. They are settings of the import, so they have no events.
import "server-only";
import type { ColumnMapping, ColumnRole, ReadTable } from "@/lib/imports/tasks/column-roles";
import { isColumnRole } from "@/lib/schemas/task-import";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { mutate, type Result } from "@/lib/server/mutation";

export async function listColumnMappings(
  database: Pick<Transaction, "columnMapping">,
): Promise<ReadonlyMap<string, ColumnMapping>> {
  const rows = await database.columnMapping.findMany();
  return new Map(
    rows.map(({ fingerprint, roles }) => {
      const pairs = Object.entries(roles ?? {}).flatMap(([index, role]): [number, ColumnRole][] =>
        isColumnRole(role) ? [[Number(index), role]] : [],
      );
      return [fingerprint, new Map(pairs)];
    }),
  );
}

/** Remembers what a user has chosen for the columns of each table, and forgets it where nothing differs any more. */
export async function rememberMappings(
  tx: Transaction,
  tables: readonly ReadTable[],
  chosen: ReadonlyMap<string, ColumnMapping>,
  now: Date,
): Promise<void> {
  for (const { fingerprint, columns } of tables) {
    if (!chosen.has(fingerprint)) continue;
    const isCorrected = columns.some(({ role, recognised }) => role !== recognised);
    if (!isCorrected) {
      await tx.columnMapping.deleteMany({ where: { fingerprint } });
      continue;
    }
    const data = {
      roles: Object.fromEntries(columns.map(({ index, role }) => [String(index), role])),
      correctedAt: now,
    };
    await tx.columnMapping.upsert({ where: { fingerprint }, create: { fingerprint, ...data }, update: data });
  }
}

/** From now on the columns of this layout are read as they are recognised. */
export function forgetColumnMapping(fingerprint: string, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async ({ tx }) => {
    await tx.columnMapping.deleteMany({ where: { fingerprint } });
    return { result: null, events: [] };
  });
}
