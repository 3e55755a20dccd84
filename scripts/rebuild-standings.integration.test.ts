// After a migration, stored standings may no longer match their inputs.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { loadSampleYear } from "@/testing/sample-year";

beforeAll(loadSampleYear, 120_000);

const standings = () => db.targetStanding.findMany({ orderBy: [{ targetId: "asc" }, { knownFrom: "asc" }] });

async function spoil(): Promise<void> {
  const { id } = await db.department.findUniqueOrThrow({ where: { slug: "haimen" } });
  await db.targetStanding.updateMany({ data: { ownerId: id, light: "ahead" } });
  await db.targetStanding.deleteMany({ where: { target: { code: "NT-T02" } } });
}

const run = (script: string) =>
  promisify(execFile)(process.execPath, ["--conditions=react-server", "--import", "tsx", `scripts/${script}.ts`], {
    env: process.env,
  });

it("recomputes every standing to the same value", async () => {
  const before = await standings();
  expect(before.length).toBeGreaterThan(100);
  await spoil();
  await run("rebuild-standings");
  expect(await standings()).toEqual(before);
});

it("repeats an interrupted recomputation at the next start, and only then", async () => {
  const before = await standings();
  await spoil();
  const spoilt = await standings();
  const earlier = { migration: "an earlier one" };
  await db.standingsBuilt.upsert({ where: { id: 1 }, create: earlier, update: earlier });
  await run("prepare-database");
  expect(await standings()).toEqual(before);
  await spoil();
  await run("prepare-database");
  expect(await standings()).toEqual(spoilt);
});
