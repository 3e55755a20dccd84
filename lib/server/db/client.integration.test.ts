import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { withClient } from "@/lib/server/db/connection";
import { appendEvent } from "@/lib/server/events/append";
import { verifyChain } from "@/lib/server/events/verify";
import { testDatabase } from "@/testing/database";

describe("a test file's database", () => {
  it("is migrated, empty and connected through the app's own client", async () => {
    expect(await db.department.count()).toBe(0);
    await db.department.create({ data: { slug: "commerce", name: "商务局", nameEn: "Commerce Bureau" } });
    expect(await db.department.count()).toBe(1);
  });

  it("is not shared with another test file", async () => {
    const other = await testDatabase();
    const { rows } = await withClient(other.url, (client) => client.query("SELECT count(*)::int AS n FROM department"));
    expect(rows).toEqual([{ n: 0 }]);
    await other.close();
  });
});

it("runs one query after the other inside a transaction, relations too", async () => {
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

it("finds nothing for text that the database cannot store, and cleans every text on write", async () => {
  const bad = "a\u0000b\ud800c\u000bd\ufffe\u202ee\r\n";
  const clean = "ab\ufffdc\nde\n";
  await db.department.create({ data: { slug: "ab", name: "甲局", nameEn: "A" } });
  for (const slug of ["a\u0000b", "ab\u200b", "a\ud800b"]) {
    expect(await db.department.findUnique({ where: { slug } })).toBeNull();
  }
  expect(await db.$queryRaw`SELECT ${bad} = ANY(${[bad]}) AS same`).toEqual([{ same: true }]);
  const stored = await db.department.create({ data: { slug: "odd", name: bad, nameEn: "好\u{1f600}𠮷" } });
  expect([stored.name, stored.nameEn]).toEqual([clean, "好\u{1f600}𠮷"]);
  const day = new Date("2027-01-01T00:00:00Z");
  await db.specialDay.create({ data: { day, kind: "holiday", name: "元旦" } });
  expect((await db.specialDay.update({ where: { day }, data: { name: bad } })).name).toBe(clean);
  await db.$transaction((tx) =>
    appendEvent(tx, {
      at: new Date("2023-09-30T00:00:00Z"),
      actorId: null,
      action: "department.created",
      entity: "department",
      entityId: stored.id,
      before: null,
      after: { name: bad, names: [bad, String.raw`a literal \u0000`] },
    }),
  );
  const { after } = await db.event.findFirstOrThrow({ where: { entityId: stored.id } });
  expect(after).toEqual({ name: clean, names: [clean, String.raw`a literal \u0000`] });
  expect(await verifyChain(db)).toMatchObject({ brokenAt: null });
});
