// What a migration leaves behind: standings that no longer fit what they follow from.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { loadSampleYear } from "@/lib/server/api/testing";
import { db } from "@/lib/server/db/client";

beforeAll(loadSampleYear, 120_000);

const standings = () => db.targetStanding.findMany({ orderBy: [{ targetId: "asc" }, { knownFrom: "asc" }] });

it("works every standing out anew, to what it was", async () => {
  const before = await standings();
  expect(before.length).toBeGreaterThan(100);
  const { id } = await db.department.findUniqueOrThrow({ where: { slug: "haimen" } });
  await db.targetStanding.updateMany({ data: { ownerId: id, light: "ahead" } });
  await db.targetStanding.deleteMany({ where: { target: { code: "NT-T02" } } });
  await promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/rebuild-standings.ts"],
    { env: process.env },
  );
  expect(await standings()).toEqual(before);
});
