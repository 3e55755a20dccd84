import { beforeAll, expect, it } from "vitest";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getOverview } from "./data";

beforeAll(loadPageAndPeople);

const overviewOn = async (day: string) => getOverview(await as("demo-supervisor", day), 100);

it("counts a target past its due date without a report as missed and as needing attention", async () => {
  const onDueDay = await overviewOn("2023-12-31");
  expect(onDueDay.attention.shown.map(({ row }) => row.code)).not.toContain("NT-T02");
  const dayAfter = await overviewOn("2024-01-01");
  const trouble = dayAfter.attention.shown.find(({ row }) => row.code === "NT-T02");
  expect(trouble?.row.standing).toMatchObject({ light: "missed", latest: null, gapPoints: null });
  expect(trouble?.since).toBe("2024-01-01");
  const yearsLater = await overviewOn("2029-06-01");
  expect([yearsLater.counts["no-report"], yearsLater.counts.missed]).toEqual([0, 24]);
  expect([yearsLater.attention.total, yearsLater.attention.shown.length]).toEqual([24, 24]);
});

it("tells whose targets they are and of which years, and has no spread before the first report", async () => {
  const { city, years, spread } = await overviewOn("2023-09-30");
  expect([city?.en, years, spread]).toEqual(["Nantong Municipal People's Government", [2023], null]);
});

it("spreads the completion of the targets that have one", async () => {
  const day = "2023-09-30";
  const [reporter, reviewer] = [await as("demo-transport-reporter", day), await as("demo-transport-reviewer", day)];
  for (const [code, value] of [
    ["NT-T01", "44"],
    ["NT-T02", "100.5"],
  ] as const) {
    const report = { requestKey: crypto.randomUUID(), asOf: "2023-09-20", value, note: "按台账" };
    done(await approveUpdate(done(await submitUpdate(code, report, reporter)), reviewer));
  }
  // 44 of 88 projects, and 100.5 of 402.
  expect((await overviewOn(day)).spread).toEqual({ count: 2, min: 0.25, median: 0.375, max: 0.5 });
});
