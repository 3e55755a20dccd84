import { beforeAll, expect, it } from "vitest";
import { as, loadPageAndPeople } from "@/testing/people";
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

it("tells whose targets they are, of which years, and how their completion is spread", async () => {
  const { city, years, spread, total } = await overviewOn("2023-03-01");
  expect([city?.en, years]).toEqual(["Nantong Municipal People's Government", [2023]]);
  expect(spread?.count).toBeLessThan(total);
  expect(spread).toMatchObject({ min: expect.any(Number), median: expect.any(Number), max: expect.any(Number) });
});
