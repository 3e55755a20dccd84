// Loading the commitments takes three seconds of CPU time. The first test file of a run that needs them loads them and
// saves every row; the other files insert the saved rows.
import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { db, type Transaction } from "@/lib/server/db/client";

/** The rows of every table as one JSON text each: PostgreSQL parses it, so JavaScript does not round any number. */
type SavedRows = readonly { readonly table: string; readonly rows: string }[];

async function listTables(): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  return tables.map(({ name }) => name);
}

async function readRows(): Promise<SavedRows> {
  return Promise.all(
    (await listTables()).map(async (table) => {
      const [found] = await db.$queryRawUnsafe<{ rows: string }[]>(
        `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM "${table}" t`,
      );
      return { table, rows: found?.rows ?? "[]" };
    }),
  );
}

/** Replaces all rows by the saved ones. Triggers and foreign keys are disabled: the rows were valid when saved. */
async function insertRows(saved: SavedRows): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = 'replica'`;
      for (const { table, rows } of saved) {
        await tx.$executeRawUnsafe(`DELETE FROM "${table}"`);
        if (rows === "[]") continue;
        const insert = `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`;
        await tx.$executeRawUnsafe(insert, rows);
      }
    },
    { timeout: 60_000 },
  );
}

/** Runs `load` on the test file's database, or inserts the rows that an earlier run of it saved under this name. */
export async function loadSaved(name: string, load: (tx: Transaction) => Promise<void>): Promise<void> {
  const loadNow = () => db.$transaction(load, { timeout: 120_000 });
  // Saved rows are inserted only into an empty database, to preserve what a test has written.
  if ((await db.target.count()) > 0 || (await db.user.count()) > 0) return loadNow();
  const file = join(inject("savedRows"), `${name}.json`);
  const saved = await readFile(file, "utf8").catch(() => null);
  if (saved !== null) return insertRows(JSON.parse(saved));
  await loadNow();
  // Two test files may save at the same time: a file is written completely or not at all.
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, JSON.stringify(await readRows()));
  await rename(part, file);
}
