// Upgrades the database at DATABASE_URL and, in demo mode, loads the newspaper page into an empty one.
// Prints one line: what was done, or "guatu: " and the error.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { assertReachable, withClient } from "@/lib/server/db/connection";
import { PREPARE_LOCK } from "@/lib/server/db/locks";

const root = join(import.meta.dirname, "..");
const loader = join(root, "prisma/seed/load.ts");
const rebuilder = join(root, "scripts/rebuild-standings.ts");

function fail(reason: string): never {
  console.log(`guatu: ${reason}`);
  process.exit(1);
}

function messageOf(error: unknown): string {
  const causes = error instanceof AggregateError ? error.errors : [error];
  return causes.map((cause) => (cause instanceof Error ? cause.message : String(cause))).join("; ");
}

function addressOf(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  return url ? `${url.searchParams.get("host") ?? url.host}${url.pathname}` : "DATABASE_URL";
}

interface State {
  readonly isEmpty: boolean;
  /** The standings were last computed before the last migration. */
  readonly isBehind: boolean;
}

async function stateOf(client: Client): Promise<State> {
  const { rows } = await client.query<State>(`
    SELECT NOT EXISTS (SELECT FROM department) AS "isEmpty",
      (SELECT migration_name FROM _prisma_migrations ORDER BY started_at DESC, migration_name DESC LIMIT 1)
        IS DISTINCT FROM (SELECT migration FROM standings_built) AS "isBehind"`);
  return rows[0] ?? { isEmpty: true, isBehind: true };
}

function run(script: string, what: string): void {
  const args = ["--conditions=react-server", "--import", "tsx", script];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) fail(`${what} failed: ${(stderr || stdout).trim()}`);
}

// Validates the settings first: an invalid one is reported once here, not on every page later.
const { env } = await import("@/lib/server/env").catch((error) => fail(messageOf(error)));
const databaseUrl = env.DATABASE_URL;

async function prepare(client: Client): Promise<string[]> {
  await client.query("SELECT pg_advisory_lock($1)", [PREPARE_LOCK]);
  const { upgradeDatabase } = await import("@/lib/server/events/upgrade");
  const { migrations, functions } = await upgradeDatabase(databaseUrl, join(root, "prisma"), new Date()).catch(
    (error) => fail(`the database could not be upgraded: ${messageOf(error)}`),
  );
  const { checkDeployment } = await import("@/lib/server/deployment/check");
  const accepted = { newSecret: env.GUATU_NEW_SECRET !== undefined, newFiles: env.GUATU_NEW_FILES !== undefined };
  await checkDeployment(client, accepted).catch((error) => fail(messageOf(error)));
  const done = migrations.length > 0 ? [`${migrations.length} migrations applied`] : [];
  if (functions.length > 0) done.push(`${functions.length} function files applied`);
  const { isEmpty, isBehind } = await stateOf(client);
  if (isBehind) run(rebuilder, "recomputing the standings");
  if (isEmpty && env.GUATU_MODE !== "production" && existsSync(loader)) {
    run(loader, "loading the page's commitments");
    done.push("the page's commitments loaded");
  }
  return done;
}

await assertReachable(databaseUrl).catch((error) =>
  fail(`the database ${addressOf(databaseUrl)} is out of reach: ${messageOf(error)}`),
);
const done = await withClient(databaseUrl, prepare);
console.log(done.join(", ") || "up to date");
process.exit(0);
