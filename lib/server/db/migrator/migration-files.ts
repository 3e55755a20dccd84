import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

const LOCKFILE = "migration_lock.toml";

async function readOptional(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

/** Reads prisma/migrations in the form that the schema engine expects, oldest first. */
export async function readMigrations(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => []);
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => {
      const content = await readOptional(join(baseDir, name, "migration.sql"));
      return {
        path: name,
        migrationFile: {
          path: "migration.sql",
          content:
            content === null
              ? { tag: "error" as const, value: `${name} has no migration.sql` }
              : { tag: "ok" as const, value: content },
        },
      };
    }),
  );
  return {
    baseDir,
    lockfile: { path: LOCKFILE, content: await readOptional(join(baseDir, LOCKFILE)) },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** Oldest first. */
export function migrationNames({ migrationDirectories }: MigrationList): string[] {
  return migrationDirectories.map(({ path }) => path);
}

/**
 * Whether a history begins before the first known migration. The earlier ones were squashed into it before the first
 * release: such a database cannot be upgraded.
 */
export function isFromBeforeBaseline(history: readonly string[], [baseline]: readonly string[]): boolean {
  return baseline !== undefined && history.some((name) => name < baseline);
}
