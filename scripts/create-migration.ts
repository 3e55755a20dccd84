// npm run db:migration -- NAME: writes prisma/migrations/<time>_NAME, the difference between the existing migrations
// (applied to a temporary embedded database) and schema.prisma. Review it before committing: add checks, triggers and
// data steps, and remove the drops of what only the migrations define (the search index).
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openMemoryDatabase } from "@/lib/server/db/engine/memory-database";
import { openMigrationAdapter } from "@/lib/server/db/migrator/migration-adapter";
import { readMigrations } from "@/lib/server/db/migrator/migration-files";
import { openSchemaEngine } from "@/lib/server/db/migrator/schema-engine";

const prismaDir = join(import.meta.dirname, "../prisma");
const migrationsDir = join(prismaDir, "migrations");
const filters = { externalTables: [], externalEnums: [] };

async function diffScript(): Promise<string> {
  const path = join(prismaDir, "schema.prisma");
  const files = [{ path, content: await readFile(path, "utf8") }];
  const database = await openMemoryDatabase();
  const adapter = await openMigrationAdapter(database.url);
  try {
    const engine = await openSchemaEngine(adapter.factory);
    await engine.applyMigrations({ migrationsList: await readMigrations(migrationsDir), filters });
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: prismaDir },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    });
    return stdout ?? "";
  } finally {
    await adapter.close();
    await database.close();
  }
}

async function createMigration(name: string): Promise<string | undefined> {
  const script = await diffScript();
  if (!/^[^-\s]/m.test(script)) return undefined;
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = join(migrationsDir, `${time}_${name.replace(/\W+/g, "_")}`);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "migration.sql"), script);
  await writeFile(join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  return directory;
}

const name = process.argv[2];
if (!name) {
  console.error("usage: npm run db:migration -- NAME");
  process.exit(1);
}
try {
  const directory = await createMigration(name);
  console.log(directory ? `wrote ${directory}` : "schema.prisma and the migrations agree: nothing to write");
  process.exit(0);
} catch (error) {
  console.error(`guatu: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
