import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";

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
