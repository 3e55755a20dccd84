import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { type OwnCalendarInput, ownCalendarChoice } from "@/lib/schemas/calendar";
import { readNewTarget } from "@/lib/schemas/new-target";
import { db } from "@/lib/server/db/client";
import { listMetrics } from "@/lib/server/metrics/data";
import { createTarget } from "@/lib/server/targets/create";
import { getTarget } from "@/lib/server/targets/detail";
import { transitionTarget } from "@/lib/server/targets/life-cycle";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { listEditableCalendars, listOwnCalendars } from "./data";
import { saveOwnCalendar } from "./mutations";

beforeAll(loadPageAndPeople);

const admin = (day?: string) => as("demo-administrator", day);
const date = (asOf: string, dueOn: string) => ({ asOf: isoDate(asOf), dueOn: isoDate(dueOn) });
const MEETINGS = [date("2023-03-20", "2023-03-24"), date("2023-10-15", "2023-10-18"), date("2023-12-20", "2023-12-22")];
const rowOf = (index: number | null) => (index === null ? null : `dates.${index}`);
const save = async (input: Omit<OwnCalendarInput, "nameEn">, day?: string) =>
  saveOwnCalendar({ ...input, nameEn: "Meetings" }, rowOf, await admin(day));

async function aCalendar(name: string, dates = MEETINGS): Promise<string> {
  done(await save({ id: null, version: 0, name, dates }));
  return (await db.ownCalendar.findUniqueOrThrow({ where: { name } })).id;
}

async function aDraft(code: string, calendarId: string) {
  const { metric } = await db.target.findUniqueOrThrow({ where: { code: "NT-T02" }, include: { metric: true } });
  const metrics = new Map((await listMetrics()).map((one) => [one.key, one]));
  const form = {
    code,
    title: "按会期报送",
    titleEn: "Reported at meetings",
    owner: "transport",
    metric: metric.key,
    comparator: "at-least",
    value: "100",
    planShape: "linear",
    startOn: "2023-01-01",
    dueOn: "2023-12-31",
    calendar: ownCalendarChoice(calendarId),
    visibility: "public",
  };
  const read = readNewTarget(form, (key) => metrics.get(key));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return createTarget(read.target, await as("demo-supervisor", "2023-01-05"));
}

async function inForce(code: string, calendarId: string): Promise<void> {
  done(await aDraft(code, calendarId));
  const issue = { step: "issue", authority: "通政发〔2023〕9号", note: "", receiveWithinDays: 3 } as const;
  done(await transitionTarget(code, issue, await as("demo-supervisor", "2023-01-06")));
  const receive = { step: "receive", authority: "", note: "", receiveWithinDays: 3 } as const;
  done(await transitionTarget(code, receive, await as("demo-transport-reporter", "2023-01-09")));
}

async function standingOn(day: string, code: string) {
  const target = await getTarget(code, await as("demo-supervisor", day));
  return [target?.standing.freshness, target?.standing.nextReportDueOn];
}

describe("a custom calendar", () => {
  it("determines due, late and never for targets that use it", async () => {
    const id = await aCalendar("调度会");
    await inForce("CAL-1", id);
    expect(await standingOn("2023-03-20", "CAL-1")).toEqual(["not-expected", "2023-03-24"]);
    expect(await standingOn("2023-03-21", "CAL-1")).toEqual(["due", "2023-03-24"]);
    expect(await standingOn("2023-03-25", "CAL-1")).toEqual(["never", "2023-03-24"]);
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-03-20", value: "20", note: "as counted" };
    const sent = done(await submitUpdate("CAL-1", input, await as("demo-transport-reporter", "2023-03-27")));
    done(await approveUpdate(sent, await as("demo-transport-reviewer", "2023-03-28")));
    expect(await standingOn("2023-09-30", "CAL-1")).toEqual(["current", "2023-10-18"]);
    expect(await standingOn("2023-10-19", "CAL-1")).toEqual(["late", "2023-10-18"]);
    expect((await getTarget("CAL-1", await as("demo-reader")))?.ownCalendar).toEqual({
      "zh-CN": "调度会",
      en: "Meetings",
    });
    expect((await listOwnCalendars()).find((one) => one.id === id)).toMatchObject({ targets: 1, issued: 1 });
  });

  it("allows changes of future dates only once targets are issued, with an error per row", async () => {
    const id = await aCalendar("联席会");
    await inForce("CAL-2", id);
    const [passed, next, last] = MEETINGS as [(typeof MEETINGS)[0], (typeof MEETINGS)[0], (typeof MEETINGS)[0]];
    const edit = (dates: typeof MEETINGS, version = 1) => save({ id, version, name: "联席会", dates });
    expect(await edit([date("2023-03-20", "2023-04-30"), next])).toMatchObject({
      error: { errors: { "dates.0.dueOn": "date-has-passed" } },
    });
    expect(await edit([next, last])).toMatchObject({ error: { errors: { form: "date-has-passed" } } });
    const before = await standingOn("2023-03-30", "CAL-2");
    done(await edit([passed, date("2023-11-15", "2023-11-20")]));
    expect(await standingOn("2023-03-30", "CAL-2")).toEqual(before);
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-03-20", value: "20", note: "as counted" };
    const sent = done(await submitUpdate("CAL-2", input, await as("demo-transport-reporter")));
    done(await approveUpdate(sent, await as("demo-transport-reviewer")));
    expect(await standingOn("2023-10-19", "CAL-2")).toEqual(["current", "2023-11-20"]);
    const events = await db.event.findMany({
      where: { entity: "calendar", entityId: id },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual(["calendar.created", "calendar.edited"]);
    expect(events[1]?.before).toMatchObject({ dates: MEETINGS });
    expect(await edit(MEETINGS)).toMatchObject({
      error: { kind: "conflict", why: "changed", by: expect.any(String) },
    });
  });

  it("without a date in the target's period blocks issuing", async () => {
    const id = await aCalendar("次年会", [date("2024-03-20", "2024-03-24")]);
    done(await aDraft("CAL-3", id));
    const issue = { step: "issue", authority: "通政发〔2023〕9号", note: "", receiveWithinDays: 3 } as const;
    expect(await transitionTarget("CAL-3", issue, await as("demo-supervisor"))).toMatchObject({
      error: { errors: { form: "no-reporting-date" } },
    });
    // No issued target uses it, so the office can change all dates.
    done(await save({ id, version: 1, name: "次年会", dates: [date("2023-03-01", "2023-03-02")] }));
  });

  it("can be created by administrators only, with a unique name and ordered dates", async () => {
    const input = { id: null, version: 0, name: "调度会", nameEn: "x", dates: MEETINGS };
    expect(await saveOwnCalendar(input, rowOf, await as("demo-supervisor"))).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect(await saveOwnCalendar(input, rowOf, await admin())).toMatchObject({
      error: { errors: { name: "already-there" } },
    });
    expect(await listEditableCalendars(await as("demo-supervisor"))).toBeNull();
    const { id } = await db.ownCalendar.findUniqueOrThrow({ where: { name: "调度会" } });
    const asOf = new Date("2024-03-20");
    const early = db.reportingDate.create({ data: { calendarId: id, asOf, dueOn: new Date("2024-03-19") } });
    await expect(early).rejects.toThrow(/reporting_date_due_after/);
    const loose = db.target.update({ where: { code: "NT-T02" }, data: { calendar: "custom" } });
    await expect(loose).rejects.toThrow(/target_own_calendar/);
    expect(await aDraft("CAL-4", "0199aaaa-0000-7000-8000-000000000001")).toMatchObject({
      error: { errors: { calendar: "unknown" } },
    });
  });
});
