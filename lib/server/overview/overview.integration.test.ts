import { beforeAll, expect, it } from "vitest";
import { as, loadPageAndPeople } from "@/testing/people";
import { getOverview } from "./data";

beforeAll(loadPageAndPeople);

const overviewOn = async (day: string) => getOverview(await as("demo-supervisor", day), 100);

it("counts a target past its due date without a report as missed and as needing attention", async () => {
  const onDueDay = await overviewOn("2023-12-31");
  expect(onDueDay.attention.shown.map(({ code }) => code)).not.toContain("NT-T02");
  const dayAfter = await overviewOn("2024-01-01");
  const row = dayAfter.attention.shown.find(({ code }) => code === "NT-T02");
  expect(row?.standing).toMatchObject({ light: "missed", latest: null, gapPoints: null });
  const yearsLater = await overviewOn("2029-06-01");
  expect([yearsLater.counts["no-report"], yearsLater.counts.missed]).toEqual([0, 24]);
  expect([yearsLater.attention.total, yearsLater.attention.shown.length]).toEqual([24, 24]);
});
