import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { appendEvent } from "@/lib/server/events/append";
import { verifyChain } from "@/lib/server/events/verify";

describe("a test file's database", () => {
  it("is migrated, empty and reached through the app's own client", async () => {
    expect(await db.department.count()).toBe(0);
    await db.department.create({ data: { slug: "commerce", name: "商务局", nameEn: "Commerce Bureau" } });
    expect(await db.department.count()).toBe(1);
  });

  it("is not the one another asks for", async () => {
    const other = await testDatabase();
    const client = new Client({ connectionString: other.url });
    await client.connect();
    expect((await client.query("SELECT count(*)::int AS n FROM department")).rows).toEqual([{ n: 0 }]);
    await client.end();
    await other.close();
  });
});

it("asks one query after the other inside a transaction, relations too", async () => {
  const warnings: string[] = [];
  const hear = (warning: Error) => warnings.push(warning.message);
  process.on("warning", hear);
  const relations = { parent: true, children: true, memberships: true, owned: true, sections: true };
  const found = await db.$transaction(async (tx) => {
    await tx.department.create({ data: { slug: "transport", name: "交通运输局", nameEn: "Transport Bureau" } });
    return tx.department.findMany({ include: relations, where: { slug: "transport" } });
  });
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", hear);
  expect(found).toMatchObject([{ slug: "transport", parent: null, children: [], owned: [] }]);
  expect(warnings).toEqual([]);
});

it("finds nothing by what the database cannot hold, and keeps it with a replacement", async () => {
  const bad = "a\u0000b\ud800c\udc00";
  expect(await db.target.findUnique({ where: { code: bad } })).toBeNull();
  expect(await db.$queryRaw`SELECT ${bad} = ANY(${[bad]}) AS same`).toEqual([{ same: true }]);
  const kept = await db.department.create({ data: { slug: "odd", name: bad, nameEn: "好\u{1f600}" } });
  expect([kept.name, kept.nameEn]).toEqual(["a\ufffdb\ufffdc\ufffd", "好\u{1f600}"]);
  await db.$transaction((tx) =>
    appendEvent(tx, {
      at: new Date("2023-09-30T00:00:00Z"),
      actorId: null,
      action: "department.created",
      entity: "department",
      entityId: kept.id,
      before: null,
      after: { name: bad, names: [bad, String.raw`a literal \u0000`] },
    }),
  );
  const { after } = await db.event.findFirstOrThrow({ where: { entityId: kept.id } });
  expect(after).toEqual({
    name: "a\ufffdb\ufffdc\ufffd",
    names: ["a\ufffdb\ufffdc\ufffd", String.raw`a literal \u0000`],
  });
  expect(await verifyChain(db)).toMatchObject({ brokenAt: null });
});
