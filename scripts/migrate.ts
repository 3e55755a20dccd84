// npx tsx scripts/migrate.ts — brings the database at DATABASE_URL up to prisma/migrations.
import { join } from "node:path";
import { applyMigrations } from "@/lib/server/db/migrate";

const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) {
  console.error("guatu: DATABASE_URL is not set");
  process.exit(1);
}
try {
  const names = await applyMigrations(databaseUrl, join(import.meta.dirname, "../prisma/migrations"));
  console.log(names.length === 0 ? "database is up to date" : `applied ${names.join(", ")}`);
  process.exit(0);
} catch (error) {
  const message = error instanceof Error ? error.message || error.name : String(error);
  console.error(`guatu: migration failed: ${message.split("\n   0:")[0]}`);
  process.exit(1);
}
