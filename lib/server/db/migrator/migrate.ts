// Applies prisma/migrations and prisma/functions, and maintains Prisma's own history table, so that `prisma migrate`
// remains usable.
import { join } from "node:path";
import type { DiagnoseMigrationHistoryOutput, MigrationList } from "@prisma/schema-engine-wasm";
import { assertReachable } from "@/lib/server/db/connection";
import { dataFolder, embeddedUrl } from "@/lib/server/db/engine/data-folder";
import { setCollation } from "@/lib/server/db/migrator/collation";
import { env } from "@/lib/server/env";
import { applyFunctionFiles, changedFunctionFiles, readFunctionFiles } from "./function-files";
import { openMigrationAdapter } from "./migration-adapter";
import { isFromBeforeBaseline, migrationNames, readMigrations } from "./migration-files";
import { openSchemaEngine } from "./schema-engine";

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The database's history and the migrations folder diverge; nothing was changed. */
class MigrationHistoryError extends Error {
  override name = "MigrationHistoryError";
}

/** One line of advice for a database that cannot be migrated. */
function outdatedDatabase(databaseUrl: string): string {
  const isEmbedded = databaseUrl === embeddedUrl(env.GUATU_DATA);
  const advice = isEmbedded
    ? `move or delete the folder ${dataFolder(env.GUATU_DATA).database}, or set GUATU_DATA to another folder`
    : "create an empty database and set DATABASE_URL to it";
  return `this database was created by a development version of Guatu and cannot be upgraded; to start with a new one, ${advice}; to keep it, run the version that created it (nothing was changed)`;
}

function assertHistoryAgrees(
  { editedMigrationNames, failedMigrationNames, history }: DiagnoseMigrationHistoryOutput,
  { databaseUrl, known }: { readonly databaseUrl: string; readonly known: readonly string[] },
): void {
  const unknown = history && history.diagnostic !== "databaseIsBehind" ? history.unpersistedMigrationNames : [];
  if (isFromBeforeBaseline(unknown, known) || editedMigrationNames.some((name) => name === known[0])) {
    throw new MigrationHistoryError(outdatedDatabase(databaseUrl));
  }
  if (failedMigrationNames.length > 0) {
    throw new MigrationHistoryError(`a migration failed halfway: ${failedMigrationNames.join(", ")}`);
  }
  if (editedMigrationNames.length > 0) {
    throw new MigrationHistoryError(
      `migrations were edited after they were applied: ${editedMigrationNames.join(", ")}`,
    );
  }
  if (unknown.length > 0) {
    throw new MigrationHistoryError(
      `the database was used by a newer version; this one does not know the migrations ${unknown.join(", ")}`,
    );
  }
}

/** The engine's error without its trace: the migration and the database's message. */
function migrationError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const name = /migration_name="([^"]+)"/.exec(error.message)?.[1];
  const reason = error.message.split("\n   0:")[0]?.replace(/^external connector error\n(.*?ERROR: )?/s, "");
  return name === undefined ? error : new Error(`migration ${name} failed: ${reason}`, { cause: error });
}

export interface AppliedChanges {
  /** The names of the migrations that were applied. */
  readonly migrations: readonly string[];
  /** The names of the files of prisma/functions that were added, changed or removed. */
  readonly functions: readonly string[];
}

const NOTHING: AppliedChanges = { migrations: [], functions: [] };

/**
 * Applies all missing migrations, and the functions if they or the schema have changed, in one transaction.
 * @param beforeApplying is called once, only if there is something to apply.
 * @throws MigrationHistoryError if the histories diverge, and the driver's error if the database is unavailable.
 */
export async function applyMigrations(
  databaseUrl: string,
  prismaDir: string,
  beforeApplying: () => Promise<void> = async () => undefined,
): Promise<AppliedChanges> {
  await assertReachable(databaseUrl);
  const migrationsList: MigrationList = await readMigrations(join(prismaDir, "migrations"));
  const files = await readFunctionFiles(join(prismaDir, "functions"));
  const adapter = await openMigrationAdapter(databaseUrl);
  const engine = await openSchemaEngine(adapter.factory);
  try {
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTERS,
    });
    assertHistoryAgrees(diagnosis, { databaseUrl, known: migrationNames(migrationsList) });
    const functions = await changedFunctionFiles(adapter.run, files);
    if (diagnosis.history === null && functions.length === 0) return NOTHING;
    await beforeApplying();
    return await adapter.inTransaction(async () => {
      const { appliedMigrationNames } = await engine
        .applyMigrations({ migrationsList, filters: NO_FILTERS })
        .catch((error) => Promise.reject(migrationError(error)));
      await applyFunctionFiles(adapter, files);
      await setCollation(adapter.run);
      return { migrations: appliedMigrationNames, functions };
    });
  } finally {
    engine.free();
    await adapter.close();
  }
}
