// The query condition and can() state the same rule twice: who may read which target.
import { beforeAll, describe, expect, it } from "vitest";
import { DEMO_DAY } from "@/lib/domain/calendar/demo-days";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { type Actor, VISITOR } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { TARGET_STATES, type TargetState, VISIBILITIES, type Visibility } from "@/lib/domain/targets/types";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn } from "@/lib/server/clock";
import { db, type Transaction } from "@/lib/server/db/client";
import { getDepartment, listDepartments } from "@/lib/server/departments/data";
import { getOverview } from "@/lib/server/overview/data";
import { getSource, listSources } from "@/lib/server/sources/data";
import { getWall } from "@/lib/server/wall/data";
import { copyAsDraft } from "@/testing/draft-targets";
import { loadPageAndPeople } from "@/testing/people";
import { listTargets } from "./data";
import { getTarget } from "./detail";
import { readableSql } from "./readable";

const OWNERS = ["transport", "science"] as const;
type Owner = (typeof OWNERS)[number];

interface Cell {
  readonly code: string;
  readonly ownerId: string;
  readonly owner: Owner;
  readonly visibility: Visibility;
  readonly state: TargetState;
  readonly isIssued: boolean;
}
const cells: Cell[] = [];

const memberOf = (...memberships: [department: string, role: "reporter" | "reviewer"][]) => ({
  officeRole: null,
  memberships,
});
const inOffice = (officeRole: string | null, ...memberships: [string, "reporter" | "reviewer"][]) => ({
  officeRole,
  memberships,
});

/** The states, and a draft that was withdrawn before issue. */
const STATES = [...TARGET_STATES, "taken-back"] as const;
/** The day of issue: before it, only owner and office could read the target. */
const ISSUED_AT = "2023-03-01T01:00:00Z";

interface Reach {
  readonly reads: readonly Owner[];
  readonly drafts: readonly Owner[];
}

/** The kinds of users, whose internal targets they read, and whose that are not issued. */
const PEOPLE = {
  "of no department": { ...memberOf(), reads: [], drafts: [] },
  "reporter of transport": { ...memberOf(["transport", "reporter"]), reads: ["transport"], drafts: ["transport"] },
  "reviewer of transport": { ...memberOf(["transport", "reviewer"]), reads: ["transport"], drafts: ["transport"] },
  "reporter of science": { ...memberOf(["science", "reporter"]), reads: ["science"], drafts: ["science"] },
  "of two departments": {
    ...memberOf(["transport", "reporter"], ["science", "reviewer"]),
    reads: OWNERS,
    drafts: OWNERS,
  },
  "reporter of a supporting department": { ...memberOf(["commerce", "reporter"]), reads: ["science"], drafts: [] },
  "of a department without these targets": { ...memberOf(["haimen", "reporter"]), reads: [], drafts: [] },
  reader: { ...inOffice("reader"), reads: OWNERS, drafts: [] },
  supervisor: { ...inOffice("supervisor"), reads: OWNERS, drafts: OWNERS },
  administrator: { ...inOffice("administrator"), reads: OWNERS, drafts: OWNERS },
  "reader and reporter": { ...inOffice("reader", ["transport", "reporter"]), reads: OWNERS, drafts: ["transport"] },
} satisfies Record<string, ReturnType<typeof inOffice> & Reach>;

/** Copies of the target, one for each owner, visibility and state, with its standing. */
async function addCells(tx: Transaction): Promise<void> {
  const owners = new Map((await tx.department.findMany()).map((one) => [one.slug, one.id]));
  for (const owner of OWNERS) {
    for (const visibility of VISIBILITIES) {
      for (const name of STATES) {
        const code = `CELL-${owner}-${visibility}-${name}`;
        const ownerId = owners.get(owner) ?? "";
        const state = name === "taken-back" ? "withdrawn" : name;
        const isIssued = name !== "draft" && name !== "taken-back";
        await tx.$executeRaw`
          INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
            'code', ${code}::text, 'owner_id', ${ownerId}::text, 'visibility', ${visibility}::text,
            'state', ${state}::text, 'search_text', lower(${code}::text),
            'version', 1, 'issued_at', ${isIssued ? ISSUED_AT : null}::text))).* FROM target t WHERE t.code = 'NT-T02'`;
        cells.push({ code, ownerId, owner, visibility, state, isIssued });
      }
    }
  }
  await tx.$executeRaw`
    INSERT INTO target_standing SELECT (jsonb_populate_record(s, jsonb_build_object('target_id', c.id))).*
    FROM target t JOIN target_standing s ON s.target_id = t.id, target c
    WHERE t.code = 'NT-T02' AND c.code LIKE 'CELL-%'`;
}

/** Commerce supports science with each of its targets. */
async function addSupport(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO target_support (target_id, department_id) SELECT t.id, d.id FROM target t, department d
    WHERE t.code LIKE 'CELL-science-%' AND d.slug = 'commerce'`;
}

async function addPeople(): Promise<void> {
  const departments = new Map((await db.department.findMany()).map((one) => [one.slug, one.id]));
  for (const [name, { officeRole, memberships }] of Object.entries(PEOPLE)) {
    const joined = memberships.map(([slug, role]) => ({ departmentId: departments.get(slug) ?? "", role }));
    await db.user.create({
      data: { id: name, name, email: `${name}@example.com`, officeRole, memberships: { create: joined } },
    });
  }
  // An ended membership no longer counts.
  await db.membership.create({
    data: {
      userId: "of no department",
      departmentId: departments.get("transport") ?? "",
      role: "reporter",
      endedAt: new Date("2023-06-30"),
    },
  });
}

async function actorNamed(name: string): Promise<Actor> {
  const actor = name === "visitor" ? VISITOR : await getActorOfUser(name);
  if (actor === null) throw new Error(`no such person: ${name}`);
  return actor;
}

beforeAll(async () => {
  await loadPageAndPeople();
  await db.$transaction(async (tx) => {
    await addCells(tx);
    await addSupport(tx);
  });
  await addPeople();
});

describe("reading", () => {
  const rows: [string, Reach][] = [["visitor", { reads: [], drafts: [] }], ...Object.entries(PEOPLE)];

  it.each(rows)("%s: the query, the list and the page show what can() allows", async (name, { reads, drafts }) => {
    const actor = await actorNamed(name);
    const expected = cells
      .filter(({ visibility, owner, isIssued }) => {
        return isIssued ? visibility === "public" || reads.includes(owner) : drafts.includes(owner);
      })
      .map(({ code }) => code)
      .sort();
    const allowed = cells
      .filter(({ ownerId, owner, visibility, state, isIssued }) => {
        const supporting = owner === "science" ? ["commerce"] : [];
        return can(actor, "target.read", { target: { ownerId, visibility, state, isIssued, supporting } });
      })
      .map(({ code }) => code)
      .sort();
    const context = { actor, clock: clockOn(DEMO_DAY) };
    const found = await db.$queryRaw<{ code: string }[]>`
      SELECT t.code FROM target t WHERE t.code LIKE 'CELL-%' AND ${readableSql(context)}`;
    const { rows: listed } = await listTargets({ q: "cell-", limit: null }, context);
    const opened = [];
    for (const { code } of cells) if ((await getTarget(code, context)) !== null) opened.push(code);
    expect(allowed).toEqual(expected);
    expect(found.map(({ code }) => code).sort()).toEqual(expected);
    expect(listed.map(({ code }) => code).sort()).toEqual(expected);
    expect(opened.sort()).toEqual(expected);
  });

  it.each(rows)("%s: on a day before issue only those of the own department", async (name, { drafts }) => {
    const context = { actor: await actorNamed(name), clock: clockOn(isoDate("2023-02-28"), true) };
    const { rows: listed } = await listTargets({ q: "cell-", limit: null }, context);
    const expected = cells.filter(({ owner }) => drafts.includes(owner)).map(({ code }) => code);
    expect(listed.map(({ code }) => code).sort()).toEqual(expected.sort());
    expect((await getTarget("CELL-transport-public-received", context)) !== null).toBe(drafts.includes("transport"));
    const counted = (await listDepartments(context)).reduce((sum, one) => sum + one.total, 0);
    expect(counted).toBe(expected.length + 31);
  });
});

it("counts no draft for visitors, wherever a number is shown", async () => {
  const context = { actor: VISITOR, clock: clockOn(DEMO_DAY) };
  const count = async () => ({
    departments: (await listDepartments(context)).reduce((sum, one) => sum + one.total, 0),
    list: (await listTargets({ limit: 1 }, context)).total,
    overview: (await getOverview(context)).total,
    wall: (await getWall(context, "zh-CN")).overview.total,
    source: (await getSource("nantong-daily-321", context))?.sections.flatMap(({ quotes }) => quotes).length,
  });
  const before = await count();
  for (const index of Array(13).keys()) await copyAsDraft("NT-T02", `COUNTED-${index}`);
  expect(await count()).toEqual(before);
});

describe("pages of public targets", () => {
  const HIDDEN = "CELL-transport-internal-received";
  const context = async (name: string) => ({ actor: await actorNamed(name), clock: clockOn(DEMO_DAY) });

  async function around(name: string): Promise<string[]> {
    const asReader = await context(name);
    const target = await getTarget("NT-T02", asReader);
    const source = await getSource("nantong-daily-321", asReader);
    const department = await getDepartment("transport", asReader);
    const quoted = source?.sections.flatMap(({ quotes }) => quotes.flatMap(({ targets }) => targets)) ?? [];
    const all = [
      ...(target?.siblings ?? []),
      ...(target?.parts?.rows ?? []),
      ...quoted,
      ...(department?.targets ?? []),
    ];
    return all.map(({ code }) => code);
  }

  it("name no internal target of the same sentence to users who may not read it", async () => {
    expect(await around("visitor")).not.toContain(HIDDEN);
    expect(await around("reporter of science")).not.toContain(HIDDEN);
    expect((await around("reporter of transport")).filter((code) => code === HIDDEN)).toHaveLength(3);
  });

  it("mark no sentence of the source for a target that is not issued", async () => {
    const key = "only-a-draft";
    await db.$executeRaw`
      INSERT INTO quote SELECT (jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(), 'key', ${key}::text,
        'text', left(q.text, 6), 'starts_at', q.starts_at))).* FROM quote q WHERE q.key = 'transport-investment'`;
    const { id: quoteId } = await db.quote.findUniqueOrThrow({ where: { key } });
    const code = "CELL-transport-public-draft";
    await db.target.update({ where: { code }, data: { quoteId } });
    const keysFor = async (name: string) => {
      const source = await getSource("nantong-daily-321", await context(name));
      return source?.sections.flatMap(({ quotes }) => quotes.map((quote) => quote.key)) ?? [];
    };
    const summary = async (name: string) => (await listSources(await context(name)))[0];
    expect(await keysFor("visitor")).not.toContain(key);
    expect(await keysFor("reader")).not.toContain(key);
    expect(await keysFor("reporter of transport")).toContain(key);
    expect((await summary("supervisor"))?.quotes).toBe(((await summary("reader"))?.quotes ?? 0) + 1);
    await db.target.update({ where: { code }, data: { quoteId: null } });
  });

  it("do not name an internal whole to users who may not read it", async () => {
    const PART = "CELL-transport-public-received";
    const { id: parentId } = await db.target.findUniqueOrThrow({ where: { code: HIDDEN } });
    await db.target.update({ where: { code: PART }, data: { parentId } });
    const parentFor = async (name: string) => (await getTarget(PART, await context(name)))?.parent?.code;
    expect(await parentFor("visitor")).toBeUndefined();
    expect(await parentFor("reporter of science")).toBeUndefined();
    expect(await parentFor("reviewer of transport")).toBe(HIDDEN);
    await db.target.update({ where: { code: PART }, data: { parentId: null } });
  });

  it("do not name an internal part to users who may not read it", async () => {
    const { id: parentId } = await db.target.findUniqueOrThrow({ where: { code: "CELL-science-public-received" } });
    await db.target.update({ where: { code: HIDDEN }, data: { parentId } });
    const partsFor = async (name: string) =>
      (await getTarget("CELL-science-public-received", await context(name)))?.parts?.rows.map(({ code }) => code);
    expect(await partsFor("visitor")).toEqual([]);
    expect(await partsFor("reporter of science")).toEqual([]);
    expect(await partsFor("reporter of transport")).toEqual([HIDDEN]);
    await db.target.update({ where: { code: HIDDEN }, data: { parentId: null } });
  });
});
