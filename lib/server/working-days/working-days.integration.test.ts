import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { db } from "@/lib/server/db/client";
import { verifyChain } from "@/lib/server/events/verify";
import { getTarget } from "@/lib/server/targets/detail";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { listImportedDays } from "./data";
import { importWorkingDays, previewWorkingDays, removeWorkingDay } from "./mutations";

beforeAll(loadPageAndPeople);

const admin = () => as("demo-administrator");
const sheet = (...lines: string[]) => new TextEncoder().encode(["日期,类型,名称", ...lines].join("\n"));

async function imported(bytes: Uint8Array) {
  const { digest } = done(await previewWorkingDays(bytes, await admin()));
  return importWorkingDays(bytes, digest, await admin());
}

/** The due date of the first report of the year. */
const dueOn = async () => (await getTarget("NT-T02", await as("demo-reader", "2023-01-15")))?.standing.nextReportDueOn;

describe("an imported year", () => {
  it("changes due dates and is recorded in the audit with what it replaced", async () => {
    expect(await dueOn()).toBe("2023-03-10");
    const bytes = sheet("2023-03-06,放假,临时放假", "2023-03-11,上班,补班", "2023-02-30,放假,x");
    const preview = done(await previewWorkingDays(bytes, await admin()));
    expect(preview.lines.map(({ line, outcome, why }) => [line, outcome, why])).toEqual([
      [2, "added", "past-day"],
      [3, "added", "past-day"],
      [4, "refused", "not-a-day"],
    ]);
    expect(await db.specialDay.count()).toBe(0);
    done(await importWorkingDays(bytes, preview.digest, await admin()));
    expect(await dueOn()).toBe("2023-03-11");
    done(await imported(sheet("2023-03-06,放假,防汛放假")));
    const events = await db.event.findMany({ where: { entity: "working-days" }, orderBy: { sequence: "asc" } });
    expect(events.map(({ action, before }) => [action, before])).toEqual([
      ["working-days.imported", null],
      ["working-days.imported", { days: [{ day: "2023-03-06", kind: "holiday", name: "临时放假" }] }],
    ]);
    expect((await listImportedDays(await admin()))?.map(({ day, name }) => [day, name])).toEqual([
      ["2023-03-06", "防汛放假"],
      ["2023-03-11", "补班"],
    ]);
  });

  it("can be removed day by day", async () => {
    done(await removeWorkingDay(isoDate("2023-03-06"), await admin()));
    expect(await dueOn()).toBe("2023-03-10");
    expect(await removeWorkingDay(isoDate("2023-03-06"), await admin())).toMatchObject({
      error: { kind: "not-found" },
    });
    expect((await verifyChain(db)).brokenAt).toBeNull();
  });

  it("is written exactly as previewed or not at all", async () => {
    const bytes = sheet("2040-10-01,放假,国庆节");
    const { digest } = done(await previewWorkingDays(bytes, await admin()));
    done(await imported(sheet("2040-10-01,放假,国庆")));
    expect(await importWorkingDays(bytes, digest, await admin())).toMatchObject({
      error: { kind: "conflict", why: "changed" },
    });
    expect(await imported(sheet("2040-10-01,放假,国庆"))).toMatchObject({
      error: { errors: { form: "nothing-changed" } },
    });
  });

  it.each([
    ["no sheet", Uint8Array.from([0x50, 0x4b, 3, 4, 0]), "not-a-sheet"],
    ["other headings", new TextEncoder().encode("a,b\n1,2\n"), "no-headings"],
    ["headings alone", sheet(), "empty-sheet"],
  ])("is rejected for %s", async (_what, bytes, fault) => {
    expect(await previewWorkingDays(bytes, await admin())).toMatchObject({ error: { errors: { file: fault } } });
  });

  it("can be changed by administrators only, and has only two kinds", async () => {
    const bytes = sheet("2041-10-01,放假,国庆节");
    for (const who of ["demo-supervisor", "demo-reader"]) {
      expect(await previewWorkingDays(bytes, await as(who))).toMatchObject({ error: { kind: "forbidden" } });
      expect(await importWorkingDays(bytes, "", await as(who))).toMatchObject({ error: { kind: "forbidden" } });
      expect(await listImportedDays(await as(who))).toBeNull();
    }
    const odd = db.specialDay.create({ data: { day: new Date("2041-10-01"), kind: "half", name: "x" } });
    await expect(odd).rejects.toThrow(/special_day_kind/);
  });
});
