// Detects changes outside the application: every column of every audited table, one at a time.
import { beforeAll, describe, expect, it } from "vitest";
import { db, type Transaction } from "@/lib/server/db/client";
import { recordEverything } from "@/testing/events";
import { loadPageAndPeople } from "@/testing/people";
import { AUDITED_TABLES } from "./audited-tables";
import { verifyChain } from "./verify";
import { findRowFaults, type RecordedDigests } from "./verify-rows";

/** Tables without events, and why. A new table must be listed here or in AUDITED_TABLES. */
const NOT_AUDITED: Record<string, string> = {
  _prisma_migrations: "Prisma's own",
  account: "secrets of sign-in",
  attempt_count: "wrong passwords, which expire",
  automatic_draft: "which drafts were made automatically; the draft is audited",
  bulletin_mail: "sent mails; the event of their request names the addresses",
  bulletin_file: "generated from the bulletin, on request",
  collection_file: "generated from the targets on request, and expires within hours",
  chart_preset: "settings of an office; what a figure shows and says is in its address",
  column_mapping: "settings of the import; each file is previewed, and its drafts are audited",
  digest_sent: "sent mails",
  dismissed_tour: "settings of a user",
  event: "the chain itself",
  function_file: "hashes of prisma/functions",
  deployment: "markers of the secret and the file storage, compared at each start",
  proposal: "working notes of the supervision office; the target that is created from one is audited",
  reminder_preference: "settings of a user",
  saved_view: "settings of a user",
  session: "sessions",
  standings_built: "derived",
  starred_target: "settings of a user",
  target_standing: "derived, recomputed and compared",
  verification: "one-time links",
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
}

/** A different value of the same type, as SQL. */
const OTHER: Record<string, (column: string) => string> = {
  uuid: () => "gen_random_uuid()",
  text: (c) => `coalesce(${c}, '') || 'x'`,
  int4: (c) => `coalesce(${c}, 0) + 1`,
  numeric: (c) => `coalesce(${c}, 0) + 1`,
  bool: (c) => `NOT coalesce(${c}, false)`,
  date: (c) => `coalesce(${c}, '2023-01-01') + 1`,
  timestamptz: (c) => `coalesce(${c}, '2023-01-01') + interval '1 second'`,
  jsonb: (c) => `jsonb_build_array(${c})`,
  _text: (c) => `array_append(${c}, 'x')`,
};

const SOME: Record<string, string> = {
  uuid: "gen_random_uuid()",
  text: "'x'",
  int4: "1",
  numeric: "1",
  bool: "true",
  date: "'2023-01-01'",
  timestamptz: "'2023-01-01'",
  jsonb: "'{}'",
  _text: "'{}'",
};

function sqlFor<T>(types: Record<string, T>, { table, name, type }: Column): T {
  const sql = types[type];
  if (sql === undefined) throw new Error(`${table}.${name} has a type this test does not know: ${type}`);
  return sql;
}

async function listColumns(): Promise<Column[]> {
  return db.$queryRaw<Column[]>`
    SELECT table_name AS "table", column_name AS name, udt_name AS type, is_nullable = 'YES' AS "isNullable"
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`;
}

/** Bypasses triggers and constraints, like anyone with the database password can. */
async function unguarded(tx: Transaction, table: string): Promise<void> {
  await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
  const checks = await tx.$queryRaw<{ name: string }[]>`
    SELECT conname AS name FROM pg_constraint WHERE conrelid = ${table}::regclass AND contype = 'c'`;
  for (const { name } of checks) await tx.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
}

/** Rolls back a transaction. */
class Undo extends Error {}

/** Changes the table without triggers, verifies, and rolls back. */
async function after<T>(table: string, sql: string, look: (tx: Transaction) => Promise<T>): Promise<T> {
  let found: { value: T } | undefined;
  await db
    .$transaction(
      async (tx) => {
        await unguarded(tx, table);
        expect(await tx.$executeRawUnsafe(sql), sql).toBe(1);
        found = { value: await look(tx) };
        throw new Undo();
      },
      { timeout: 60_000 },
    )
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (found === undefined) throw new Error("nothing was looked at");
  return found.value;
}

async function fillEmptyTables(columns: readonly Column[]): Promise<void> {
  for (const { name: table } of AUDITED_TABLES) {
    const [row] = await db.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} LIMIT 1`);
    if (row !== undefined) continue;
    const own = columns.filter((column) => column.table === table);
    await db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
      const checks = await tx.$queryRaw<{ name: string; sql: string }[]>`
        SELECT conname AS name, pg_get_constraintdef(oid) AS sql FROM pg_constraint
        WHERE conrelid = ${table}::regclass AND contype = 'c'`;
      for (const { name } of checks) await tx.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
      const names = own.map((column) => column.name).join(", ");
      const values = own.map((column) => sqlFor(SOME, column)).join(", ");
      await tx.$executeRawUnsafe(`INSERT INTO ${table} (${names}) VALUES (${values})`);
      for (const { name, sql } of checks)
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${sql} NOT VALID`);
    });
  }
}

let columns: Column[];
let recorded: RecordedDigests;

beforeAll(async () => {
  await loadPageAndPeople();
  columns = await listColumns();
  await fillEmptyTables(columns);
  await recordEverything();
  ({ recorded } = await verifyChain(db));
});

it("covers every table of the database", () => {
  const known = [...AUDITED_TABLES.map(({ name }) => name), ...Object.keys(NOT_AUDITED)];
  expect([...new Set(columns.map(({ table }) => table))].sort()).toEqual(known.sort());
});

it("has a trigger on every audited table for each kind of change, with the same key and ignored columns", async () => {
  const triggers = await db.$queryRaw<{ table: string; name: string; args: string }[]>`
    SELECT tgrelid::regclass::text AS "table", tgname AS name, encode(tgargs, 'escape') AS args
    FROM pg_trigger WHERE tgfoid = 'record_changed_rows'::regproc ORDER BY 1, 2`;
  const expected = AUDITED_TABLES.flatMap(({ name, key, ignored }) =>
    ["audited_delete", "audited_insert", "audited_update"].map((trigger) => ({
      table: name,
      name: trigger,
      args: `${key.join(",")}\\000${ignored.join(",")}\\000`,
    })),
  );
  const order = (one: { table: string; name: string }) => `${one.table} ${one.name}`;
  expect(triggers.sort((a, b) => (order(a) < order(b) ? -1 : 1))).toEqual(
    expected.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
  );
});

it("finds nothing without changes", async () => {
  expect(await findRowFaults(db, recorded)).toEqual([]);
});

describe.each(AUDITED_TABLES)("$name", ({ name: table, key, ignored }) => {
  const kinds = async (tx: Transaction) => {
    const ofTable = new Map([...recorded].filter(([name]) => name.startsWith(`${table} `)));
    const faults = await findRowFaults(tx, ofTable, [{ name: table, key, ignored }]);
    return faults.map((fault) => `${fault.kind} ${fault.table}`).sort();
  };
  const row = `ctid = (SELECT ctid FROM ${table} LIMIT 1)`;

  it("finds a change of every column", async () => {
    for (const column of columns.filter((one) => one.table === table && !ignored.includes(one.name))) {
      const sql = `UPDATE ${table} SET ${column.name} = ${sqlFor(OTHER, column)(column.name)} WHERE ${row}`;
      const expected = key.includes(column.name)
        ? [`row-missing ${table}`, `row-not-recorded ${table}`]
        : [`row-changed ${table}`];
      expect(await after(table, sql, kinds), column.name).toEqual(expected);
    }
  });

  it("finds a deleted row", async () => {
    expect(await after(table, `DELETE FROM ${table} WHERE ${row}`, kinds)).toEqual([`row-missing ${table}`]);
  });

  it("finds an added row", async () => {
    const own = columns.filter((one) => one.table === table);
    const names = own.map((one) => one.name).join(", ");
    const values = own.map((one) => sqlFor(OTHER, one)(one.name)).join(", ");
    // After the last key, so that the new key is free.
    const last = key.map((name) => `${name} DESC`).join(", ");
    const sql = `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table} ORDER BY ${last} LIMIT 1`;
    expect(await after(table, sql, kinds)).toEqual([`row-not-recorded ${table}`]);
  });
});
