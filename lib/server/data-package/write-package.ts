// Writes the whole data set as one archive that any tool can read and either database engine can load: a CSV file per
// table, described by a Frictionless datapackage.json, and all files.
import "server-only";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import type { Client } from "pg";
import { type ArchiveWriter, writeArchive } from "@/lib/server/backup/archive";
import { addFiles, type CreatedBackup, readFacts, withEmbeddedDatabase } from "@/lib/server/backup/create";
import { BackupError, DESCRIPTION_NAME, TABLES_PREFIX } from "@/lib/server/backup/manifest";
import { withClient } from "@/lib/server/db/connection";
import { findFilesElsewhere } from "@/lib/server/deployment/check";
import { env, isEmbedded } from "@/lib/server/env";
import { VERSION } from "@/lib/server/version";
import { fieldType, listTables, type PackagedTable, toTextSql } from "./tables";

const BATCH = 2_000;

const tablePath = ({ name }: PackagedTable) => `${TABLES_PREFIX}${name}.csv`;

/** All texts are quoted, so that an empty one differs from a missing value. */
const csv = (rows: (string | null)[][]) => stringify(rows, { quoted_string: true, record_delimiter: "windows" });

/** Rows in the order of their keys, so that the same data gives the same file. */
async function writeTable(client: Client, table: PackagedTable, path: string): Promise<void> {
  const columns = table.columns.map((column) => toTextSql(column, client.escapeIdentifier(column.name)));
  const order = table.primaryKey.map((name) => client.escapeIdentifier(name)).join(", ");
  await client.query(
    `DECLARE packaged CURSOR FOR SELECT ${columns.join(", ")} FROM ${client.escapeIdentifier(table.name)}
     ORDER BY ${order}`,
  );
  const file = createWriteStream(path, { mode: 0o600 });
  file.write(csv([table.columns.map(({ name }) => name)]));
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `FETCH ${BATCH} FROM packaged`, rowMode: "array" });
    if (rows.length === 0) break;
    if (!file.write(csv(rows))) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  await client.query("CLOSE packaged");
}

function describeTable(table: PackagedTable, packaged: ReadonlySet<string>) {
  const fields = table.columns.map((column) => ({
    name: column.name,
    type: fieldType(column),
    ...(column.isRequired && { constraints: { required: true } }),
  }));
  const foreignKeys = table.references
    .filter(({ table: other }) => packaged.has(other))
    .map(({ columns, table: other, tableColumns }) => ({
      fields: columns,
      reference: { resource: other === table.name ? "" : other, fields: tableColumns },
    }));
  return {
    name: table.name,
    path: tablePath(table),
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: { fields, primaryKey: table.primaryKey, foreignKeys, missingValues: [""] },
  };
}

function describe(tables: readonly PackagedTable[], now: Date): string {
  const packaged = new Set(tables.map(({ name }) => name));
  const description = {
    profile: "tabular-data-package",
    name: "guatu",
    title: "Guatu: targets, reports, decisions and their audit",
    created: now.toISOString(),
    guatu: VERSION,
    resources: tables.map((table) => describeTable(table, packaged)),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

/** Adds every table as it is in one snapshot. */
async function addTables(client: Client, writer: ArchiveWriter, folder: string, now: Date): Promise<void> {
  const tables = await listTables(client);
  for (const table of tables) {
    const path = join(folder, "table.csv");
    await writeTable(client, table, path);
    await writer.add(tablePath(table), (await stat(path)).size, createReadStream(path));
  }
  const description = Buffer.from(describe(tables, now));
  await writer.add(DESCRIPTION_NAME, description.byteLength, Readable.from([description]));
}

/**
 * The package holds everything, also what is not public, and the hashes of passwords. While Guatu runs on the embedded
 * database, which has one session, pages wait until it is written.
 * @throws BackupError if there is no database, or if its files are elsewhere
 */
export async function writeDataPackage(path: string, now: Date): Promise<CreatedBackup> {
  const isStopped =
    isEmbedded(env) &&
    (await readFacts().then(
      () => false,
      () => true,
    ));
  return isStopped ? withEmbeddedDatabase(() => writeArchiveOfTables(path, now)) : writeArchiveOfTables(path, now);
}

async function writeArchiveOfTables(path: string, now: Date): Promise<CreatedBackup> {
  const folder = await mkdtemp(join(dirname(path), "package-"));
  let missing: string[] = [];
  try {
    const { storageKeys, filesMark, ...facts } = await readFacts();
    const elsewhere = await findFilesElsewhere(filesMark);
    if (elsewhere !== null) throw new BackupError(elsewhere);
    const manifest = await writeArchive(path, async (writer) => {
      await withClient(env.DATABASE_URL, async (client) => {
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        await addTables(client, writer, folder, now);
        await client.query("COMMIT");
      });
      const added = await addFiles(writer);
      missing = storageKeys.filter((key) => !added.has(key));
      return { format: 1, version: VERSION, madeAt: now.toISOString(), engine: "any", ...facts, withFiles: true };
    });
    return { path, manifest, missing };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
