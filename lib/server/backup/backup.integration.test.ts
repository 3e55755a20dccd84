// The backup and restore commands on a real data folder and, if configured, a real server.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { MANIFEST_NAME, type Manifest, TABLES_PREFIX } from "@/lib/server/backup/manifest";
import { openClient, withClient } from "@/lib/server/db/connection";
import { embeddedUrl } from "@/lib/server/db/engine/data-folder";
import { eventHash } from "@/lib/server/events/event-hash";
import { hostileStatements } from "@/testing/hostile-settings";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

const root = join(import.meta.dirname, "../../..");
const TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];
const folder = mkdtempSync(join(tmpdir(), "guatu-backup-"));
const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Place {
  readonly data: string;
  readonly url?: string;
}

function start(script: string, args: string[], { data, url }: Place) {
  // The environment of the README, without a secret; only demo mode loads data into an empty database.
  const GUATU_MODE = script === "prepare-database.ts" ? "demo" : "production";
  const env = { ...process.env, GUATU_MODE, GUATU_DATA: data, DATABASE_URL: url ?? "", GUATU_S3_BUCKET: "" };
  const child = spawn(process.execPath, [...TYPESCRIPT, join(root, "scripts", script), ...args], { cwd: root, env });
  started.push(child);
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (output += text));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, output })),
  );
  const printed = async (text: string) => {
    while (!output.includes(text)) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return { child, ended, printed };
}

const run = (script: string, args: string[], place: Place) => start(script, args, place).ended;

async function startDatabase(place: Place): Promise<() => Promise<unknown>> {
  const database = start("database.ts", [], place);
  await database.printed("database ready");
  return () => {
    database.child.kill("SIGTERM");
    return database.ended;
  };
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  return withClient(url, async (client) => (await client.query(text)).rows);
}

/** The event that records the row of evidence, as appendEvent() writes it. */
async function recordEvidence(url: string): Promise<void> {
  const [last] = await query(url, "SELECT sequence::text, hash FROM event ORDER BY event.sequence DESC LIMIT 1");
  const [row] = await query(url, "SELECT key, digest FROM audited_rows('evidence_file', '{id}', '{}')");
  const rows = [["evidence_file", row?.key as string, row?.digest as string]] as const;
  const [sequence, previousHash, at] = [BigInt(last?.sequence as string) + 1n, last?.hash as string, new Date()];
  const event = { sequence, at, actorId: null, action: "test.done", entity: "test", entityId: "1" };
  const hash = eventHash({ ...event, before: null, after: null, previousHash, rows });
  await query(
    url,
    `INSERT INTO event (sequence, at, action, entity, entity_id, rows, previous_hash, hash) VALUES
     (${sequence}, '${at.toISOString()}', 'test.done', 'test', '1', '${JSON.stringify(rows)}', '${previousHash}', '${hash}')`,
  );
}

/** The commitments with a year of reports and one evidence file, recorded in three events. */
async function fill(place: Place, url: string): Promise<void> {
  const prepared = await run("prepare-database.ts", [], { ...place, url });
  expect(prepared.output).toContain("the page's commitments loaded");
  const key = "evidence/the-proof";
  mkdirSync(join(place.data, "files/evidence"), { recursive: true });
  writeFileSync(join(place.data, "files", key), "the proof");
  const columns = "id, update_id, name, content_type, size, sha256, storage_key, uploader_id, uploaded_at";
  await query(
    url,
    `ALTER TABLE evidence_file DISABLE TRIGGER USER;
     INSERT INTO evidence_file (${columns})
     SELECT '${randomUUID()}', id, '证明.pdf', 'application/pdf', 9, encode(sha256('the proof'), 'hex'), '${key}', author_id, now() FROM progress_update LIMIT 1;
     ALTER TABLE evidence_file ENABLE TRIGGER USER`,
  );
  await recordEvidence(url);
}

const COUNTS = `SELECT (SELECT count(*)::int FROM target) AS targets, (SELECT count(*)::int FROM event) AS events,
  (SELECT count(*)::int FROM target_standing) AS standings, (SELECT name FROM evidence_file) AS proof`;

function manifestOf(path: string): string {
  const text = gunzipSync(readFileSync(path)).toString("latin1");
  return text.slice(text.indexOf("{", text.lastIndexOf(MANIFEST_NAME)));
}

/** The hashes of the tables in a data package. */
function tablesOf(path: string): Record<string, string> {
  const { entries } = JSON.parse(/\{.*\}/s.exec(manifestOf(path))?.[0] ?? "") as Manifest;
  const tables = Object.entries(entries).filter(([name]) => name.startsWith(TABLES_PREFIX));
  return Object.fromEntries(tables.map(([name, { sha256 }]) => [name, sha256]));
}

describe("the embedded database", () => {
  const here: Place = { data: join(folder, "here") };
  const there: Place = { data: join(folder, "there") };
  const file = join(folder, "moved.tar.gz");
  let counts: Record<string, unknown>[];

  beforeAll(async () => {
    const stop = await startDatabase(here);
    await fill(here, embeddedUrl(here.data));
    counts = await query(embeddedUrl(here.data), COUNTS);
    const made = await run("guatu.ts", ["backup", file], here);
    expect(made).toEqual({ code: 0, output: `guatu: wrote ${file} (the database and 1 files)\n` });
    await stop();
  });

  it("can be backed up while running and restored on another machine", async () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    const { code, output } = await run("guatu.ts", ["restore", file], there);
    expect(output).toMatch(
      /restored the backup of .*\n.*all 3 events, \d+ recorded rows and every file are intact\n.*\n$/,
    );
    expect(code).toBe(0);
    expect(readFileSync(join(there.data, "files/evidence/the-proof"), "utf8")).toBe("the proof");
    const stop = await startDatabase(there);
    expect(await query(embeddedUrl(there.data), COUNTS)).toEqual(counts);
    const verified = await run("guatu.ts", ["verify"], there);
    await stop();
    expect(verified.output).toMatch(/^guatu: all 3 events, \d+ recorded rows and every file are intact\n/);
  });

  it("can be backed up while stopped, and a restore preserves the replaced data", async () => {
    const { code, output } = await run("guatu.ts", ["backup"], here);
    expect(code).toBe(0);
    const [name = ""] = readdirSync(join(here.data, "backups"));
    expect(output).toContain(name);
    const refused = await run("guatu.ts", ["restore", join(here.data, "backups", name)], here);
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/^guatu: there is a database already; .* --replace/);
    const restored = await run("guatu.ts", ["restore", join(here.data, "backups", name), "--replace"], here);
    expect(restored.code).toBe(0);
    expect(restored.output).toContain("the previous data is in");
    const preserved = readdirSync(here.data).filter((entry) => entry.startsWith("db.before-"));
    expect(preserved).toHaveLength(1);
    expect(existsSync(join(here.data, preserved[0] ?? "", "PG_VERSION"))).toBe(true);
  });

  it("moves as a data package, from which every table is exported again byte for byte", async () => {
    const [data, again] = [join(folder, "data.tar.gz"), join(folder, "again.tar.gz")];
    const written = await run("guatu.ts", ["export", data], here);
    expect(written).toEqual({ code: 0, output: expect.stringMatching(/ \(\d\d tables and 1 files\)\n$/) });
    const moved: Place = { data: join(folder, "moved") };
    const restored = await run("guatu.ts", ["restore", data], moved);
    expect(restored.output).toMatch(/restored the data package of .*\n.*every file are intact\n/);
    expect(restored.code).toBe(0);
    expect((await run("guatu.ts", ["export", again], moved)).code).toBe(0);
    expect(tablesOf(again)).toEqual(tablesOf(data));
    expect(tablesOf(data)["tables/target.csv"]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("cannot be restored while running", async () => {
    const stop = await startDatabase(here);
    const { code, output } = await run("guatu.ts", ["restore", file, "--replace"], here);
    await stop();
    expect(code).toBe(1);
    expect(output).toBe(`guatu: the data folder ${here.data} is in use by another process\n`);
    expect(existsSync(join(here.data, "db.restoring"))).toBe(false);
  });

  it("cannot be restored from a truncated, altered or newer archive", async () => {
    const nowhere: Place = { data: join(folder, "nowhere") };
    const bytes = readFileSync(file);
    const cut = join(folder, "cut.tar.gz");
    writeFileSync(cut, bytes.subarray(0, bytes.length - 2_000));
    const tar = gunzipSync(bytes);
    const altered = join(folder, "altered.tar.gz");
    writeFileSync(
      altered,
      gzipSync(Buffer.from(tar).fill("X", tar.indexOf("the proof"), tar.indexOf("the proof") + 1)),
    );
    const manifestAt = tar.lastIndexOf('{\n  "format"');
    const withMigration = (name: string, migration: string) => {
      const path = join(folder, name);
      const manifest = tar
        .subarray(manifestAt)
        .toString("latin1")
        .replace(/\d{14}_baseline/, migration);
      writeFileSync(path, gzipSync(Buffer.concat([tar.subarray(0, manifestAt), Buffer.from(manifest, "latin1")])));
      return path;
    };
    const newer = withMigration("newer.tar.gz", "29990101000000_baseline");
    const older = withMigration("older.tar.gz", "20261124000100_baseline");
    const outputs: string[] = [];
    for (const path of [cut, altered, newer, join(root, "package.json"), older]) {
      const { code, output } = await run("guatu.ts", ["restore", path], nowhere);
      expect(code).toBe(1);
      outputs.push(output);
    }
    expect(outputs[0]).toContain("is damaged or not a backup: unexpected end of file");
    expect(outputs[1]).toContain("is damaged: the checksum of files/evidence/the-proof does not match");
    expect(outputs[2]).toMatch(/made by a newer Guatu .* does not know 29990101000000_baseline: update first/);
    expect(outputs[3]).toContain("is damaged or not a backup: incorrect header check");
    expect(outputs[4]).toMatch(
      /^guatu: the backup was made by a development version of Guatu \(.*\) and cannot be restored by this one; .*\n$/,
    );
    expect(existsSync(nowhere.data)).toBe(false);
  });

  it("is backed up to the data folder when due: with files once per day, otherwise without", async () => {
    const place: Place = { data: there.data };
    expect((await run("guatu.ts", ["backup", "--due"], place)).output).toBe("");
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await run("guatu.ts", ["backup", "--due"], place)).output).toBe("");
    const names = readdirSync(join(there.data, "backups")).sort();
    expect(names).toEqual([expect.stringMatching(/^guatu-daily-/), expect.stringMatching(/^guatu-hourly-/)]);
    const [daily = "", hourly = ""] = names.map((name) => manifestOf(join(there.data, "backups", name)));
    expect(daily).toContain("files/evidence/the-proof");
    expect(hourly).not.toContain("files/evidence/the-proof");
    const bare: Place = { data: join(folder, "bare") };
    const restored = await run("guatu.ts", ["restore", join(there.data, "backups", names[1] ?? "")], bare);
    expect(restored.code).toBe(3);
    expect(restored.output).toContain("1 files are missing (evidence/the-proof); this backup holds the database alone");
  });
});

const server = process.env.GUATU_TEST_DATABASE_URL;

describe.skipIf(server === undefined)("a PostgreSQL server", () => {
  const names = [1, 2].map((n) => `guatu_backup_${process.pid}_${n}`);
  const urlOf = (index: number) => Object.assign(new URL(server ?? "postgresql://x"), { pathname: names[index] }).href;
  const here: Place = { data: join(folder, "server-here"), url: urlOf(0) };
  const there: Place = { data: join(folder, "server-there"), url: urlOf(1) };
  const file = join(folder, "server.tar.gz");

  beforeAll(async () => {
    for (const name of names) {
      await query(server ?? "", `CREATE DATABASE ${name}`);
      await query(server ?? "", hostileStatements(name));
    }
    await query(server ?? "", `ALTER DATABASE ${names[1]} SET TimeZone TO 'America/New_York'`);
    mkdirSync(here.data, { recursive: true });
    await fill(here, urlOf(0));
  });

  afterAll(async () => {
    for (const name of names) await query(server ?? "", `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  it("can be backed up and restored into an empty database, and into a filled one only with --replace", async () => {
    const made = await run("guatu.ts", ["backup", file], here);
    expect(made).toEqual({ code: 0, output: `guatu: wrote ${file} (the database and 1 files)\n` });
    const counts = await query(urlOf(0), COUNTS);
    const first = await run("guatu.ts", ["restore", file], there);
    expect(first.output).toContain("all 3 events,");
    expect(first.code).toBe(0);
    expect(await query(urlOf(1), COUNTS)).toEqual(counts);
    expect(readFileSync(join(there.data, "files/evidence/the-proof"), "utf8")).toBe("the proof");

    await query(urlOf(1), "ALTER TABLE evidence_file DISABLE TRIGGER USER; DELETE FROM evidence_file");
    expect((await run("guatu.ts", ["restore", file], there)).output).toMatch(/^guatu: there is a database already;/);
    const again = await run("guatu.ts", ["restore", file, "--replace"], there);
    expect(again.code).toBe(0);
    expect(await query(urlOf(1), COUNTS)).toEqual(counts);
    expect(readdirSync(join(there.data, "backups"))).toEqual([expect.stringMatching(/^before-guatu-/)]);
  });

  it("cannot be restored while clients are connected, or from a backup of the embedded database", async () => {
    const client = await openClient(urlOf(1));
    const { output } = await run("guatu.ts", ["restore", file, "--replace"], there);
    await client.end();
    expect(output).toMatch(/^guatu: the database is in use by 1 other connections; stop Guatu/);
    const other = await run("guatu.ts", ["restore", join(folder, "moved.tar.gz"), "--replace"], there);
    expect(other.output).toContain("the backup is of the embedded database; unset DATABASE_URL");
  });

  it("loads a data package of the embedded database, and rejects a damaged one before it changes anything", async () => {
    const data = join(folder, "data.tar.gz");
    const restored = await run("guatu.ts", ["restore", data, "--replace"], there);
    expect(restored.output).toContain("restored the data package");
    expect(restored.code).toBe(0);
    const again = join(folder, "from-server.tar.gz");
    expect((await run("guatu.ts", ["export", again], there)).code).toBe(0);
    expect(tablesOf(again)).toEqual(tablesOf(data));
    const damaged = join(folder, "damaged.tar.gz");
    const tar = gunzipSync(readFileSync(data));
    const at = tar.indexOf("NT-T02");
    writeFileSync(damaged, gzipSync(Buffer.from(tar).fill("X", at, at + 1)));
    const refused = await run("guatu.ts", ["restore", damaged, "--replace"], there);
    expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(/checksum of tables\/\w+\.csv does not/)]);
    expect((await query(urlOf(1), COUNTS))[0]).toMatchObject({ events: 3 });
  });

  it("reports missing PostgreSQL tools", async () => {
    const path = process.env.PATH;
    process.env.PATH = "/nowhere";
    const { code, output } = await run("guatu.ts", ["backup", join(folder, "none.tar.gz")], here);
    process.env.PATH = path;
    expect(code).toBe(1);
    expect(output).toMatch(/^guatu: the backup failed: pg_dump is not installed; .*postgresql-client/);
    expect(readdirSync(folder).filter((name) => name.startsWith("none"))).toEqual([]);
  });
});
