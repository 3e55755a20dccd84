// Opens and serves the embedded database of a data folder.
import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { SESSION_STATEMENTS } from "@/lib/server/db/connection";
import { type DataFolder, socketPath, socketUrl } from "@/lib/server/db/engine/data-folder";
import { lockDatabase } from "@/lib/server/db/engine/database-lock";
import { serveDump } from "@/lib/server/db/engine/dump-server";
import { serveDatabase } from "@/lib/server/db/engine/wire-server";

export type EmbeddedDatabase = {
  url: string;
  close(): Promise<void>;
};

function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const stat = lstatSync(path);
  const isOwn = process.getuid === undefined || stat.uid === process.getuid();
  if (!stat.isDirectory() || !isOwn || (stat.mode & 0o077) !== 0) {
    throw new Error(`${path} must be a folder of this user alone (mode 0700)`);
  }
}

/** Locks, opens and serves. Calls `onFailure` when the engine or the lock is lost: the process must end then. */
export async function openEmbeddedDatabase(
  folder: DataFolder,
  onFailure: (reason: string) => void,
  restoreFrom?: Blob,
): Promise<EmbeddedDatabase> {
  makePrivateFolder(folder.socketDir);
  const unlock = await lockDatabase(folder, () => onFailure("the lock of the data folder was lost"));
  try {
    const db = await PGlite.create(folder.database, { extensions: { pg_trgm }, loadDataDir: restoreFrom });
    await db.exec(SESSION_STATEMENTS);
    const path = socketPath(folder.socketDir);
    rmSync(path, { force: true });
    const server = await serveDatabase({
      db,
      path,
      onEngineFailure: (error) => onFailure(`the database engine stopped: ${String(error)}`),
    });
    const stopDumps = await serveDump(db, folder.socketDir);
    return {
      url: socketUrl(folder.socketDir),
      close: async () => {
        stopDumps();
        await server.stop();
        await db.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
