import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { SESSION_STATEMENTS } from "@/lib/server/db/connection";
import { socketPath, socketUrl } from "@/lib/server/db/engine/data-folder";
import { serveDatabase } from "@/lib/server/db/engine/wire-server";

export type MemoryDatabase = {
  url: string;
  /** A dump of its content, to be opened again as `from`. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
};

/** A temporary embedded database in this process, for comparing schemas and for tests. */
export async function openMemoryDatabase(from?: Blob): Promise<MemoryDatabase> {
  const socketDir = await mkdtemp(join(tmpdir(), "guatu-"));
  const db = await PGlite.create({ extensions: { pg_trgm }, loadDataDir: from });
  await db.exec(SESSION_STATEMENTS);
  const server = await serveDatabase({ db, path: socketPath(socketDir) });
  return {
    url: socketUrl(socketDir),
    dump: async () => db.dumpDataDir("none"),
    close: async () => {
      await server.stop();
      await db.close();
      await rm(socketDir, { recursive: true, force: true });
    },
  };
}
