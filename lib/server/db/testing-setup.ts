// Before each integration test file: a database of its own, at DATABASE_URL, so that `db` speaks to it.
import { afterAll } from "vitest";
import { testDatabase } from "@/lib/server/db/testing";

const database = await testDatabase();
process.env.DATABASE_URL = database.url;

afterAll(async () => {
  const holder = globalThis as { guatuDatabase?: { $disconnect(): Promise<void> } };
  await holder.guatuDatabase?.$disconnect();
  await database.close();
});
