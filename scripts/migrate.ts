// npx tsx scripts/migrate.ts: brings the database at DATABASE_URL (or the running embedded one) up to prisma/migrations.
import "./one-line-faults";
import { join } from "node:path";
import { applyMigrations } from "@/lib/server/db/migrator/migrate";
import { env } from "@/lib/server/env";

try {
  const names = await applyMigrations(env.DATABASE_URL, join(import.meta.dirname, "../prisma/migrations"));
  console.log(names.length === 0 ? "database is up to date" : `applied ${names.join(", ")}`);
  process.exit(0);
} catch (error) {
  const message = error instanceof Error ? error.message || error.name : String(error);
  console.error(`guatu: migration failed: ${message.split("\n   0:")[0]}`);
  process.exit(1);
}
