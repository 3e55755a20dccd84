// npx tsx scripts/migrate.ts: applies prisma/migrations and prisma/functions to the database at DATABASE_URL, or to the
// running embedded one.
import "./one-line-faults";
import { join } from "node:path";
import { applyMigrations } from "@/lib/server/db/migrator/migrate";
import { env } from "@/lib/server/env";

try {
  const { migrations, functions } = await applyMigrations(env.DATABASE_URL, join(import.meta.dirname, "../prisma"));
  const names = [...migrations, ...functions];
  console.log(names.length === 0 ? "database is up to date" : `applied ${names.join(", ")}`);
  process.exit(0);
} catch (error) {
  const message = error instanceof Error ? error.message || error.name : String(error);
  console.error(`guatu: migration failed: ${message}`);
  process.exit(1);
}
