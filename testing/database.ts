// Databases for integration tests: real ones, migrated once per run and copied. Embedded by default; real PostgreSQL if
// GUATU_TEST_DATABASE_URL names a server that allows creating databases. Every integration test file already has a
// separate one behind `db` (setup.ts); `testDatabase()` is for tests that need another.
import { readFile } from "node:fs/promises";
import { inject } from "vitest";
import { openClient } from "@/lib/server/db/connection";
import { openMemoryDatabase } from "@/lib/server/db/engine/memory-database";
import { hostileStatements } from "@/testing/hostile-settings";

export type TestDatabase = { url: string; close(): Promise<void> };

async function copyOnServer(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = `${template}_${crypto.randomUUID().replaceAll("-", "")}`.slice(0, 63);
  const admin = await openClient(serverUrl);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  // A copy has the template's rows and collation, not its settings.
  await admin.query(hostileStatements(name));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    close: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** A separate migrated, empty database. Close it when done. */
export async function testDatabase(): Promise<TestDatabase> {
  const source = inject("databaseTemplate");
  if ("serverUrl" in source) return copyOnServer(source.serverUrl, source.template);
  return openMemoryDatabase(new Blob([new Uint8Array(await readFile(source.dumpPath))]));
}
