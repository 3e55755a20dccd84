// The table of reports in SQL, compared with the domain for every target.
import { beforeAll, expect, it } from "vitest";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { endOfMonth, isoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { dueReports, type SentReport, sumCounts } from "@/lib/domain/updates/due-reports";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import { parseDueReportsView } from "@/lib/schemas/due-reports-view";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { toReading, UPDATE_READING } from "@/lib/server/targets/rows";
import { CHANGES, TERMS, toTermsVersions } from "@/lib/server/targets/terms-columns";
import { getStateAt } from "@/lib/server/updates/state-at";
import { getImportedDays } from "@/lib/server/working-days/data";
import { fillTargets } from "@/testing/many-targets";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getReportMatrix, listDueReports } from "./report-matrix";

beforeAll(async () => {
  await loadPageAndPeople();
  await fillTargets(200);
});

const office = async (day: string): Promise<Context> => {
  const { actor } = await as("demo-supervisor");
  return { actor, clock: clockOn(isoDate(day), true) };
};

/** By the domain: the reports of all received targets that are due in the month. */
async function expected(month: string, { clock }: Context): Promise<string[]> {
  const [imported, targets] = await Promise.all([
    getImportedDays(db),
    db.target.findMany({
      where: { rollUp: null },
      include: { ...CHANGES, ...TERMS, updates: { include: UPDATE_READING } },
    }),
  ]);
  const first = isoDate(`${month}-01`);
  return targets.flatMap((target) => {
    const { terms } = toTermsVersions(target, clock.knownUntil).at(-1) ?? {};
    if (terms?.state !== "received" || target.createdAt > clock.knownUntil) return [];
    const reports = target.updates.map(
      (update): SentReport => ({
        ...toReading(update),
        asOf: dayOf(update.asOf),
        state: getStateAt(update, clock.knownUntil),
        submittedOn: update.submittedAt === null ? null : toCityDay(update.submittedAt),
      }),
    );
    return dueReports(terms, reports, imported, [startOfMonth(first), endOfMonth(first)], clock.today).map(
      ({ endOn, dueOn, state, submittedOn }) => `${target.code} ${endOn} ${dueOn} ${state} ${submittedOn}`,
    );
  });
}

it.each([
  ["2023-09-30", "2023-08"],
  ["2023-09-30", "2023-09"],
  ["2023-09-06", "2023-09"],
  ["2023-08-20", "2023-04"],
])("agrees with the domain's dueReports() on %s for %s", async (day, month) => {
  const context = await office(day);
  const view = parseDueReportsView({ month }) ?? expect.fail();
  const listed = await listDueReports({ ...view, skip: 0, take: 100_000 }, context);
  const found = listed?.shown.map(
    ({ code, endOn, dueOn, state, submittedOn }) => `${code} ${endOn} ${dueOn} ${state} ${submittedOn}`,
  );
  expect(found?.toSorted()).toEqual((await expected(month, context)).toSorted());
  expect(listed?.total).toBe(found?.length);
  expect(found?.length).toBeGreaterThan(0);
});

it.each(["2023-08-20", "2023-09-30"])(
  "agrees on %s after the reporting of targets was revised on 2023-09-05",
  async (day) => {
    const supervisor = await as("demo-supervisor", "2023-09-05");
    const monthly = await db.target.findMany({
      where: { state: "received", calendar: "monthly", publicationLagMonths: 0, rollUp: null },
      orderBy: { code: "asc" },
      take: 4,
    });
    const dates = { create: [{ asOf: new Date("2023-09-02"), dueOn: new Date("2023-09-08") }] };
    const { id } = await db.ownCalendar.create({ data: { name: `会期 ${day}`, nameEn: `Meetings ${day}`, dates } });
    const revised = [
      { publicationLagMonths: "2" },
      { cutOffWorkingDays: "1" },
      { calendar: "none" },
      { calendar: ownCalendarChoice(id) },
    ];
    const why = { reason: "更正", authority: "No. 12" };
    for (const [index, { code }] of monthly.entries()) {
      done(await reviseTarget(code, { ...why, ...revised[index] }, supervisor));
    }
    const context = await office(day);
    for (const month of ["2023-07", "2023-08", "2023-09"]) {
      const view = parseDueReportsView({ month }) ?? expect.fail();
      const listed = await listDueReports({ ...view, skip: 0, take: 100_000 }, context);
      const found = listed?.shown.map((one) => `${one.code} ${one.endOn} ${one.dueOn} ${one.state} ${one.submittedOn}`);
      expect(found?.toSorted()).toEqual((await expected(month, context)).toSorted());
    }
  },
);

it("counts by department and month what the list of the cell has", async () => {
  const context = await office("2023-09-30");
  const { months, departments } = await getReportMatrix(context);
  expect(months.at(-1)).toBe("2023-09");
  const row = departments.find(({ slug }) => slug === "many-1") ?? expect.fail();
  expect(sumCounts(Object.values(row.cells))).toEqual(row.total);
  const view = parseDueReportsView({ month: "2023-09", department: "many-1" }) ?? expect.fail();
  const listed = await listDueReports({ ...view, take: 1000 }, context);
  const states = listed?.shown.map(({ state }) => state) ?? [];
  const cell = row.cells["2023-09"] ?? expect.fail();
  expect(states.filter((state) => state === "missing")).toHaveLength(cell.missing);
  expect(states.filter((state) => state === "on-time")).toHaveLength(cell["on-time"]);
  expect(departments[0]?.total.missing).toBeGreaterThanOrEqual(departments[1]?.total.missing ?? 0);
});

it("knows on an earlier day only what was known then, and is read by the office only", async () => {
  const before = await getReportMatrix(await office("2023-08-01"));
  expect(before.departments.every(({ total }) => total["on-time"] === 0)).toBe(true);
  const view = parseDueReportsView({ month: "2023-09" }) ?? expect.fail();
  expect(await listDueReports(view, await as("demo-reader"))).toBeNull();
});
