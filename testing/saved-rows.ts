// Loading the commitments takes three seconds of CPU time. The first test file of a run that needs them loads them and
// saves every row; the other files insert the saved rows.
import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { db, type Transaction } from "@/lib/server/db/client";

/** The rows of every table as one JSON text each: PostgreSQL reads it, so that no number is rounded by JavaScript. */
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

/** Makes the database hold the saved rows alone. No trigger and no foreign key checks them: they were valid when saved. */
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
  // What a test has written must stay: saved rows only go into a database that nothing was loaded into.
  if ((await db.target.count()) > 0 || (await db.user.count()) > 0) return loadNow();
  const file = join(inject("savedRows"), `${name}.json`);
  const saved = await readFile(file, "utf8").catch(() => null);
  if (saved !== null) return insertRows(JSON.parse(saved));
  await loadNow();
  // Two test files may save at the same time: a file appears whole or not at all.
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, JSON.stringify(await readRows()));
  await rename(part, file);
}
