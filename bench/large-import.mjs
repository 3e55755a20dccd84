// 10,000 targets and 120,000 values imported on the PostgreSQL server that GUATU_TEST_DATABASE_URL names.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot } from "../scripts/launcher/paths.mjs";
import { runNodeQuietly } from "../scripts/launcher/processes.mjs";

const TARGETS = 10_000;
const LIMIT_SECONDS = 60;
const MOST_MEGABYTES = 1024;

async function runStep(name, folder, url) {
  const env = { ...process.env, GUATU_DATA: folder, GUATU_MODE: "demo", DATABASE_URL: url };
  const args = [inRoot("bench/large-import.ts"), name, folder, String(TARGETS)];
  const output = await runNodeQuietly(name, args, 20 * 60_000, { typescript: true, env });
  return JSON.parse(output.trim().split("\n").at(-1));
}

/** The time of both imports against the least that any program must do, in seconds against a minute, and peak memory. */
async function measureOn(url, folder, add) {
  await runNodeQuietly("migrations", [inRoot("scripts/migrate.ts")], 120_000, {
    typescript: true,
    env: { ...process.env, DATABASE_URL: url },
  });
  await runStep("prepare", folder, url);
  const tasks = await runStep("tasks", folder, url);
  await runStep("receive", folder, url);
  const values = await runStep("values", folder, url);
  const plain = await runStep("plain", folder, url);
  if (tasks.written !== TARGETS || values.written !== 12 * TARGETS) throw new Error("not all rows were imported");
  const seconds = tasks.seconds + values.seconds;
  add(`import of ${TARGETS} targets`, tasks.seconds, "s", plain.seconds, 15);
  add(`import of ${12 * TARGETS} values, against plain rows of them`, values.seconds, "s", plain.seconds, 30);
  add("both imports", seconds, "s", LIMIT_SECONDS, 1);
  add("memory for them", Math.max(tasks.megabytes, values.megabytes), "MiB", MOST_MEGABYTES, 1);
}

export async function measureLargeImport(add) {
  const server = process.env.GUATU_TEST_DATABASE_URL;
  if (!server) {
    process.stderr.write("the import of 10,000 targets is not measured: GUATU_TEST_DATABASE_URL names no server\n");
    return;
  }
  const { openClient } = await import("../lib/server/db/connection.ts");
  const folder = mkdtempSync(join(tmpdir(), "guatu-large-"));
  const name = `guatu_bench_${process.pid}`;
  const admin = await openClient(server);
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    await measureOn(url.href, folder, add);
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
