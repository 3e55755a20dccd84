import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { clockOn } from "@/lib/server/clock";
import { getCachedScorecard } from "@/lib/server/departments/scorecard";
import { changeVisibility } from "@/lib/server/targets/visibility";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";

const DAY = "2023-09-30";

beforeAll(loadPageAndPeople);

it("has no completion before the first report, and names what is due next with the soonest first", async () => {
  const { completion, owes } = await getCachedScorecard("transport", await as("demo-supervisor", DAY));
  expect(completion).toEqual({ own: null, median: null, departments: 0 });
  expect(owes.shown).toHaveLength(6);
  expect(owes.total).toBeGreaterThan(6);
  const days = owes.shown.map(({ on }) => on);
  expect(days).toEqual(days.toSorted());
  expect(owes.shown[0]).toMatchObject({ what: "report", step: null });
  expect(days[0] !== undefined && days[0] < DAY).toBe(true);
});

it("compares the median completion with the departments that have one, without those that have none", async () => {
  for (const [code, value] of [
    ["NT-T01", "44"],
    ["NT-T02", "100.5"],
  ] as const) {
    const report = { requestKey: crypto.randomUUID(), asOf: "2023-09-20", value, note: "按台账" };
    const sent = done(await submitUpdate(code, report, await as("demo-transport-reporter", DAY)));
    done(await approveUpdate(sent, await as("demo-transport-reviewer", DAY)));
  }
  // 44 of 88 projects, and 100.5 of 402.
  const own = await getCachedScorecard("transport", await as("demo-supervisor", DAY));
  expect(own.completion).toEqual({ own: 0.375, median: 0.375, departments: 1 });
  const other = await getCachedScorecard("commerce", await as("demo-supervisor", DAY));
  expect(other.completion).toEqual({ own: null, median: 0.375, departments: 1 });
});

it("counts reports by the month they were due, on time, late or missing; visitors do not see it", async () => {
  const { punctuality } = await getCachedScorecard("transport", await as("demo-supervisor", DAY));
  const september = punctuality?.months.find(({ month }) => month === "2023-09")?.counts;
  // The two reports above stand for those of August, which were due on 12 September.
  expect(september).toMatchObject({ "on-time": 0, late: 2 });
  expect(september?.missing).toBeGreaterThan(0);
  expect(september?.due).toBe(2 + (september?.missing ?? 0));
  expect(punctuality?.onTime.own).toBe(0);
  expect(punctuality?.onTime.departments).toBeGreaterThan(1);
  const visitor = await getCachedScorecard("transport", { actor: VISITOR, clock: clockOn(isoDate(DAY)) });
  expect(visitor.punctuality).toBeNull();
});

it("shows what was known on the day, and to visitors only what they may read", async () => {
  const early = await getCachedScorecard("transport", await as("demo-supervisor", "2023-09-19"));
  expect(early.completion).toEqual({ own: null, median: null, departments: 0 });
  const hidden = { from: "public" as const, reason: "内部掌握" };
  done(await changeVisibility("NT-T01", hidden, await as("demo-supervisor", DAY)));
  const visitor = await getCachedScorecard("transport", { actor: VISITOR, clock: clockOn(isoDate(DAY)) });
  expect(visitor.completion.own).toBe(0.25);
  expect(visitor.owes.shown.map(({ row }) => row.code)).not.toContain("NT-T01");
  const office = await getCachedScorecard("transport", await as("demo-supervisor", DAY));
  expect(office.completion.own).toBe(0.375);
});
