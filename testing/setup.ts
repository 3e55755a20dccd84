// Before each integration test file: creates a separate database at DATABASE_URL, so that `db` uses it, and a separate
// data folder.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { testDatabase } from "@/testing/database";

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
    guatuQueue?: Promise<{ stop(options: object): Promise<void> }>;
  };
  await (await holder.guatuQueue)?.stop({ graceful: false });
  await holder.guatuDatabase?.$disconnect();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
