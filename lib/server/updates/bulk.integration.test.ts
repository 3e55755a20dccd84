import { beforeAll, describe, expect, it } from "vitest";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { db } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { verifyChain } from "@/lib/server/events/verify";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { approveUpdates, returnUpdates } from "./decisions";
import { submitUpdate } from "./mutations";

beforeAll(loadPageAndPeople);

const reviewer = () => as("demo-transport-reviewer");

async function submitted(code: string, asOf: string, value: string) {
  const input = { requestKey: crypto.randomUUID(), asOf, value, note: "as counted" };
  return done(await submitUpdate(code, input, await as("demo-transport-reporter")));
}

/** Pending reports written straight into the database: submitting 500 through the form would take a minute. */
async function manyWaiting(count: number) {
  const target = await db.target.findUniqueOrThrow({ where: { code: "NT-T02" } });
  const first = isoDate("2022-01-01");
  const at = new Date("2023-09-30T00:00:00Z");
  await db.update.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      targetId: target.id,
      asOf: dayColumn(addDays(first, index)),
      value: String(index),
      state: "submitted",
      authorId: "demo-transport-reporter",
      createdAt: at,
      submittedAt: at,
    })),
  });
  const rows = await db.update.findMany({ where: { targetId: target.id, state: "submitted" } });
  return rows.map(({ id, version }) => ({ updateId: id, version }));
}

describe("bulk decisions", () => {
  it("approve the permitted reports and name the others", async () => {
    const good = await submitted("NT-T01", "2023-08-31", "60");
    const stale = { ...(await submitted("NT-T01", "2023-07-31", "50")), version: 99 };
    const twice = [await submitted("NT-T02", "2023-08-31", "250"), good];
    const foreign = { updateId: crypto.randomUUID(), version: 1 };
    const { saved, refused } = done(await approveUpdates([good, stale, ...twice, foreign], await reviewer()));
    expect(saved.map((one) => one.updateId)).toEqual([good.updateId, twice[0]?.updateId]);
    expect(refused.map(({ code, error }) => [code, error.kind])).toEqual([
      ["NT-T01", "conflict"],
      ["NT-T01", "conflict"],
      [null, "not-found"],
    ]);
  });

  it("return several for one reason, and none without", async () => {
    const both = [await submitted("NT-T01", "2023-06-30", "40"), await submitted("NT-T02", "2023-06-30", "200")];
    expect(await returnUpdates(both, " ", await reviewer())).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(done(await returnUpdates(both, "recount", await reviewer())).saved).toHaveLength(2);
    const rows = await db.update.findMany({ where: { id: { in: both.map((one) => one.updateId) } } });
    expect(rows.map((row) => [row.state, row.returnReason])).toEqual([
      ["returned", "recount"],
      ["returned", "recount"],
    ]);
  });

  it("approve 500 in one transaction, with standings and an intact chain", async () => {
    const decisions = await manyWaiting(500);
    const { saved, refused } = done(await approveUpdates(decisions, await reviewer()));
    expect([saved.length, refused.length]).toEqual([500, 0]);
    const target = await db.target.findUniqueOrThrow({ where: { code: "NT-T02" } });
    const read = () => db.targetStanding.findMany({ where: { targetId: target.id }, orderBy: { knownFrom: "asc" } });
    const stored = await read();
    await db.$transaction((tx) => rebuildStandings(tx, [target.id]));
    expect(await read()).toEqual(stored);
    const { count, brokenAt } = await verifyChain(db);
    expect([count > 500, brokenAt]).toEqual([true, null]);
  });
});
