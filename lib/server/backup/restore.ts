// Restores a backup or a data package: verifies the whole file first, preserves the existing data, and verifies the audit at the end.
import "server-only";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { readArchive, verifyArchive } from "@/lib/server/backup/archive";
import { assertKnown, BackupError, DUMP_NAME, FILES_PREFIX, type Manifest } from "@/lib/server/backup/manifest";
import { emptyDatabase, hasTables, otherConnections, restorePostgres, storageKeys } from "@/lib/server/backup/postgres";
import { backupName, stamp } from "@/lib/server/backup/retention";
import { loadTables } from "@/lib/server/data-package/load-tables";
import { db } from "@/lib/server/db/client";
import { withClient } from "@/lib/server/db/connection";
import { dataFolder } from "@/lib/server/db/engine/data-folder";
import { openEmbeddedDatabase } from "@/lib/server/db/engine/embedded-database";
import { migrationNames, readMigrations } from "@/lib/server/db/migrator/migration-files";
import { forgetDeployment } from "@/lib/server/deployment/check";
import { env, isEmbedded } from "@/lib/server/env";
import { type ChainHead, getChainHead, resetChainHeads } from "@/lib/server/events/chain-heads";
import { upgradeDatabase } from "@/lib/server/events/upgrade";
import { type AuditState, verifyRestored } from "@/lib/server/events/verify-audit";
import { files } from "@/lib/server/files/storage";
import { rebuildAllStandings } from "@/lib/server/targets/standings";
import { createBackup } from "./create";

const prismaDir = join(import.meta.dirname, "../../../prisma");

export interface RestoreOrder {
  readonly file: string;
  /** Replace the existing data. */
  readonly replace: boolean;
  readonly now: Date;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly audit: AuditState;
  readonly migrated: readonly string[];
  /** Files that the database references but the storage lacks. */
  readonly missing: readonly string[];
  /** The path of the preserved data. */
  readonly previousData?: string;
}

interface Finished extends Omit<Restored, "manifest"> {
  readonly head: ChainHead | null;
}

const REFUSED =
  "there is a database already; to replace it with the backup, run: npm run guatu -- restore FILE --replace (the existing data is preserved)";

function unpackDump(file: string, target: string): Promise<void> {
  return readArchive(file, async (name, _size, content) => {
    if (name === DUMP_NAME) await pipeline(content, createWriteStream(target, { mode: 0o600 }));
  });
}

/** This version's schema with the rows of a data package. */
async function buildFromTables({ file, now }: RestoreOrder): Promise<void> {
  await upgradeDatabase(env.DATABASE_URL, prismaDir, now);
  await loadTables(file);
}

function unpackFiles(file: string): Promise<void> {
  return readArchive(file, async (name, size, content) => {
    if (!name.startsWith(FILES_PREFIX)) return;
    const key = name.slice(FILES_PREFIX.length);
    if (key.split("/").includes(".."))
      throw new BackupError(`${file} contains a file with a path outside of the storage: ${name}`);
    await files().write(key, content, { size });
  });
}

/** Moves the files into place, upgrades the database to this version's schema and verifies its audit. */
async function finish(file: string): Promise<Finished> {
  await unpackFiles(file);
  const { migrations: migrated } = await upgradeDatabase(env.DATABASE_URL, prismaDir, new Date());
  if (migrated.length > 0) await rebuildAllStandings();
  const audit = await verifyRestored();
  const head = await getChainHead(db);
  await db.$disconnect();
  await withClient(env.DATABASE_URL, forgetDeployment);
  const missing: string[] = [];
  for (const key of await withClient(env.DATABASE_URL, storageKeys)) {
    if (!(await files().fileExists(key))) missing.push(key);
  }
  return { migrated, audit, missing, head };
}

/** The database is built in a folder next to the current one, and replaces it when it is complete and verified. */
async function restoreEmbedded(order: RestoreOrder, isPackage: boolean): Promise<Finished> {
  const folder = dataFolder(env.GUATU_DATA);
  const growing = join(folder.root, "db.restoring");
  const dump = join(folder.root, "restore.dump.part");
  const stop = (reason: string) => {
    throw new Error(reason);
  };
  if (existsSync(folder.database) && !order.replace) throw new BackupError(REFUSED);
  try {
    await mkdir(folder.root, { recursive: true });
    if (!isPackage) await unpackDump(order.file, dump);
    const bytes = isPackage ? undefined : new Blob([new Uint8Array(await readFile(dump))]);
    const database = await openEmbeddedDatabase({ ...folder, database: growing }, stop, bytes);
    const build = async () => {
      if (isPackage) await buildFromTables(order);
      return finish(order.file);
    };
    const finished = await build().finally(() => database.close());
    const previousData = existsSync(folder.database) ? join(folder.root, `db.before-${stamp(order.now)}`) : undefined;
    if (previousData !== undefined) await rename(folder.database, previousData);
    await rename(growing, folder.database);
    return { ...finished, ...(previousData === undefined ? {} : { previousData }) };
  } finally {
    await rm(dump, { force: true });
    await rm(growing, { recursive: true, force: true });
  }
}

async function restoreServer(order: RestoreOrder, isPackage: boolean): Promise<Finished> {
  const folder = dataFolder(env.GUATU_DATA);
  const others = await otherConnections(env.DATABASE_URL);
  if (others > 0) {
    throw new BackupError(`the database is in use by ${others} other connections; stop Guatu and all other clients`);
  }
  const isEmpty = !(await hasTables(env.DATABASE_URL));
  if (!isEmpty && !order.replace) throw new BackupError(REFUSED);
  const previousData = isEmpty ? undefined : join(folder.backups, `before-${backupName(undefined, order.now)}`);
  if (previousData !== undefined) await createBackup(previousData, order.now);
  await mkdir(folder.root, { recursive: true });
  const temporary = await mkdtemp(join(folder.root, "restore-"));
  try {
    const dump = join(temporary, DUMP_NAME);
    if (!isPackage) await unpackDump(order.file, dump);
    const build = async () => {
      await emptyDatabase(env.DATABASE_URL);
      await (isPackage ? buildFromTables(order) : restorePostgres(env.DATABASE_URL, dump));
    };
    await build().catch((error: unknown) => {
      const advice =
        previousData === undefined ? "" : `; the database is empty now, its previous data is in ${previousData}`;
      throw new BackupError(`${error instanceof Error ? error.message : error}${advice}`);
    });
    return { ...(await finish(order.file)), ...(previousData === undefined ? {} : { previousData }) };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const manifest = await verifyArchive(order.file);
  assertKnown(manifest, migrationNames(await readMigrations(join(prismaDir, "migrations"))));
  const here = isEmbedded(env) ? "embedded" : "postgresql";
  const isPackage = manifest.engine === "any";
  if (!isPackage && manifest.engine !== here) {
    throw new BackupError(
      manifest.engine === "embedded"
        ? "the backup is of the embedded database; unset DATABASE_URL to restore it, or move the data with a data package"
        : "the backup is of a PostgreSQL database; set DATABASE_URL to the one it goes to, or move the data with a data package",
    );
  }
  const { head, ...restored } = await (here === "embedded" ? restoreEmbedded : restoreServer)(order, isPackage);
  await resetChainHeads(head, stamp(order.now));
  return { manifest, ...restored };
}
