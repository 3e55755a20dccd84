// Dumps and restores a PostgreSQL server with its own tools.
import { spawn } from "node:child_process";
import type { Client } from "pg";
import { BackupError } from "@/lib/server/backup/manifest";
import { connectionConfig, withClient } from "@/lib/server/db/connection";

const PASSED_ON = { sslmode: "PGSSLMODE", sslrootcert: "PGSSLROOTCERT", sslcert: "PGSSLCERT", sslkey: "PGSSLKEY" };

/** Connection settings as libpq variables, so that no password appears in the process list. */
function libpqEnvironment(databaseUrl: string): NodeJS.Dict<string> {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get("host") ?? url.hostname;
  const environment: Record<string, string> = { PGDATABASE: decodeURIComponent(url.pathname.slice(1)) || "postgres" };
  if (host) environment.PGHOST = host.replace(/^\[|\]$/g, "");
  if (url.port) environment.PGPORT = url.port;
  if (url.username) environment.PGUSER = decodeURIComponent(url.username);
  if (url.password) environment.PGPASSWORD = decodeURIComponent(url.password);
  for (const [parameter, variable] of Object.entries(PASSED_ON)) {
    const value = url.searchParams.get(parameter);
    if (value !== null) environment[variable] = value === "no-verify" ? "require" : value;
  }
  // libpq sends PGTZ and PGDATESTYLE too, unless they are "default"; a service file would override the address.
  return {
    ...environment,
    PGOPTIONS: connectionConfig(databaseUrl).options,
    PGTZ: "default",
    PGDATESTYLE: "default",
    PGCLIENTENCODING: "UTF8",
    PGSERVICE: undefined,
  };
}

function runTool(tool: "pg_dump" | "pg_restore", args: readonly string[], databaseUrl: string): Promise<void> {
  const env = { ...process.env, ...libpqEnvironment(databaseUrl) };
  const child = spawn(tool, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "ENOENT"
          ? new BackupError(
              `${tool} is not installed; a PostgreSQL database is backed up and restored by PostgreSQL's own client tools (Debian: apt install postgresql-client), of the server's version or newer`,
            )
          : error,
      ),
    );
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new BackupError(`${tool} failed: ${complaint.trim() || `it ended with ${code}`}`)),
    );
  });
}

/** Without the tables of the job queue: pending jobs would run a second time. */
export function dumpPostgres(databaseUrl: string, target: string): Promise<void> {
  const args = ["--format=custom", "--no-owner", "--no-privileges", "--exclude-schema=pgboss", `--file=${target}`];
  return runTool("pg_dump", args, databaseUrl);
}

/** The storage of the files that reports and bulletins reference. */
export async function storageKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT storage_key AS key FROM evidence_file
     UNION ALL SELECT storage_key FROM bulletin_file WHERE storage_key IS NOT NULL`,
  );
  return rows.map(({ key }) => key);
}

/** The other connected clients. A running Guatu holds a connection open even when it is idle. */
export async function otherConnections(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    return rows[0]?.n ?? 0;
  });
}

export async function hasTables(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1");
    return (rowCount ?? 0) > 0;
  });
}

/** Drops every table, also those of the job queue. */
export async function emptyDatabase(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query("DROP SCHEMA IF EXISTS pgboss CASCADE");
    await client.query("DROP SCHEMA IF EXISTS public CASCADE");
    await client.query("CREATE SCHEMA public");
  });
}

/** Restores the dump into an empty database in one transaction: all of it or nothing. */
export async function restorePostgres(databaseUrl: string, dump: string): Promise<void> {
  const database = libpqEnvironment(databaseUrl).PGDATABASE ?? "postgres";
  const args = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", `--dbname=${database}`];
  await runTool("pg_restore", [...args, dump], databaseUrl);
}
