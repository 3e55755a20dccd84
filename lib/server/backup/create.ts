// Creates a backup: the database first, then the files, so that it contains every file that the database references.
import "server-only";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isFile } from "@flystorage/file-storage";
import { withClient } from "@/lib/server/db/connection";
import { dataFolder } from "@/lib/server/db/engine/data-folder";
import { fetchDump } from "@/lib/server/db/engine/dump-server";
import { openEmbeddedDatabase } from "@/lib/server/db/engine/embedded-database";
import { findFilesElsewhere, readFilesMark } from "@/lib/server/deployment/check";
import { env, isEmbedded } from "@/lib/server/env";
import { files, STORE_KEY } from "@/lib/server/files/storage";
import { VERSION } from "@/lib/server/version";
import { type ArchiveWriter, writeArchive } from "./archive";
import { BackupError, DUMP_NAME, FILES_PREFIX, type Manifest } from "./manifest";
import { dumpPostgres, storageKeys } from "./postgres";
import { backupName, getDueKind, listExpired } from "./retention";

interface DatabaseFacts {
  readonly engineVersion: string;
  readonly migrations: string[];
  readonly storageKeys: string[];
  readonly filesMark: string | null;
}

export function readFacts(): Promise<DatabaseFacts> {
  return withClient(env.DATABASE_URL, async (client) => {
    const version = await client.query<{ v: string }>("SELECT current_setting('server_version') AS v");
    const applied = await client.query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
    );
    return {
      engineVersion: version.rows[0]?.v ?? "",
      migrations: applied.rows.map(({ name }) => name),
      storageKeys: await storageKeys(client),
      filesMark: await readFilesMark(client),
    };
  });
}

/** Opens the embedded database of the data folder for `work`. */
export async function withEmbeddedDatabase<T>(work: () => Promise<T>): Promise<T> {
  const folder = dataFolder(env.GUATU_DATA);
  if (!existsSync(folder.database)) throw new BackupError(`there is no database in ${folder.root}`);
  const database = await openEmbeddedDatabase(folder, (reason) => {
    throw new Error(reason);
  });
  try {
    return await work();
  } finally {
    await database.close();
  }
}

/** Uses the database process while Guatu is running; otherwise opens the folder temporarily. */
async function dumpEmbedded(target: string): Promise<DatabaseFacts> {
  const { socketDir } = dataFolder(env.GUATU_DATA);
  const facts = await readFacts().catch(() => undefined);
  if (facts !== undefined && (await fetchDump(socketDir, target))) return facts;
  return withEmbeddedDatabase(async () => {
    const found = await readFacts();
    await fetchDump(socketDir, target);
    return found;
  });
}

async function dumpDatabase(target: string): Promise<DatabaseFacts> {
  if (isEmbedded(env)) return dumpEmbedded(target);
  const facts = await readFacts();
  await dumpPostgres(env.DATABASE_URL, target);
  return facts;
}

/** All stored files; ignores files that are deleted with their draft in the meantime. */
export async function addFiles(writer: ArchiveWriter): Promise<Set<string>> {
  const added = new Set<string>();
  for await (const entry of files().list("", { deep: true })) {
    if (!isFile(entry) || entry.path.endsWith(".part") || entry.path === STORE_KEY) continue;
    const size = entry.size ?? (await files().fileSize(entry.path));
    const content = await files()
      .read(entry.path)
      .catch(() => undefined);
    if (content === undefined) continue;
    await writer.add(`${FILES_PREFIX}${entry.path}`, size, content);
    added.add(entry.path);
  }
  return added;
}

export interface CreatedBackup {
  readonly path: string;
  readonly manifest: Manifest;
  /** Files that the database references but the storage lacks. */
  readonly missing: readonly string[];
}

export async function createBackup(path: string, now: Date, withFiles = true): Promise<CreatedBackup> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const dump = `${path}.dump.part`;
  let missing: string[] = [];
  try {
    const { storageKeys: named, filesMark, ...facts } = await dumpDatabase(dump);
    const elsewhere = withFiles ? await findFilesElsewhere(filesMark) : null;
    if (elsewhere !== null) throw new BackupError(elsewhere);
    const engine = isEmbedded(env) ? "embedded" : "postgresql";
    const manifest = await writeArchive(path, async (writer) => {
      await writer.add(DUMP_NAME, (await stat(dump)).size, createReadStream(dump));
      if (withFiles) {
        const added = await addFiles(writer);
        missing = named.filter((key) => !added.has(key));
      }
      return { format: 1, version: VERSION, madeAt: now.toISOString(), engine, ...facts, withFiles };
    });
    return { path, manifest, missing };
  } finally {
    await rm(dump, { force: true });
  }
}

/** Creates the backup that is due and deletes expired ones. */
export async function createDueBackup(now: Date): Promise<CreatedBackup> {
  const { backups } = dataFolder(env.GUATU_DATA);
  await mkdir(backups, { recursive: true, mode: 0o700 });
  const kind = getDueKind(await readdir(backups), now);
  const made = await createBackup(join(backups, backupName(kind, now)), now, kind === "daily");
  for (const name of listExpired(await readdir(backups))) await rm(join(backups, name), { force: true });
  return made;
}
