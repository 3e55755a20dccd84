import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { dueDaysBetween } from "@/lib/domain/targets/milestones";
import { db } from "@/lib/server/db/client";
import { loadSampleProgress } from "@/prisma/seed/sample-progress";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { listTargets } from "./data";
import { getDueDay, queryDue } from "./falling-due";
import { reviseTarget } from "./revisions";

const WINDOWS = [
  ["2023-03-15", "2023-03-01", "2023-06-30"],
  ["2023-09-30", "2023-09-30", "2023-10-30"],
  ["2023-09-30", "2023-01-01", "2024-12-31"],
  ["2023-12-31", "2023-12-01", "2024-03-31"],
] as const;

beforeAll(async () => {
  await loadPageAndPeople();
  await db.$transaction((tx) => loadSampleProgress(tx), { timeout: 60_000 });
});

/** The result of the domain's rule for every target, in the order of the list. */
async function expected(day: string, from: string, to: string): Promise<string[]> {
  const { rows } = await listTargets({ limit: null }, await as("demo-supervisor", day));
  const updates = await db.updateStep.findMany({ include: { step: { select: { key: true } } } });
  const days = rows.flatMap(({ code, terms, standing }) => {
    const own = updates.filter((one) => one.updateId === standing.latest?.updateId);
    const finished = new Set(own.map((one) => one.step.key));
    return dueDaysBetween(terms, standing.light, finished, [isoDate(from), isoDate(to)]).map(
      ({ on, step }) => `${on} ${code} ${step?.title ?? ""}`,
    );
  });
  return days.sort();
}

async function found(day: string, from: string, to: string): Promise<string[]> {
  const context = await as("demo-supervisor", day);
  const rows = await queryDue({}, [isoDate(from), isoDate(to)], null, context);
  expect(rows.every((row) => row.total === rows.length)).toBe(true);
  const days = rows.map((row) => ({ code: row.code, ...getDueDay(row) }));
  expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).toSorted());
  return days.map(({ on, code, step }) => `${on} ${code} ${step?.["zh-CN"] ?? ""}`).sort();
}

it.each(WINDOWS)("agrees with the domain's dueDaysBetween() on %s, from %s to %s", async (day, from, to) => {
  const days = await found(day, from, to);
  expect(days.length).toBeGreaterThan(0);
  expect(days).toEqual(await expected(day, from, to));
});

it("reads a step's planned day as known on the viewed day", async () => {
  const step = await db.milestoneStep.findFirstOrThrow({
    where: { plannedOn: { gte: new Date("2023-11-01") }, target: { state: "received" } },
    include: { target: { select: { code: true } } },
  });
  const moved = { steps: [{ key: step.key, plannedOn: "2023-10-31" }], reason: "提前", authority: "会议纪要" };
  done(await reviseTarget(step.target.code, moved, await as("demo-supervisor", "2023-10-10")));
  const october = async (day: string) => (await found(day, "2023-10-31", "2023-10-31")).join("\n");
  expect(await october("2023-10-09")).not.toContain(`${step.target.code} ${step.title}`);
  expect(await october("2023-10-10")).toContain(`${step.target.code} ${step.title}`);
  for (const day of ["2023-10-09", "2023-10-10"]) {
    expect(await found(day, "2023-01-01", "2024-12-31")).toEqual(await expected(day, "2023-01-01", "2024-12-31"));
  }
});

it("lists the same targets with the filter `dueBy` as fall due", async () => {
  const context = await as("demo-supervisor");
  const rows = await queryDue({}, [context.clock.today, isoDate("2023-11-30")], null, context);
  const { total } = await listTargets({ dueBy: isoDate("2023-11-30") }, context);
  expect(total).toBe(new Set(rows.map((row) => row.code)).size);
});
