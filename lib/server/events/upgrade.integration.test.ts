// What the audit records of an upgrade.
import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { recordEverything } from "@/testing/events";
import { loadPageAndPeople } from "@/testing/people";
import { laterPrismaDir } from "@/testing/prisma-folder";
import { upgradeDatabase } from "./upgrade";
import { verifyChain } from "./verify";
import { findRowFaults } from "./verify-rows";

const migrations: Record<string, string> = {};

/** Adds a migration to those of the previous tests. */
function addMigration(sql: string): string {
  const name = `2999010100000${Object.keys(migrations).length}_later`;
  migrations[name] = sql;
  return name;
}

const upgrade = (functions: Record<string, string> = {}) =>
  upgradeDatabase(process.env.DATABASE_URL ?? "", laterPrismaDir({ migrations, functions }), new Date());

const lastEvent = () => db.event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
const idOf = async (key: string) => (await db.metric.findUniqueOrThrow({ where: { key } })).id;

/** Bypasses every trigger, like anyone with the database password can. */
async function tamper(sql: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
    await tx.$executeRawUnsafe(sql);
  });
}

let keys: string[];

beforeAll(async () => {
  await loadPageAndPeople();
  await recordEverything();
  keys = (await db.metric.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);
});

it("records only the rows that its migrations changed", async () => {
  const [changed = "", tampered = ""] = keys;
  await tamper(`UPDATE metric SET unit = 'tampered' WHERE key = '${tampered}'`);
  // Works without triggers: rows changed by a migration are found by comparison.
  const name = addMigration(`ALTER TABLE metric DISABLE TRIGGER USER;
    UPDATE metric SET definition = 'later' WHERE key = '${changed}';
    ALTER TABLE metric ENABLE TRIGGER USER`);
  expect(await upgrade()).toEqual({ migrations: [name], functions: [] });
  const event = await lastEvent();
  expect(event).toMatchObject({ action: "database.migrated", after: { migrations: [name], functions: [] } });
  expect(event.rows).toEqual([["metric", await idOf(changed), expect.any(String)]]);
  const { recorded } = await verifyChain(db);
  expect(await findRowFaults(db, recorded)).toMatchObject([
    { kind: "row-changed", table: "metric", key: await idOf(tampered) },
  ]);
});

it("records no row of a table that gets a column without a value", async () => {
  addMigration("ALTER TABLE metric ADD COLUMN later text");
  await upgrade();
  expect((await lastEvent()).rows).toBeNull();
});

it("records every row of a table that gets a column with a value", async () => {
  addMigration("ALTER TABLE rule_set ADD COLUMN later text NOT NULL DEFAULT 'x'");
  await upgrade();
  const { rows } = await lastEvent();
  expect(rows).toEqual([["rule_set", "1970-01-01T00:00:00+00:00", expect.any(String)]]);
});

it("records the rows of an audited table that did not exist before", async () => {
  const [{ sql } = { sql: "" }] = await db.$queryRaw<{ sql: string }[]>`
    SELECT 'CREATE TABLE special_day (' || string_agg(column_name || ' ' || data_type, ', ' ORDER BY ordinal_position)
      || ', PRIMARY KEY (day))' AS sql
    FROM information_schema.columns WHERE table_name = 'special_day'`;
  await db.$executeRaw`DROP TABLE special_day`;
  addMigration(`${sql}; INSERT INTO special_day (day, kind, name) VALUES ('2999-01-01', 'holiday', '元旦')`);
  await upgrade();
  expect((await lastEvent()).rows).toEqual([["special_day", "2999-01-01", expect.any(String)]]);
});

it("records replaced functions without any row when no row changed", async () => {
  const before = await lastEvent();
  expect(await upgrade()).toEqual({ migrations: [], functions: [] });
  expect(await lastEvent()).toEqual(before);
  await upgrade({ "later.sql": "SELECT 1;" });
  const event = await lastEvent();
  expect(event).toMatchObject({ sequence: before.sequence + 1n, rows: null });
  expect(event).toMatchObject({ after: { migrations: [], functions: ["later.sql"] } });
});
