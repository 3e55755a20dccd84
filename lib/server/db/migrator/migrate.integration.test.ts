import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withClient } from "@/lib/server/db/connection";
import { type TestDatabase, testDatabase } from "@/testing/database";
import { laterPrismaDir } from "@/testing/prisma-folder";
import { applyMigrations } from "./migrate";

const PRISMA_DIR = join(import.meta.dirname, "../../../../prisma");
const NOTHING = { migrations: [], functions: [] };
const LATER = "29990101000000_later";

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const upgrade = (later: Parameters<typeof laterPrismaDir>[0]) => applyMigrations(database.url, laterPrismaDir(later));

async function query<Row>(sql: string): Promise<Row[]> {
  return withClient(database.url, async (client) => (await client.query(sql)).rows);
}

describe("functions and triggers", () => {
  const TRIGGER = `CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
    CREATE TRIGGER later BEFORE INSERT ON metric FOR EACH ROW EXECUTE FUNCTION later();`;
  const triggers = () => query("SELECT tgname FROM pg_trigger WHERE tgname = 'later'");

  it("are not applied again when nothing has changed", async () => {
    expect(await applyMigrations(database.url, PRISMA_DIR)).toEqual(NOTHING);
  });

  it("are applied again when a file has changed, also with other arguments and results", async () => {
    const sql = "CREATE FUNCTION search_form(word text, suffix text) RETURNS text LANGUAGE sql AS $$ SELECT word $$;";
    // Restore the function, because its own file calls it as before.
    const files = { "search-form.sql": null, "other.sql": sql };
    expect(await upgrade({ functions: files })).toEqual({
      migrations: [],
      functions: ["other.sql", "search-form.sql"],
    });
    expect(
      await query("SELECT pg_get_function_arguments(oid) AS args FROM pg_proc WHERE proname = 'search_form'"),
    ).toEqual([{ args: "word text, suffix text" }]);
    expect(await query("SELECT proname FROM pg_proc WHERE proname = 'search_pattern'")).toEqual([]);
  });

  it("are dropped when their file is removed", async () => {
    await upgrade({ functions: { "later.sql": TRIGGER } });
    expect(await triggers()).toHaveLength(1);
    expect(await upgrade({})).toEqual({ migrations: [], functions: ["later.sql"] });
    expect(await triggers()).toEqual([]);
    expect(await query("SELECT proname FROM pg_proc WHERE proname = 'later'")).toEqual([]);
  });

  it("are created again after a migration dropped a trigger", async () => {
    const migrations = { [LATER]: "DROP TRIGGER event_append_only ON event" };
    expect(await upgrade({ migrations })).toEqual({ migrations: [LATER], functions: [] });
    expect(await query("SELECT tgname FROM pg_trigger WHERE tgname = 'event_append_only'")).toHaveLength(1);
  });

  it("of other owners in the same database are not dropped", async () => {
    await withClient(database.url, (client) => client.query(TRIGGER));
    await upgrade({ functions: { "other.sql": "SELECT 1;" } });
    expect(await triggers()).toHaveLength(1);
  });
});

describe("a failed upgrade", () => {
  const columns = () => query("SELECT 1 FROM information_schema.columns WHERE column_name = 'later'");

  it("names the migration and applies none of them", async () => {
    const migrations = {
      [LATER]: "ALTER TABLE metric ADD COLUMN later text",
      [`${LATER}_2`]: "ALTER TABLE metric ADD COLUMN later_2 text; SELECT nonsense",
    };
    await expect(upgrade({ migrations })).rejects.toThrow(new RegExp(`^migration ${LATER}_2 failed: .*nonsense`));
    expect(await columns()).toEqual([]);
    expect(await applyMigrations(database.url, PRISMA_DIR)).toEqual(NOTHING);
  });

  it("names the function file and applies none of the migrations", async () => {
    const migrations = { [LATER]: "ALTER TABLE metric ADD COLUMN later text" };
    const functions = { "later.sql": "CREATE FUNCTION later() RETURNS text LANGUAGE sql AS $$ SELECT nonsense $$;" };
    await expect(upgrade({ migrations, functions })).rejects.toThrow(
      'prisma/functions/later.sql failed: column "nonsense"',
    );
    expect(await columns()).toEqual([]);
  });

  it("is not caused by a deferred trigger that an earlier migration left pending", async () => {
    const row = "'018f0000-0000-7000-8000-000000000000', 'later', 'Later', 'Later'";
    const migrations = {
      [LATER]: `INSERT INTO department (id, slug, name, name_en) VALUES (${row}); UPDATE department SET sort_order = 1`,
      [`${LATER}_2`]: "ALTER TABLE department ADD COLUMN later text",
    };
    expect((await upgrade({ migrations })).migrations).toHaveLength(2);
  });

  it("names the migration whose change a deferred trigger rejects", async () => {
    const row = "'018f0000-0000-7000-8000-000000000000', 'later', 'Later', 'Later'";
    const migrations = {
      [LATER]: `INSERT INTO department (id, slug, name, name_en) VALUES (${row}); UPDATE department SET name = 'Other'`,
      [`${LATER}_2`]: "SELECT 1",
    };
    await expect(upgrade({ migrations })).rejects.toThrow(
      `migration ${LATER} failed: the renaming of department later must record its former name`,
    );
  });
});

describe("a history that does not lead to this version", () => {
  const rename = (name: string) =>
    withClient(database.url, (client) => client.query("UPDATE _prisma_migrations SET migration_name = $1", [name]));

  it("from before the baseline is reported with advice, and nothing is changed", async () => {
    const applied = await query("SELECT id FROM _prisma_migrations ORDER BY id");
    await rename("20261124000100_model");
    await expect(applyMigrations(database.url, PRISMA_DIR)).rejects.toThrow(
      "this database was created by a development version of Guatu and cannot be upgraded; to start with a new one, create an empty database and set DATABASE_URL to it; to keep it, run the version that created it (nothing was changed)",
    );
    expect(await query("SELECT id FROM _prisma_migrations ORDER BY id")).toEqual(applied);
  });

  it("with an edited baseline counts as one from before the baseline", async () => {
    await withClient(database.url, (client) => client.query("UPDATE _prisma_migrations SET checksum = 'other'"));
    await expect(applyMigrations(database.url, PRISMA_DIR)).rejects.toThrow("created by a development version");
  });

  it("of a newer version names the unknown migrations", async () => {
    await upgrade({ migrations: { [LATER]: "SELECT 1" } });
    await expect(applyMigrations(database.url, PRISMA_DIR)).rejects.toThrow(
      `newer version; this one does not know the migrations ${LATER}`,
    );
  });
});

it("works again after its module was loaded again in the same process", async () => {
  const migrations: Record<string, string> = {};
  for (const round of [1, 2, 3]) {
    const name = `2999010100000${round}_later`;
    migrations[name] = `ALTER TABLE metric ADD COLUMN later_${round} text`;
    const { applyMigrations: apply } = await import("./migrate");
    expect(await apply(database.url, laterPrismaDir({ migrations }))).toEqual({ migrations: [name], functions: [] });
    vi.resetModules();
  }
});
