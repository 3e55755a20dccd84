// The list of accounts: search, filters, states, last sign-in, pages and the size of its reads.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseUserList, type UserFilters } from "@/lib/schemas/user-list";
import { setPasswordByLink } from "@/lib/server/accounts/password-links";
import { auth } from "@/lib/server/auth/auth";
import { db } from "@/lib/server/db/client";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { watchStatements } from "@/testing/watch-statements";
import { inviteUser } from "./invitations";
import { addMembership } from "./memberships";
import { getUser, listUsers } from "./user-list";
import { setUserDisabled } from "./users";

const admin = () => as("demo-administrator");
const PASSWORD = "correct horse battery";
const watch = watchStatements();
afterAll(() => watch.stop());

const idOf = async (email: string) => (await db.user.findUniqueOrThrow({ where: { email } })).id;

async function invite(name: string, email: string, department: string | null = null): Promise<string> {
  const membership = department === null ? null : { departmentSlug: department, role: "reporter" as const };
  const invited = await inviteUser({ name, email, officeRole: null, membership }, "shown", await admin());
  return done(invited).token;
}

async function list(query: string, changes: Partial<UserFilters> = {}) {
  const { filters } = parseUserList(new URLSearchParams(query));
  const page = await listUsers({ ...filters, ...changes }, await admin(), "en");
  if (page === null) throw new Error("not allowed");
  return page;
}
const names = async (query: string) => (await list(query)).users.map(({ name }) => name);

beforeAll(async () => {
  await loadPageAndPeople();
  const token = await invite("张小明", "ming@example.gov.cn", "transport");
  done(await setPasswordByLink(token, PASSWORD, ["invitation"]));
  done(await addMembership(await idOf("ming@example.gov.cn"), "haimen", "reviewer", await admin()));
  await invite("欧阳晓", "ouyang@example.gov.cn", "haimen");
  await invite("長孫無忌", "late@example.gov.cn");
  const late = await idOf("late@example.gov.cn");
  await db.verification.updateMany({ where: { identifier: `invitation:${late}` }, data: { expiresAt: new Date(0) } });
  await db.user.create({ data: { id: "from-sheet", name: "未请", email: "new@city.test" } });
  await invite("100%_Zoë", "gone@example.gov.cn");
  done(await setUserDisabled(await idOf("gone@example.gov.cn"), true, await admin()));
});

describe("listUsers", () => {
  it("is for administrators only", async () => {
    const { filters } = parseUserList(new URLSearchParams());
    expect(await listUsers(filters, await as("demo-supervisor"), "en")).toBeNull();
    expect(await getUser("demo-administrator", await as("demo-supervisor"), "en")).toBeNull();
    expect(await getUser("nobody", await admin(), "en")).toBeNull();
  });

  it.each([
    ["小明", ["张小明"]],
    ["zhangxiaoming", ["张小明"]],
    ["zxm", ["张小明"]],
    ["MING@example", ["张小明"]],
    ["ouyang", ["欧阳晓"]],
    ["长孙", ["長孫無忌"]],
    ["0%_z", ["100%_Zoë"]],
    ["zoe", ["100%_Zoë"]],
    ["zhang example", ["张小明", "長孫無忌"]],
    ["zqx", []],
  ])("finds people by %s", async (q, expected) => {
    const found = (await names(`q=${encodeURIComponent(q)}`)).sort();
    expect(found).toEqual([...expected].sort());
  });

  it.each([
    ["state=invited", ["欧阳晓"]],
    ["state=expired", ["長孫無忌"]],
    ["state=not-invited", ["未请"]],
    ["state=disabled", ["100%_Zoë"]],
    ["state=active&q=example", ["张小明"]],
    ["department=haimen&q=example", ["张小明", "欧阳晓"]],
    ["role=reviewer&q=example", ["张小明"]],
    ["department=transport&role=reviewer&q=example", []],
    ["department=haimen&role=reviewer&q=example", ["张小明"]],
    ["department=transport,haimen&role=reporter,supervisor&q=example", ["张小明", "欧阳晓"]],
    ["role=supervisor,administrator&q=demo", ["示例账号·督查室督查员", "示例账号·系统管理员"]],
  ])("filters by %s", async (query, expected) => {
    expect((await names(query)).sort()).toEqual([...expected].sort());
  });

  it("ignores invalid parameters and names them", () => {
    const { filters, panel, ignored } = parseUserList(new URLSearchParams("state=gone&role=x&q=a&user=u1"));
    expect([filters.q, filters.state, panel.user, [...ignored].sort()]).toEqual(["a", [], "u1", ["role", "state"]]);
  });

  it("shows a person's roles in the order of departments", async () => {
    const [ming] = (await list("q=ming@example")).users;
    expect(ming?.memberships.map(({ department, role }) => [department, role])).toEqual([
      ["Transport Bureau", "reporter"],
      ["Haimen District", "reviewer"],
    ]);
  });
});

describe("the last sign-in", () => {
  it("remains when the session has ended, and sorts those without one as the earliest", async () => {
    const id = await idOf("ming@example.gov.cn");
    const shown = async () => (await getUser(id, await admin(), "en"))?.lastSignedInAt ?? null;
    expect(await shown()).toBeNull();
    const before = Date.now();
    await auth.api.signInEmail({ body: { email: "ming@example.gov.cn", password: PASSWORD } });
    await db.session.deleteMany({ where: { userId: id } });
    const at = await shown();
    expect(at?.getTime()).toBeGreaterThanOrEqual(before - 1000);
    expect(at?.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
    expect((await names("sort=signed-in&order=desc"))[0]).toBe("张小明");
    expect((await names("sort=signed-in&q=example")).at(-1)).toBe("张小明");
  });
});

describe("a city with 1,500 accounts", () => {
  beforeAll(async () => {
    const department = await db.department.findUniqueOrThrow({ where: { slug: "science" } });
    const people = Array.from({ length: 1500 }, (_, index) => ({
      id: `many-${index}`,
      name: `王 ${index % 700}`,
      email: `many-${index}@city.example`,
    }));
    await db.user.createMany({ data: people });
    await db.membership.createMany({
      data: people.map(({ id }) => ({ userId: id, departmentId: department.id, role: "reporter" })),
    });
  });

  it.each(["sort=name", "sort=name&order=desc", "sort=signed-in"])(
    "is shown in pages without gaps or repetitions (%s)",
    async (query) => {
      const seen: string[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page = await list(`${query}&q=many&limit=200&cursor=${cursor}`);
        expect(page.total).toBe(1500);
        seen.push(...page.users.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect([seen.length, new Set(seen).size]).toEqual([1500, 1500]);
    },
  );

  it("takes a fixed number of statements and the rows of one page", async () => {
    const context = await admin();
    const { filters } = parseUserList(new URLSearchParams("q=wang&state=expired&role=reporter"));
    const { statements, rows, parameters } = await watch.read(() => listUsers(filters, context, "en"));
    expect(statements).toBeLessThanOrEqual(5);
    expect(rows).toBeLessThan(200);
    expect(parameters).toBeLessThan(100);
  });
});
