// From an empty installation to issued targets, with the sample files that the product hands out.
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { SAMPLE_SHEETS, type SampleName } from "@/lib/exports/sample-sheets";
import { rowsToXlsx } from "@/lib/exports/xlsx";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { dismissTour } from "@/lib/server/accounts/tours";
import { importDepartments, previewDepartments } from "@/lib/server/admin/department-import";
import { closeDepartment, createDepartment } from "@/lib/server/admin/departments";
import { previewUsers } from "@/lib/server/admin/user-import";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { importTasks, previewTaskImport } from "@/lib/server/targets/import-tasks";
import { done } from "@/testing/people";
import { getOpenStart, getStart } from "./data";

const clock = clockOn(isoDate("2026-03-02"));

async function aPerson(id: string, officeRole: "administrator" | "supervisor"): Promise<Context> {
  await db.user.create({ data: { id, name: id, email: `${id}@example.com`, officeRole } });
  return { actor: { kind: "user", userId: id, name: id, officeRole, memberships: [] }, clock };
}

async function canSignIn(userId: string): Promise<void> {
  await db.account.create({ data: { id: userId, userId, accountId: userId, providerId: "credential" } });
}

async function sample(name: SampleName, lang: Language): Promise<Uint8Array> {
  const { title, columns, rows } = SAMPLE_SHEETS[name](lang, 2026);
  return new Uint8Array(await rowsToXlsx(columns, rows, { name: title, heading: [title] }));
}

let admin: Context;

beforeAll(async () => {
  admin = await aPerson("admin", "administrator");
}, 60_000);

describe("the steps of a first installation", () => {
  it("follow the data, from nothing to drafts, with sample files that import without a fault", async () => {
    expect(await getStart({ ...admin, actor: VISITOR })).toBeNull();
    expect(await getStart(admin)).toMatchObject({ next: "government", government: null, departments: 0, year: 2026 });
    const city = { slug: null, name: "样例市人民政府", nameEn: "Sample City Government", parentSlug: null };
    done(await createDepartment(city, admin));
    expect(await getStart(admin)).toMatchObject({ next: "departments", government: { en: "Sample City Government" } });

    const list = await sample("departments", "zh-CN");
    const departments = done(await previewDepartments(list, admin));
    expect(departments.lines.map(({ outcome, why }) => [outcome, why])).toEqual(Array(12).fill(["added", null]));
    done(await importDepartments(list, departments.digest, admin));
    const below = await db.department.findMany({ where: { parent: { name: "样例市人民政府" } } });
    expect(below).toHaveLength(12);
    expect(below.find(({ name }) => name === "市教育局")).toMatchObject({ slug: "education-bureau" });

    const accounts = done(await previewUsers(await sample("people", "zh-CN"), admin));
    expect(accounts.lines.map(({ outcome, why, problems }) => [outcome, why, problems ?? []])).toEqual(
      Array(7).fill(["added", null, []]),
    );
    const supervisor = await aPerson("supervisor", "supervisor");
    expect(await getStart(admin)).toMatchObject({ supervisors: 0, staffed: 0, notInvited: 2 });
    await canSignIn("supervisor");
    expect(await getStart(supervisor)).toMatchObject({ next: "people", supervisors: 1, staffed: 0, notInvited: 1 });
    const education = await db.department.findUniqueOrThrow({ where: { slug: "education-bureau" } });
    for (const role of ["reporter", "reviewer"]) {
      const { id } = await db.user.create({ data: { id: role, name: role, email: `${role}@example.com` } });
      await db.membership.create({ data: { userId: id, departmentId: education.id, role } });
    }
    expect(await getStart(supervisor)).toMatchObject({ next: "people", staffed: 0, notInvited: 3 });
    for (const id of ["reporter", "reviewer"]) await canSignIn(id);
    expect(await getStart(supervisor)).toMatchObject({ next: "targets", staffed: 1, calendars: [] });

    const table = { name: "样例.xlsx", bytes: await sample("task-table", "zh-CN"), lang: "zh-CN" as const };
    const tasks = done(await previewTaskImport(table, supervisor));
    expect(tasks.lines.map(({ outcome, why, problems }) => [outcome, why, problems])).toEqual(
      Array(11).fill(["added", null, []]),
    );
    done(await importTasks(table, tasks.digest, supervisor));
    expect(await getStart(supervisor)).toMatchObject({
      next: "issue",
      targets: 11,
      issued: 0,
      calendars: [{ calendar: "monthly", count: 11 }],
      knowsHolidays: true,
    });
    // A year that nobody has published yet.
    const later = { ...supervisor, clock: clockOn(isoDate("2040-03-02")) };
    expect(await getStart(later)).toMatchObject({ next: "calendar", knowsHolidays: false });
  });

  it("are shown on a desk until they are done or hidden", async () => {
    expect(await getOpenStart(admin)).toMatchObject({ next: "issue", isDismissed: false });
    done(await dismissTour("start", admin));
    expect(await getOpenStart(admin)).toBeNull();
    expect(await getStart(admin)).toMatchObject({ next: "issue", isDismissed: true });
    await db.dismissedTour.deleteMany();
  });

  it("ignore closed departments, disabled accounts and ended roles", async () => {
    await db.user.update({ where: { id: "supervisor" }, data: { disabledAt: clock.now } });
    await db.membership.updateMany({ where: { userId: "reviewer" }, data: { endedAt: clock.now } });
    done(await closeDepartment("finance-bureau", null, admin));
    expect(await getStart(admin)).toMatchObject({ departments: 12, supervisors: 0, staffed: 0 });
  });
});

it("has English samples that import without a fault too", async () => {
  const supervisor = { ...admin, actor: { ...admin.actor, officeRole: "supervisor" } } as Context;
  const list = await sample("departments", "en");
  const departments = done(await previewDepartments(list, admin));
  expect(departments.lines.map(({ outcome, why }) => [outcome, why])).toEqual(Array(12).fill(["added", null]));
  done(await importDepartments(list, departments.digest, admin));
  const accounts = done(await previewUsers(await sample("people", "en"), admin));
  expect(accounts.lines.map(({ outcome, why, problems }) => [outcome, why, problems ?? []])).toEqual(
    Array(7).fill(["added", null, []]),
  );
  const table = { name: "sample.xlsx", bytes: await sample("task-table", "en"), lang: "en" as const };
  const tasks = done(await previewTaskImport(table, supervisor));
  expect(tasks.lines.map(({ outcome, why, problems }) => [outcome, why, problems])).toEqual(
    Array(11).fill(["added", null, []]),
  );
});

it.each(LANGUAGES)("the sample task table names only departments of the sample list, in %s", (lang) => {
  const known = new Set(SAMPLE_SHEETS.departments(lang).rows.map(([name]) => name));
  const { columns, rows } = SAMPLE_SHEETS["task-table"](lang, 2026);
  const at = columns.findIndex(({ key }) => key === "owner");
  expect(rows.filter((row) => !known.has(row[at] ?? ""))).toEqual([]);
});
