import { beforeAll, expect, it } from "vitest";
import { getSupervision } from "@/lib/server/supervision/data";
import { listMyWork } from "@/lib/server/updates/my-work";
import { as, loadPageAndPeople } from "@/testing/people";
import { getTaskCounts } from "./task-counts";

beforeAll(loadPageAndPeople, 60_000);

it("counts what the desks list, and nothing for desks that the reader does not have", async () => {
  const day = "2023-10-12";
  const [supervisor, reporter, visitor] = await Promise.all([
    as("demo-supervisor", day),
    as("demo-transport-reporter", day),
    as("demo-reader", day),
  ]);
  const [desk, work] = await Promise.all([getSupervision(supervisor), listMyWork(reporter)]);
  const requests = desk?.totals.requests ?? 0;
  const slips = desk?.lateTotals.slips ?? 0;
  expect(slips).toBeGreaterThan(0);
  expect(await getTaskCounts(supervisor)).toEqual({ supervision: requests + slips });
  const { toReport, returned } = work?.totals ?? { toReport: 0, returned: 0 };
  expect(toReport).toBeGreaterThan(0);
  expect(await getTaskCounts(reporter)).toEqual({ my: toReport + returned });
  expect(await getTaskCounts(visitor)).toEqual({});
});
