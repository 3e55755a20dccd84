// Instants, order and text are the same whatever the settings of the server, the database or the role.
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { withClient } from "@/lib/server/db/connection";
import { appendEvent } from "@/lib/server/events/append";
import { verifyChain } from "@/lib/server/events/verify";

const url = process.env.DATABASE_URL ?? "";
const AT = new Date("2026-11-27T11:38:46.123Z");
const STORED = "2026-11-27 11:38:46.123";

/** The stored value as the server formats it, independent of the session settings. */
const stored = (text: string) => withClient(url, async (client) => (await client.query(text)).rows);

/** Changes the time zone of the database and reopens every connection of the app, as after a restart. */
async function changeZone(zone: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
    await client.query(`ALTER DATABASE ${rows[0]?.name} SET TimeZone TO '${zone}'`);
  });
  await db.$disconnect();
}

const note = (entityId: string) =>
  db.$transaction((tx) =>
    appendEvent(tx, {
      at: AT,
      actorId: null,
      action: "test.done",
      entity: "test",
      entityId,
      before: null,
      after: null,
    }),
  );

describe("a database in Asia/Shanghai whose time zone changes in between", () => {
  it("is the setting of the tests", async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query("SELECT reset_val FROM pg_settings WHERE name IN ('TimeZone', 'DateStyle')");
    await client.end();
    expect(rows).toEqual([{ reset_val: "SQL, DMY" }, { reset_val: "Asia/Shanghai" }]);
  });

  it("stores the instant it is given, equal to the column defaults of the database", async () => {
    const made = await db.department.create({ data: { slug: "zone", name: "时区局", nameEn: "Zones" } });
    await note("1");
    const [row] = await stored(`SELECT (at AT TIME ZONE 'UTC')::text AS at FROM event`);
    expect(row).toEqual({ at: STORED });
    const [own] = await stored(`SELECT abs(extract(epoch FROM now() - created_at))::int AS age FROM department`);
    expect(Number(own?.age)).toBeLessThan(600);
    expect(Math.abs(Date.now() - made.createdAt.getTime())).toBeLessThan(600_000);
  });

  it("has an intact chain of events", async () => {
    await changeZone("America/New_York");
    await note("2");
    await changeZone("UTC");
    await note("3");
    expect(await db.event.findMany({ select: { at: true } })).toEqual([{ at: AT }, { at: AT }, { at: AT }]);
    expect(await verifyChain(db)).toMatchObject({ count: 3, brokenAt: null });
    await changeZone("Asia/Shanghai");
    expect(await verifyChain(db)).toMatchObject({ count: 3, brokenAt: null });
  });

  it("compares an instant passed to a raw query", async () => {
    const rows = await db.$queryRaw`SELECT count(*)::int AS n FROM event WHERE at <= ${AT} AND at >= ${AT}`;
    expect(rows).toEqual([{ n: 3 }]);
  });
});

describe("a database with a Chinese collation", () => {
  it("orders every column by code points", async () => {
    const columns = await stored(`SELECT c.relname || '.' || a.attname AS name
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid = 'text'::regtype AND a.attcollation <> 'pg_catalog."C"'::regcollation
        AND c.relname <> '_prisma_migrations' ORDER BY 1`);
    // Triggers name these; nothing is ordered by them.
    const NAMED = [
      "evidence_file.visibility",
      "metric.direction",
      "metric.kind",
      "progress_update.state",
      "target.search_text",
      "target.visibility",
    ];
    expect(columns.map(({ name }) => name)).toEqual(NAMED);
    const slugs = ["order-b", "order-C", "orderA", "order-a"];
    const names = { name: "排序局", nameEn: "Order" };
    await db.department.createMany({ data: slugs.map((slug) => ({ slug, ...names })) });
    const found = await db.department.findMany({ where: { ...names }, orderBy: { slug: "asc" } });
    expect(found.map(({ slug }) => slug)).toEqual(["order-C", "order-a", "order-b", "orderA"]);
  });
});
