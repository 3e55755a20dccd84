// The launchers as a user runs them: every failure ends with one clear line.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openClient } from "@/lib/server/db/connection";
import { embeddedUrl } from "@/lib/server/db/engine/data-folder";
import { testDatabase } from "@/testing/database";
import { freePort } from "./launcher/port.mjs";

const scripts = import.meta.dirname;
const TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];
const started: ChildProcess[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guatu-"));
});

afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

function run(args: string[], env: Record<string, string> = {}) {
  const inherited = { ...process.env, DATABASE_URL: "", ...env };
  const child = spawn(process.execPath, args, { cwd: join(scripts, ".."), env: inherited });
  started.push(child);
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, output })),
  );
  const printed = async (text: string) => {
    while (!output.includes(text)) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return { child, ended, printed };
}

const launch = (args: string[], env: Record<string, string>) => run([join(scripts, "start.mjs"), ...args], env).ended;
const openDatabase = () => run([...TYPESCRIPT, join(scripts, "database.ts")], { GUATU_DATA: folder });

describe("npm start", () => {
  it("rejects an outdated version of Node", async () => {
    const { code, output } = await launch(["--node-version=18.19.0"], {});
    expect(code).toBe(1);
    expect(output).toBe(
      "guatu: Node 18.19.0 is not supported; install Node 20.19 or later, 22.12 or later, or 24 or later (https://nodejs.org)\n",
    );
  });

  it("rejects a port in use before doing anything", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { code, output } = await launch([], { PORT: `${port}`, GUATU_MODE: "demo" });
    server.close();
    expect(code).toBe(1);
    expect(output).toBe(`guatu: port ${port} is taken; stop what uses it or set PORT to another\n`);
  });

  it("rejects production on the embedded database unless that is accepted", async () => {
    const { code, output } = await launch([], { GUATU_MODE: "production" });
    expect(code).toBe(1);
    expect(output).toMatch(/^guatu: production mode needs DATABASE_URL; .*\n$/);
  });
});

it("rejects a data folder that is a file, before it builds anything", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  const { code, output } = await launch([], { PORT: `${await freePort()}`, GUATU_DATA: file, GUATU_MODE: "demo" });
  expect(code).toBe(1);
  expect(output).toMatch(/^guatu: the data folder \S+ cannot be used; set GUATU_DATA to another: .*\n$/);
});

describe("a process of the launcher", () => {
  const guard = join(scripts, "launcher/end-with-parent.mjs");

  /** Like `next dev`, whose child process waits for a message from its parent before it does anything. */
  const FORKING = `
    import { fork } from "node:child_process";
    if (process.argv[2] === "child") process.once("message", (word) => { process.send("heard " + word); process.exit(); });
    else {
      const child = fork(process.argv[1], ["child"]);
      child.once("message", (word) => console.log(word));
      child.once("exit", () => process.exit());
      setTimeout(() => child.connected && child.send("it"), 500);
    }`;

  it("may have child processes that wait for it", async () => {
    const file = join(folder, "forking.mjs");
    await writeFile(file, FORKING);
    expect((await run(["--import", guard, file]).ended).output).toBe("heard it\n");
  });

  it("ends when the launcher has ended", async () => {
    const args = ["--import", guard, "-e", "setInterval(() => undefined, 1000)"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    started.push(child);
    const ended = new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
    await once(child, "spawn");
    setTimeout(() => child.disconnect(), 1_000);
    expect(await ended).toBe("SIGTERM");
  });

  it("ends even if it logs errors to an output that nobody reads any more", async () => {
    const logging = `
      process.on("uncaughtException", (error) => console.error(error));
      process.on("SIGTERM", () => console.error("ending"));
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--import", guard, "-e", logging], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    started.push(child);
    const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
    await once(child, "spawn");
    setTimeout(() => {
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.disconnect();
    }, 1_000);
    expect(await ended).toBe(1);
  });
});

describe("preparing the database", () => {
  it("names an unreachable database without its password", async () => {
    const url = "postgresql://user:secret@127.0.0.1:1/guatu";
    const { code, output } = await run([...TYPESCRIPT, join(scripts, "prepare-database.ts")], { DATABASE_URL: url })
      .ended;
    expect(code).toBe(1);
    expect(output).toBe("guatu: the database 127.0.0.1:1/guatu is out of reach: connect ECONNREFUSED 127.0.0.1:1\n");
  });
});

describe("a database from before the baseline", () => {
  const prepare = (env: Record<string, string>) =>
    run([...TYPESCRIPT, join(scripts, "prepare-database.ts")], { ...env, GUATU_MODE: "production" }).ended;
  const LINE =
    "guatu: the database could not be upgraded: this database was created by a development version of Guatu and cannot be upgraded; to start with a new one";
  const KEEP = "to keep it, run the version that created it (nothing was changed)";

  /** Prisma's history table, with the first migration of a development version. */
  async function makeOutdated(url: string): Promise<void> {
    const client = await openClient(url);
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
    await client.query(`DELETE FROM _prisma_migrations`);
    await client.query(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
      VALUES ('1', 'x', now(), '20261124000100_model', 1)`);
    await client.end();
  }

  it("stops the start with one line that names the folder of the embedded database", async () => {
    const data = join(folder, "outdated");
    const database = run([...TYPESCRIPT, join(scripts, "database.ts")], { GUATU_DATA: data });
    await database.printed("database ready");
    await makeOutdated(embeddedUrl(data));
    const { code, output } = await prepare({ GUATU_DATA: data });
    database.child.kill("SIGTERM");
    await database.ended;
    expect(output).toBe(
      `${LINE}, move or delete the folder ${join(data, "db")}, or set GUATU_DATA to another folder; ${KEEP}\n`,
    );
    expect(code).toBe(1);
    expect(existsSync(join(data, "db", "PG_VERSION"))).toBe(true);
  });

  it("stops the start with one line on a server", async () => {
    const database = await testDatabase();
    await makeOutdated(database.url);
    const { code, output } = await prepare({ DATABASE_URL: database.url });
    await database.close();
    expect(output).toBe(`${LINE}, create an empty database and set DATABASE_URL to it; ${KEEP}\n`);
    expect(code).toBe(1);
  });
});

it("names every invalid setting in one line", async () => {
  const settings = {
    DATABASE_URL: "postgresql://user@127.0.0.1:1/guatu",
    GUATU_TODAY: "yesterday",
    GUATU_URL: "guatu",
  };
  const { code, output } = await run([...TYPESCRIPT, join(scripts, "prepare-database.ts")], settings).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/^guatu: wrong settings: GUATU_TODAY must be a date like 2023-09-30; GUATU_URL .*\n$/);
});

describe("the embedded database's process", () => {
  it("locks its folder, preserves data through kill -9, and takes over the stale lock", async () => {
    const first = openDatabase();
    await first.printed("database ready");
    const second = await openDatabase().ended;
    expect(second.code).toBe(1);
    expect(second.output).toBe(`guatu: the data folder ${folder} is in use by another process\n`);
    const writer = await openClient(embeddedUrl(folder));
    writer.on("error", () => undefined);
    await writer.query("CREATE TABLE kept AS SELECT 7 AS n");
    first.child.kill("SIGKILL");
    await first.ended;

    const third = openDatabase();
    await third.printed("database ready");
    const reader = await openClient(embeddedUrl(folder));
    expect((await reader.query("SELECT n FROM kept")).rows).toEqual([{ n: 7 }]);
    await reader.end();
    third.child.kill("SIGTERM");
    expect((await third.ended).code).toBe(0);
  });
});
