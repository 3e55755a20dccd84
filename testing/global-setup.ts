// Once per run of the integration tests: creates a migrated database that every test file copies.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openClient, withClient } from "@/lib/server/db/connection";
import { openMemoryDatabase } from "@/lib/server/db/engine/memory-database";
import { applyMigrations } from "@/lib/server/db/migrator/migrate";
import { hostileCollation, hostileStatements, setServerHostile } from "@/testing/hostile-settings";

declare module "vitest" {
  export interface ProvidedContext {
    /** Either a dump of the embedded database or the name of the template on a real server. */
    databaseTemplate: { dumpPath: string } | { serverUrl: string; template: string };
    /** The folder for what testing/saved-rows.ts saves during this run. */
    savedRows: string;
  }
}

const prismaDir = join(import.meta.dirname, "../prisma");

async function prepareServer(project: TestProject, serverUrl: string): Promise<() => Promise<void>> {
  const template = `guatu_template_${process.pid}_${Date.now()}`;
  const admin = await openClient(serverUrl);
  await admin.query(`CREATE DATABASE ${template} ${await hostileCollation(admin)}`);
  await admin.query(hostileStatements(template));
  const url = new URL(serverUrl);
  url.pathname = `/${template}`;
  await applyMigrations(url.href, prismaDir);
  project.provide("databaseTemplate", { serverUrl, template });
  return async () => {
    const { rows } = await admin.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE $1", [
      `${template}%`,
    ]);
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    await admin.end();
  };
}

async function prepareEmbedded(project: TestProject, folder: string): Promise<void> {
  const database = await openMemoryDatabase();
  await withClient(database.url, setServerHostile);
  await applyMigrations(database.url, prismaDir);
  const dumpPath = join(folder, "template.tar");
  const dump = await database.dump();
  await writeFile(dumpPath, Buffer.from(await dump.arrayBuffer()));
  await database.close();
  project.provide("databaseTemplate", { dumpPath });
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "guatu-test-"));
  project.provide("savedRows", folder);
  const serverUrl = process.env.GUATU_TEST_DATABASE_URL;
  const dropDatabases = serverUrl ? await prepareServer(project, serverUrl) : undefined;
  if (dropDatabases === undefined) await prepareEmbedded(project, folder);
  return async () => {
    await dropDatabases?.();
    await rm(folder, { recursive: true, force: true });
  };
}
