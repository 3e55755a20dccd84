// Applies migrations and records in the chain which audited rows they changed. A row that was changed outside the
// application before the upgrade is not recorded: audit:verify still reports it afterwards.
import "server-only";
import { db, type Transaction } from "@/lib/server/db/client";
import { applyMigrations } from "@/lib/server/db/migrator/migrate";
import { appendEventForRows } from "./append";
import { recordChainHead } from "./chain-heads";
import type { RecordedRow } from "./event-hash";
import { findRowFaults, getRowName, type RecordedDigests } from "./verify-rows";

const LIMIT_MS = 10 * 60_000;

/** What the chain recorded last of every row; null while it has recorded nothing. The links are not verified here. */
async function readRecorded(tx: Pick<Transaction, "$queryRaw">): Promise<RecordedDigests | null> {
  const [{ isThere } = { isThere: false }] = await tx.$queryRaw<{ isThere: boolean }[]>`
    SELECT EXISTS (SELECT FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = 'event' AND column_name = 'rows') AS "isThere"`;
  if (!isThere) return null;
  const events = await tx.$queryRaw<{ rows: RecordedRow[] }[]>`
    SELECT rows FROM event WHERE rows IS NOT NULL ORDER BY sequence`;
  if (events.length === 0) return null;
  return new Map(
    events.flatMap(({ rows }) => rows.map(([table, key, digest]) => [getRowName(table, key), digest] as const)),
  );
}

async function findFaultyRows(tx: Pick<Transaction, "$queryRaw">): Promise<ReadonlySet<string>> {
  const recorded = await readRecorded(tx);
  const faults = recorded === null ? [] : await findRowFaults(tx, recorded);
  return new Set(faults.map(({ table, key }) => getRowName(table, key)));
}

async function recordMigrations(migrations: readonly string[], faultyBefore: ReadonlySet<string>, at: Date) {
  await db.$transaction(
    async (tx) => {
      const faults = await findRowFaults(tx, (await readRecorded(tx)) ?? new Map());
      const changed = faults.filter(({ table, key }) => !faultyBefore.has(getRowName(table, key)));
      const event = {
        at,
        actorId: null,
        action: "database.migrated",
        entity: "database",
        entityId: migrations.at(-1) ?? "",
        before: null,
        after: { migrations: [...migrations] },
      };
      await appendEventForRows(
        tx,
        event,
        changed.map(({ table, key, digest }) => [table, key, digest]),
      );
    },
    { timeout: LIMIT_MS },
  );
}

/**
 * Applies every migration the database does not have yet and records the rows they changed as `database.migrated`.
 * @returns the names of the applied migrations; none when it was up to date.
 */
export async function upgradeDatabase(databaseUrl: string, migrationsDir: string, at: Date): Promise<string[]> {
  let faultyBefore: ReadonlySet<string> = new Set();
  const applied = await applyMigrations(databaseUrl, migrationsDir, async () => {
    faultyBefore = await findFaultyRows(db);
  });
  if (applied.length > 0) {
    await recordMigrations(applied, faultyBefore, at);
    await recordChainHead();
  }
  return applied;
}
