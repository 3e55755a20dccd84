// Loads the tables of a data package into an empty database of the same version: all of them or none.
import "server-only";
import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { Client } from "pg";
import { readArchive } from "@/lib/server/backup/archive";
import { BackupError, TABLES_PREFIX } from "@/lib/server/backup/manifest";
import { withClient } from "@/lib/server/db/connection";
import { env } from "@/lib/server/env";
import { fromTextSql, listTables, type PackagedTable } from "./tables";

const BATCH = 500;

type Cells = readonly (string | null)[];

async function insertRows(client: Client, table: PackagedTable, header: Cells, rows: readonly Cells[]): Promise<void> {
  const columns = header.map((name) => {
    const column = table.columns.find((one) => one.name === name);
    if (column === undefined) throw new BackupError(`the table ${table.name} has no column ${name}`);
    return column;
  });
  // One parameter for each column: an array with the texts of the batch.
  const names = columns.map(({ name }) => client.escapeIdentifier(name));
  const values = columns.map((column, index) => fromTextSql(column, `row.c${index}`));
  const aliases = columns.map((_, index) => `c${index}`);
  const parameters = columns.map((_, index) => `$${index + 1}::text[]`);
  await client.query(
    `INSERT INTO ${client.escapeIdentifier(table.name)} (${names.join(", ")})
     SELECT ${values.join(", ")} FROM unnest(${parameters.join(", ")}) AS row(${aliases.join(", ")})`,
    columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  );
}

async function loadTable(client: Client, table: PackagedTable, content: Readable): Promise<void> {
  // Every text is quoted: what is empty without quotes is missing.
  const parser = content.pipe(parse({ cast: (text, { quoting }) => (text === "" && !quoting ? null : text) }));
  content.once("error", (error) => parser.destroy(error));
  let header: Cells | null = null;
  let rows: Cells[] = [];
  for await (const row of parser as AsyncIterable<Cells>) {
    if (header === null) {
      header = row;
      continue;
    }
    rows.push(row);
    if (rows.length < BATCH) continue;
    await insertRows(client, table, header, rows);
    rows = [];
  }
  if (header !== null && rows.length > 0) await insertRows(client, table, header, rows);
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function listForeignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`);
  return rows;
}

/**
 * Replaces the rows that a new database has. Rows refer to each other in both directions, and triggers guard later
 * changes: references are added again at the end, which validates them, and triggers are off in between.
 */
async function replaceRows(client: Client, file: string): Promise<void> {
  const tables = new Map((await listTables(client)).map((table) => [table.name, table] as const));
  const names = [...tables.keys()].map((name) => client.escapeIdentifier(name));
  const foreignKeys = await listForeignKeys(client);
  for (const { table, name } of foreignKeys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  for (const name of names) await client.query(`DELETE FROM ${name}`);
  await readArchive(file, async (entry, _size, content) => {
    if (!entry.startsWith(TABLES_PREFIX)) return;
    const name = entry.slice(TABLES_PREFIX.length).replace(/\.csv$/, "");
    const table = tables.get(name);
    if (table === undefined) throw new BackupError(`this version of Guatu has no table ${name}`);
    await loadTable(client, table, content);
  });
  for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of foreignKeys) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
}

/** @throws BackupError if a table or column of the package is unknown; the database is unchanged then. */
export async function loadTables(file: string): Promise<void> {
  await withClient(env.DATABASE_URL, async (client) => {
    await client.query("BEGIN");
    await replaceRows(client, file);
    await client.query("COMMIT");
  });
}
