import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/admin/templates/[name]/route";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { LANGUAGES } from "@/lib/i18n/languages";
import { db } from "@/lib/server/db/client";
import { listDepartments } from "@/lib/server/departments/data";
import { listTargets } from "@/lib/server/targets/data";
import { previewWorkingDays } from "@/lib/server/working-days/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { browser, get, routeOf } from "@/testing/requests";
import { importDepartments, previewDepartments } from "./department-import";
import { importUsers, previewUsers } from "./user-import";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

vi.mock("next-intl/server", async () => {
  const [{ createTranslator }, { default: zh }, { default: en }] = await Promise.all([
    import("use-intl/core"),
    import("@/messages/zh-CN.json"),
    import("@/messages/en.json"),
  ]);
  const { browser: standIn } = await import("@/testing/requests");
  return {
    getTranslations: async (namespace: "import") =>
      standIn.language === "en"
        ? createTranslator({ locale: "en", messages: en, namespace })
        : createTranslator({ locale: "zh-CN", messages: zh, namespace }),
  };
});

beforeAll(loadPageAndPeople);

const admin = () => as("demo-administrator");
const sheet = (...lines: string[]) => new TextEncoder().encode(["编码,名称,英文名称,上级编码", ...lines].join("\n"));

async function imported(bytes: Uint8Array) {
  const { digest } = done(await previewDepartments(bytes, await admin()));
  return importDepartments(bytes, digest, await admin());
}

describe("departments from a sheet", () => {
  it("are created, renamed and moved in one transaction, each with its event; rejected lines are skipped", async () => {
    const bytes = sheet(
      "culture-office,文化处,Culture Office,culture",
      "culture,市文旅局,Culture Bureau,",
      "transport,市交通局,Transport Bureau,culture",
      "Bad Code,x,x,",
    );
    const preview = done(await previewDepartments(bytes, await admin()));
    expect(preview.lines.map(({ outcome }) => outcome)).toEqual(["added", "added", "changed", "refused"]);
    expect(preview.count).toBe(3);
    done(await importDepartments(bytes, preview.digest, await admin()));
    const made = await db.department.findMany({
      where: { slug: { in: ["culture", "culture-office", "transport"] } },
      orderBy: { slug: "asc" },
      include: { parent: true },
    });
    expect(made.map(({ slug, name, parent }) => [slug, name, parent?.slug])).toEqual([
      ["culture", "市文旅局", undefined],
      ["culture-office", "文化处", "culture"],
      ["transport", "市交通局", "culture"],
    ]);
    const events = await db.event.findMany({ where: { entity: "department" }, orderBy: { sequence: "asc" } });
    expect(events.map(({ action }) => action)).toEqual([
      "department.created",
      "department.created",
      "department.renamed",
      "department.moved",
    ]);
    expect(events[2]?.before).toMatchObject({ name: expect.stringContaining("交通") });
    expect(events[3]).toMatchObject({ before: { parent: "nantong" }, after: { slug: "transport", parent: "culture" } });
    // Created at the product's clock, not at that of the machine.
    const known = await listDepartments(await admin());
    expect(known.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["culture", "culture-office"]));
    // Found by the new name.
    expect((await listTargets({ q: "市交通局" }, await admin())).total).toBeGreaterThan(0);
  });

  it("that only move to another parent are not recorded as renamed", async () => {
    const { id, name, nameEn } = await db.department.findUniqueOrThrow({ where: { slug: "science" } });
    done(await imported(sheet(`science,${name},${nameEn},culture`)));
    const events = await db.event.findMany({ where: { entityId: id }, select: { action: true, after: true } });
    expect(events).toEqual([{ action: "department.moved", after: { slug: "science", parent: "culture" } }]);
    expect(await db.formerName.count({ where: { departmentId: id } })).toBe(0);
  });

  it("are written exactly as previewed or not at all", async () => {
    const bytes = sheet("sports,市体育局,Sports Bureau,");
    const { digest } = done(await previewDepartments(bytes, await admin()));
    done(await imported(sheet("sports,体育局,Sports,")));
    expect(await importDepartments(bytes, digest, await admin())).toMatchObject({ error: { kind: "conflict" } });
    expect((await db.department.findUniqueOrThrow({ where: { slug: "sports" } })).name).toBe("体育局");
    expect(await previewDepartments(bytes, await as("demo-supervisor"))).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect(await importDepartments(bytes, digest, await as("demo-supervisor"))).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});

describe("departments from a plain list", () => {
  it("are created under the government, with codes made from their names; known names stay as they are", async () => {
    const { id } = await db.department.findUniqueOrThrow({ where: { slug: "nantong" } });
    await db.department.updateMany({ where: { parentId: null, NOT: { id } }, data: { parentId: id } });
    const { name } = await db.department.findUniqueOrThrow({ where: { slug: "commerce" } });
    const bytes = new TextEncoder().encode(`1. 市民政局\n2. ${name}\n3. 市水利局`);
    const preview = done(await previewDepartments(bytes, await admin()));
    expect(preview.lines.map(({ outcome }) => outcome)).toEqual(["added", "same", "added"]);
    done(await importDepartments(bytes, preview.digest, await admin()));
    const made = await db.department.findMany({ where: { slug: { in: ["smzj", "sslj"] } }, include: { parent: true } });
    expect(made.map((one) => [one.name, one.nameEn, one.parent?.slug])).toEqual([
      ["市民政局", "市民政局", "nantong"],
      ["市水利局", "市水利局", "nantong"],
    ]);
  });

  it("is rejected if it is another table", async () => {
    const bytes = new TextEncoder().encode("市民政局,张三\n市水利局,李四");
    expect(await previewDepartments(bytes, await admin())).toMatchObject({
      error: { errors: { file: "no-headings" } },
    });
  });
});

describe("users from a sheet", () => {
  const people = (...lines: string[]) =>
    new TextEncoder().encode(["姓名,邮箱,部门,角色", "示例,x@example.gov.cn,", ...lines].join("\n"));
  const bytes = people(
    "李雷,Lei@example.gov.cn,school,填报人",
    "李雷,lei@example.gov.cn,haimen,审核人",
    "王督,wang@example.gov.cn,,督查员",
    "韩梅,mei,school,填报人",
  );

  it("are created with their roles, each change with its event, and a second import changes nothing", async () => {
    const preview = done(await previewUsers(bytes, await admin()));
    expect(preview.lines.map(({ outcome, problems = [] }) => [outcome, ...problems.map(({ cell }) => cell)])).toEqual([
      ["refused", "D2"],
      ["added"],
      ["added"],
      ["added"],
      ["refused", "B6"],
    ]);
    done(await importUsers(bytes, preview.digest, await admin()));
    const made = await db.user.findMany({
      where: { email: { in: ["lei@example.gov.cn", "wang@example.gov.cn"] } },
      include: { memberships: { include: { department: true }, orderBy: { role: "asc" } } },
      orderBy: { email: "asc" },
    });
    expect(
      made.map(({ name, officeRole, memberships }) => [
        name,
        officeRole,
        ...memberships.map(({ department, role }) => `${department.slug} ${role}`),
      ]),
    ).toEqual([
      ["李雷", null, "school reporter", "haimen reviewer"],
      ["王督", "supervisor"],
    ]);
    const events = await db.event.findMany({ where: { entity: "user" }, orderBy: { sequence: "asc" } });
    expect(events.map(({ action }) => action)).toEqual(["user.created", "user.membership-added", "user.created"]);
    const again = done(await previewUsers(bytes, await admin()));
    expect([again.count, again.lines.map(({ outcome }) => outcome)]).toEqual([
      0,
      ["refused", "same", "same", "same", "refused"],
    ]);
  });

  it("are renamed, and given an office role, by a later sheet", async () => {
    const later = people("李磊,lei@example.gov.cn,school,填报人", "王督,wang@example.gov.cn,,读者");
    const { digest } = done(await previewUsers(later, await admin()));
    done(await importUsers(later, digest, await admin()));
    const events = await db.event.findMany({ where: { entity: "user" }, orderBy: { sequence: "asc" }, skip: 3 });
    expect(events.map(({ action, before, after }) => [action, before, after])).toEqual([
      ["user.renamed", { name: "李雷" }, { name: "李磊", email: "lei@example.gov.cn" }],
      [
        "user.office-role-changed",
        { officeRole: "supervisor" },
        { officeRole: "reader", email: "wang@example.gov.cn" },
      ],
    ]);
  });

  it("are written exactly as previewed, by administrators only", async () => {
    expect(await importUsers(bytes, "0", await admin())).toMatchObject({ error: { kind: "conflict" } });
    const supervisor = await as("demo-supervisor");
    expect(await previewUsers(bytes, supervisor)).toMatchObject({ error: { kind: "forbidden" } });
    expect(await importUsers(bytes, "0", supervisor)).toMatchObject({ error: { kind: "forbidden" } });
  });
});

describe("import templates", () => {
  const ask = (name: string) => GET(get(`/admin/templates/${name}`), routeOf({ name }));

  it.each(LANGUAGES)("can be imported unchanged, in %s: nothing would change", async (language) => {
    browser.actor = (await admin()).actor;
    browser.language = language;
    await db.specialDay.upsert({
      where: { day: new Date("2040-10-01") },
      create: { day: new Date("2040-10-01"), kind: "holiday", name: "国庆节" },
      update: {},
    });
    for (const [name, preview] of [
      ["departments.xlsx", previewDepartments],
      ["holidays.xlsx", previewWorkingDays],
      ["users.xlsx", previewUsers],
    ] as const) {
      const bytes = new Uint8Array(await (await ask(name)).arrayBuffer());
      const { lines, count } = done(await preview(bytes, await admin()));
      expect([name, count, new Set(lines.map(({ outcome }) => outcome))]).toEqual([name, 0, new Set(["same"])]);
    }
  });

  it("are for administrators only, and there are only three", async () => {
    browser.actor = (await admin()).actor;
    expect([(await ask("none.xlsx")).status, (await ask("toString")).status]).toEqual([404, 404]);
    browser.actor = VISITOR;
    expect((await ask("holidays.xlsx")).status).toBe(401);
    browser.actor = (await as("demo-supervisor")).actor;
    expect((await ask("holidays.xlsx")).status).toBe(403);
  });
});
