// Before each integration test file: resets what the file before it left in the worker, creates a separate database at
// DATABASE_URL, so that `db` uses it, and a separate data folder.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, vi } from "vitest";
import { testDatabase } from "@/testing/database";

// The files of a worker share the packages in node_modules, which are slow to load, but no module of the project.
vi.resetModules();

const database = await testDatabase();
// On a busy machine the single session of an embedded database may be taken for longer than the default.
const url = new URL(database.url);
url.searchParams.set("connect_timeout", "60");
process.env.DATABASE_URL = url.href;
const folder = await mkdtemp(join(tmpdir(), "guatu-data-"));
process.env.GUATU_DATA = folder;

afterAll(async () => {
  const holder = globalThis as {
    guatuDatabase?: { $disconnect(): Promise<void> };
    guatuFiles?: object;
    guatuQueue?: Promise<{ stop(options: object): Promise<void> }>;
  };
  await (await holder.guatuQueue)?.stop({ graceful: false });
  await holder.guatuDatabase?.$disconnect();
  await database.close();
  await rm(folder, { recursive: true, force: true });
  delete holder.guatuDatabase;
  delete holder.guatuFiles;
  delete holder.guatuQueue;
  vi.unstubAllEnvs();
});
