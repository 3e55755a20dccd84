// Calendar, cut-off and publication lag of an issued target, from a revision to the history and to earlier days.
import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import { saveOwnCalendar } from "@/lib/server/calendars/mutations";
import { db } from "@/lib/server/db/client";
import { listSlipProposals } from "@/lib/server/supervision/slips";
import { loadYearAndPeople } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { getTarget } from "./detail";
import { getRevisionForm } from "./revision-form";
import { reviseTarget } from "./revisions";

/** Monthly; its report for August is late from 13 September on. */
const CODE = "NT-T08";
const WHY = { reason: "上报安排有误", authority: "通政督〔2023〕12号" };

beforeAll(loadYearAndPeople, 120_000);

async function seenOn(day: string) {
  const supervisor = await as("demo-supervisor", day);
  const target = await getTarget(CODE, supervisor);
  if (target === null) throw new Error(`${CODE} is gone`);
  const { shown } = await listSlipProposals({ skip: 0, take: 1000 }, supervisor);
  const { freshness, nextReportOpensOn, nextReportDueOn, adjusted } = target.standing;
  return {
    calendar: target.terms.calendar,
    named: target.ownCalendar?.["zh-CN"] ?? null,
    cutOff: target.terms.cutOffWorkingDays,
    lag: target.terms.publicationLagMonths,
    freshness,
    next: [nextReportOpensOn, nextReportDueOn],
    adjusted,
    slipFor: shown.find(({ row, rule }) => row.code === CODE && rule.condition === "report-late")?.periodEnd ?? null,
    revisions: target.revisions.length,
  };
}

const revise = async (day: string, input: Parameters<typeof reviseTarget>[1]) =>
  reviseTarget(CODE, { ...WHY, ...input }, await as("demo-supervisor", day));

async function aCalendar(name: string, dates: readonly (readonly [string, string])[]): Promise<string> {
  const input = {
    id: null,
    version: 0,
    name,
    nameEn: name,
    dates: dates.map(([asOf, dueOn]) => ({ asOf: isoDate(asOf), dueOn: isoDate(dueOn) })),
  };
  done(await saveOwnCalendar(input, () => null, await as("demo-administrator", "2023-09-01")));
  return (await db.ownCalendar.findUniqueOrThrow({ where: { name } })).id;
}

const MONTHLY = {
  calendar: "monthly",
  named: null,
  cutOff: 5,
  lag: 0,
  freshness: "late",
  next: ["2023-09-01", "2023-09-12"],
  adjusted: false,
  slipFor: "2023-08-31",
  revisions: 0,
};

it("applies a corrected lag and cut-off from the day of the revision, and records both", async () => {
  const earlier = await seenOn("2023-09-20");
  expect({ ...earlier, next: [] }).toEqual({ ...MONTHLY, cutOff: earlier.cutOff, next: [] });
  done(await revise("2023-09-22", { publicationLagMonths: "1", cutOffWorkingDays: "2" }));
  expect(await seenOn("2023-09-20")).toEqual(earlier);
  expect(await seenOn("2023-09-22")).toMatchObject({
    cutOff: 2,
    lag: 1,
    freshness: "current",
    next: ["2023-10-01", "2023-10-08"],
    adjusted: true,
    slipFor: null,
    revisions: 1,
  });
  const before = { cutOffWorkingDays: earlier.cutOff, publicationLagMonths: 0 };
  const after = { cutOffWorkingDays: 2, publicationLagMonths: 1 };
  const stored = await db.revision.findFirstOrThrow({ where: { target: { code: CODE } } });
  expect([stored.before, stored.after, stored.reason, stored.authority]).toEqual([
    before,
    after,
    WHY.reason,
    WHY.authority,
  ]);
  const event = await db.event.findFirstOrThrow({
    where: { action: "target.revised", entityId: stored.targetId },
    orderBy: { at: "desc" },
  });
  expect(event).toMatchObject({ before, after: { ...after, code: CODE, ...WHY } });
});

it("keeps the name and the dates of each calendar for the days on which it was in force", async () => {
  const first = await aCalendar("调度会", [
    ["2023-09-25", "2023-09-26"],
    ["2023-11-20", "2023-11-24"],
  ]);
  const second = await aCalendar("季度会", [["2023-12-20", "2023-12-22"]]);
  done(await revise("2023-09-23", { calendar: ownCalendarChoice(first), publicationLagMonths: "0" }));
  const atMeetings = await seenOn("2023-09-27");
  expect(atMeetings).toMatchObject({ calendar: "custom", named: "调度会", next: ["2023-09-26", "2023-09-26"] });
  done(await revise("2023-10-10", { calendar: ownCalendarChoice(second) }));
  // No target uses the first calendar any more, so all of its dates can be edited.
  const { version } = await db.ownCalendar.findUniqueOrThrow({ where: { id: first } });
  const edited = [{ asOf: isoDate("2023-09-01"), dueOn: isoDate("2023-09-02") }];
  const input = { id: first, version, name: "已停用", nameEn: "Retired", dates: edited };
  done(await saveOwnCalendar(input, () => null, await as("demo-administrator", "2023-10-11")));
  expect(await seenOn("2023-09-27")).toEqual(atMeetings);
  expect(await seenOn("2023-10-12")).toMatchObject({ named: "季度会", next: ["2023-12-21", "2023-12-22"] });
  expect(await seenOn("2023-09-22")).toMatchObject({ calendar: "monthly", named: null, lag: 1 });
  const form = await getRevisionForm(CODE, undefined, await as("demo-supervisor", "2023-10-12"));
  expect(form?.reporting?.values.calendar).toBe(ownCalendarChoice(second));
});

it("rejects a lag without regular periods, an unknown calendar and the present reporting, by field", async () => {
  const errorsOf = async (input: Parameters<typeof reviseTarget>[1]) => revise("2023-10-12", input);
  const invalid = (errors: object) => ({ ok: false, error: { kind: "invalid", errors } });
  expect(await errorsOf({ publicationLagMonths: "1" })).toEqual(invalid({ publicationLagMonths: "lag-needs-periods" }));
  const unknown = ownCalendarChoice("00000000-0000-7000-8000-000000000000");
  expect(await errorsOf({ calendar: unknown })).toEqual(invalid({ calendar: "unknown" }));
  const form = await getRevisionForm(CODE, undefined, await as("demo-supervisor", "2023-10-12"));
  expect(await errorsOf({ ...form?.reporting?.values })).toEqual(invalid({ form: "nothing-changed" }));
});

it("is not offered in a request of the owner", async () => {
  const form = await getRevisionForm("NT-T02", undefined, await as("demo-transport-reporter", "2023-10-12"));
  expect([form?.mode, form?.reporting]).toEqual(["revision", null]);
});

it.each([{ publicationLagMonths: 2 }, { cutOffWorkingDays: 9 }, { calendar: "quarterly" }])(
  "is changed by the database only with a revision: %j",
  async (data) => {
    const change = db.target.update({ where: { code: "NT-T02" }, data });
    await expect(change).rejects.toThrow(/change only with a revision/);
  },
);
