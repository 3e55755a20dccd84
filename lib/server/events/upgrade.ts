// Upgrades the database and records in the chain which audited rows the upgrade changed. A row that was changed outside
// the application before the upgrade is not recorded: guatu verify still reports it afterwards.
import "server-only";
import { db, type Transaction } from "@/lib/server/db/client";
import { type AppliedChanges, applyMigrations } from "@/lib/server/db/migrator/migrate";
import { appendEventForRows } from "./append";
import type { AuditedTable } from "./audited-tables";
import { recordChainHead } from "./chain-heads";
import type { RecordedRow } from "./event-hash";
import { findRowFaults, getRowName, type RecordedDigests } from "./verify-rows";

const LIMIT_MS = 10 * 60_000;

/** The last recorded digest of every row; null if nothing is recorded. Does not verify the links. */
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

/** The audited tables as the triggers know them: before an upgrade they may be fewer, with other keys. */
async function readAuditedTables(tx: Pick<Transaction, "$queryRaw">): Promise<AuditedTable[]> {
  const triggers = await tx.$queryRaw<{ name: string; key: string; ignored: string }[]>`
    SELECT c.relname AS name, split_part(t.args, '\\000', 1) AS key, split_part(t.args, '\\000', 2) AS ignored
    FROM (SELECT tgrelid, encode(tgargs, 'escape') AS args FROM pg_trigger WHERE tgname = 'audited_insert') t
    JOIN pg_class c ON c.oid = t.tgrelid`;
  return triggers.map(({ name, key, ignored }) => ({ name, key: key.split(","), ignored: ignored.split(",") }));
}

async function findFaultyRows(tx: Pick<Transaction, "$queryRaw">): Promise<ReadonlySet<string>> {
  const recorded = await readRecorded(tx);
  const faults = recorded === null ? [] : await findRowFaults(tx, recorded, await readAuditedTables(tx));
  return new Set(faults.map(({ table, key }) => getRowName(table, key)));
}

async function recordUpgrade({ migrations, functions }: AppliedChanges, faultyBefore: ReadonlySet<string>, at: Date) {
  await db.$transaction(
    async (tx) => {
      const faults = await findRowFaults(tx, (await readRecorded(tx)) ?? new Map());
      const changed = faults.filter(({ table, key }) => !faultyBefore.has(getRowName(table, key)));
      const event = {
        at,
        actorId: null,
        action: "database.migrated",
        entity: "database",
        entityId: migrations.at(-1) ?? functions.at(-1) ?? "",
        before: null,
        after: { migrations: [...migrations], functions: [...functions] },
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
 * Applies the migrations and functions the database does not have yet and records the rows that changed with them as
 * `database.migrated`.
 * @returns what was applied; nothing when the database was up to date.
 */
export async function upgradeDatabase(databaseUrl: string, prismaDir: string, at: Date): Promise<AppliedChanges> {
  let faultyBefore: ReadonlySet<string> = new Set();
  const applied = await applyMigrations(databaseUrl, prismaDir, async () => {
    faultyBefore = await findFaultyRows(db);
  });
  if (applied.migrations.length > 0 || applied.functions.length > 0) {
    await recordUpgrade(applied, faultyBefore, at);
    await recordChainHead();
  }
  return applied;
}
