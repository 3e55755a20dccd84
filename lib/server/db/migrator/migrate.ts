// Applies prisma/migrations and writes Prisma's own history table, so that `prisma migrate` elsewhere agrees.
import type { DiagnoseMigrationHistoryOutput, SchemaEngine } from "@prisma/schema-engine-wasm";
import { assertReachable } from "@/lib/server/db/connection";
import { setCollation } from "@/lib/server/db/migrator/collation";
import { migrationAdapter } from "@/lib/server/db/migrator/migration-adapter";
import { readMigrations } from "@/lib/server/db/migrator/migration-files";
import { openSchemaEngine } from "@/lib/server/db/migrator/schema-engine";

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The database's history and the migrations folder disagree; nothing was changed. */
class MigrationHistoryError extends Error {
  override name = "MigrationHistoryError";
}

function assertHistoryAgrees(diagnosis: DiagnoseMigrationHistoryOutput): void {
  const { editedMigrationNames, failedMigrationNames, history } = diagnosis;
  if (failedMigrationNames.length > 0) {
    throw new MigrationHistoryError(`a migration failed halfway and needs a look: ${failedMigrationNames.join(", ")}`);
  }
  if (editedMigrationNames.length > 0) {
    throw new MigrationHistoryError(
      `migrations were edited after they had been applied: ${editedMigrationNames.join(", ")}`,
    );
  }
  if (history && history.diagnostic !== "databaseIsBehind") {
    throw new MigrationHistoryError(
      `the database has migrations this version does not know: ${history.unpersistedMigrationNames.join(", ")}`,
    );
  }
}

/**
 * Applies every migration the database does not have yet and returns their names (none: up to date).
 * Throws {@link MigrationHistoryError} when the histories diverge, and the driver's error when it is out of reach.
 * @param beforeApplying is called once, only when there is something to apply.
 */
export async function applyMigrations(
  databaseUrl: string,
  migrationsDir: string,
  beforeApplying: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  await assertReachable(databaseUrl);
  const migrationsList = await readMigrations(migrationsDir);
  const adapter = migrationAdapter(databaseUrl);
  let engine: SchemaEngine | undefined;
  try {
    engine = await openSchemaEngine(adapter.factory);
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTERS,
    });
    assertHistoryAgrees(diagnosis);
    if (diagnosis.history !== null) await beforeApplying();
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    if (appliedMigrationNames.length > 0) await setCollation(databaseUrl);
    return appliedMigrationNames;
  } finally {
    engine?.free();
    await adapter.close();
  }
}
