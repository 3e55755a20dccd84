// A copy of prisma/ with other migrations and functions, as a later version would have them.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface LaterVersion {
  /** Added: name → SQL. */
  readonly migrations?: Readonly<Record<string, string>>;
  /** Added or replaced; null: removed. */
  readonly functions?: Readonly<Record<string, string | null>>;
}

const prismaDir = join(import.meta.dirname, "../prisma");

/** The path of the copy, in the system's temporary folder. */
export function laterPrismaDir({ migrations = {}, functions = {} }: LaterVersion): string {
  const copy = mkdtempSync(join(tmpdir(), "guatu-prisma-"));
  for (const name of ["migrations", "functions"]) cpSync(join(prismaDir, name), join(copy, name), { recursive: true });
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(copy, "migrations", name));
    writeFileSync(join(copy, "migrations", name, "migration.sql"), sql);
  }
  for (const [name, sql] of Object.entries(functions)) {
    if (sql === null) rmSync(join(copy, "functions", name));
    else writeFileSync(join(copy, "functions", name), sql);
  }
  return copy;
}
