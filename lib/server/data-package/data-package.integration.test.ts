// A data package written from a database and loaded into it again: every value of every table is the same.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readArchive } from "@/lib/server/backup/archive";
import { withClient } from "@/lib/server/db/connection";
import { env } from "@/lib/server/env";
import { loadSampleYear } from "@/testing/sample-year";
import { loadTables } from "./load-tables";
import { listTables } from "./tables";
import { writeDataPackage } from "./write-package";

const folder = mkdtempSync(join(tmpdir(), "guatu-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Values that a careless format loses: missing against empty, digits, quotes, line ends, zones, nested lists. */
const ODD_VALUES = `
  CREATE TABLE odd_value (id integer PRIMARY KEY, parent_id integer REFERENCES odd_value, words text, list text[],
    body jsonb, amount numeric, at timestamptz, day date, is_true boolean, big bigint);
  INSERT INTO odd_value VALUES
    (1, 2, '', '{}', '{"a": [1, null, "\\"x\\""]}', 0.1000, '2023-03-26 01:59:59.123456+08', '0999-12-31', true, 9223372036854775807),
    (2, 3, NULL, NULL, 'null', -123456789012345678901234567890.123456789, NULL, NULL, NULL, NULL),
    (3, 1, E'a "quoted", line\\r\\nand\\tanother\\\\N 𬭎', ARRAY['', NULL, 'a,b', '{"c"}', E'\\n'], '"text"', 1e20, 'infinity', '2024-02-29', false, -1)`;

async function digests(): Promise<Record<string, string>> {
  return withClient(env.DATABASE_URL, async (client) => {
    const result: Record<string, string> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM ${client.escapeIdentifier(name)} t`,
      );
      result[name] = rows[0]?.digest ?? "";
    }
    return result;
  });
}

async function entriesOf(path: string): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  await readArchive(path, async (name, _size, content) => {
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    entries.set(name, Buffer.concat(chunks).toString("utf8"));
  });
  return entries;
}

const file = join(folder, "data.tar.gz");

beforeAll(async () => {
  await loadSampleYear();
  await withClient(env.DATABASE_URL, (client) => client.query(ODD_VALUES));
  await writeDataPackage(file, new Date());
}, 180_000);

it("loads every value of every table again", async () => {
  const before = await digests();
  await withClient(env.DATABASE_URL, (client) => client.query("DELETE FROM odd_value"));
  expect(await digests()).not.toEqual(before);
  await loadTables(file);
  expect(await digests()).toEqual(before);
});

it("leaves the guards in force: append-only tables, references, triggers", async () => {
  await loadTables(file);
  await withClient(env.DATABASE_URL, async (client) => {
    await expect(client.query("DELETE FROM progress_update")).rejects.toThrow(/append-only/);
    await expect(client.query("UPDATE odd_value SET parent_id = 9 WHERE id = 1")).rejects.toThrow(/foreign key/);
    await expect(client.query("DELETE FROM department")).rejects.toThrow(/foreign key/);
  });
});

it("changes nothing if a table of the package is unknown", async () => {
  const before = await digests();
  await withClient(env.DATABASE_URL, (client) => client.query("ALTER TABLE odd_value RENAME TO other_value"));
  await expect(loadTables(file)).rejects.toThrow("this version of Guatu has no table odd_value");
  await withClient(env.DATABASE_URL, (client) => client.query("ALTER TABLE other_value RENAME TO odd_value"));
  expect(await digests()).toEqual(before);
});

it("describes each table by its columns, keys and references, and holds no session", async () => {
  const entries = await entriesOf(file);
  const { resources } = JSON.parse(entries.get("datapackage.json") ?? "") as {
    resources: { name: string; path: string; schema: Record<string, unknown[]> }[];
  };
  const target = resources.find(({ name }) => name === "target");
  expect(target?.schema).toMatchObject({
    primaryKey: ["id"],
    foreignKeys: expect.arrayContaining([
      { fields: ["metric_id"], reference: { resource: "metric", fields: ["id"] } },
      { fields: ["parent_id"], reference: { resource: "", fields: ["id"] } },
    ]),
  });
  expect(target?.schema.fields).toEqual(
    expect.arrayContaining([
      { name: "code", type: "string", constraints: { required: true } },
      { name: "baseline_value", type: "number" },
    ]),
  );
  for (const { path, schema } of resources) {
    const header = (schema.fields as { name: string }[]).map(({ name }) => `"${name}"`).join(",");
    expect(entries.get(path)?.split("\r\n")[0]).toBe(header);
  }
  expect(resources.map(({ name }) => name)).not.toContain("session");
});
