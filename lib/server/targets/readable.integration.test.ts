// The condition of the queries and can() are two tellings of one rule: who reads which target.
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { TARGET_STATES, type TargetState, VISIBILITIES, type Visibility } from "@/lib/domain/targets/types";
import { actorOfUser } from "@/lib/server/auth/actor";
import { clockOn, DEMO_DAY } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { getDepartment } from "@/lib/server/departments/data";
import { getSource } from "@/lib/server/sources/data";
import { loadPageAndPeople } from "@/lib/server/testing-people";
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

/** Who there is, and whose internal targets they read. */
const PEOPLE = {
  "of no department": { ...memberOf(), reads: [] },
  "reporter of transport": { ...memberOf(["transport", "reporter"]), reads: ["transport"] },
  "reviewer of transport": { ...memberOf(["transport", "reviewer"]), reads: ["transport"] },
  "reporter of science": { ...memberOf(["science", "reporter"]), reads: ["science"] },
  "of two departments": { ...memberOf(["transport", "reporter"], ["science", "reviewer"]), reads: OWNERS },
  "reporter of a supporting department": { ...memberOf(["commerce", "reporter"]), reads: ["science"] },
  "of a department without these targets": { ...memberOf(["haimen", "reporter"]), reads: [] },
  reader: { ...inOffice("reader"), reads: OWNERS },
  supervisor: { ...inOffice("supervisor"), reads: OWNERS },
  administrator: { ...inOffice("administrator"), reads: OWNERS },
  "reader and reporter": { ...inOffice("reader", ["transport", "reporter"]), reads: OWNERS },
} satisfies Record<string, ReturnType<typeof inOffice> & { readonly reads: readonly Owner[] }>;

/** As many copies of the target, one for each owner, visibility and state, with its standing. */
async function addCells(): Promise<void> {
  const owners = new Map((await db.department.findMany()).map((one) => [one.slug, one.id]));
  for (const owner of OWNERS) {
    for (const visibility of VISIBILITIES) {
      for (const state of TARGET_STATES) {
        const code = `CELL-${owner}-${visibility}-${state}`;
        const ownerId = owners.get(owner) ?? "";
        await db.$executeRaw`
          INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
            'code', ${code}::text, 'owner_id', ${ownerId}::text, 'visibility', ${visibility}::text,
            'state', ${state}::text, 'search_text', lower(${code}::text)))).* FROM target t WHERE t.code = 'NT-T02'`;
        cells.push({ code, ownerId, owner, visibility, state });
      }
    }
  }
  await db.$executeRaw`
    INSERT INTO target_standing SELECT (jsonb_populate_record(s, jsonb_build_object('target_id', c.id))).*
    FROM target t JOIN target_standing s ON s.target_id = t.id, target c
    WHERE t.code = 'NT-T02' AND c.code LIKE 'CELL-%'`;
}

/** Commerce helps science with each of its targets. */
async function addSupport(): Promise<void> {
  await db.$executeRaw`
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
  // Who has left a department is not of it any more.
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
  const actor = name === "visitor" ? VISITOR : await actorOfUser(name);
  if (actor === null) throw new Error(`no such person: ${name}`);
  return actor;
}

beforeAll(async () => {
  await loadPageAndPeople();
  await addCells();
  await addSupport();
  await addPeople();
});

describe("reading", () => {
  const rows = [
    ["visitor", [] as readonly Owner[]] as const,
    ...Object.entries(PEOPLE).map(([name, { reads }]) => [name, reads as readonly Owner[]] as const),
  ];

  it.each(rows)("%s: the query, the list and the page show what can() allows", async (name, reads) => {
    const actor = await actorNamed(name);
    const expected = cells
      .filter(({ visibility, owner }) => visibility === "public" || reads.includes(owner))
      .map(({ code }) => code)
      .sort();
    const allowed = cells
      .filter(({ ownerId, owner, visibility, state }) => {
        const supporting = owner === "science" ? ["commerce"] : [];
        return can(actor, "target.read", { target: { ownerId, visibility, state, supporting } });
      })
      .map(({ code }) => code)
      .sort();
    const found = await db.$queryRaw<{ code: string }[]>`
      SELECT t.code FROM target t WHERE t.code LIKE 'CELL-%' AND ${readableSql(actor)}`;
    const context = { actor, clock: clockOn(DEMO_DAY) };
    const { rows: listed } = await listTargets({ q: "cell-", limit: null }, context);
    const opened = [];
    for (const { code } of cells) if ((await getTarget(code, context)) !== null) opened.push(code);
    expect(allowed).toEqual(expected);
    expect(found.map(({ code }) => code).sort()).toEqual(expected);
    expect(listed.map(({ code }) => code).sort()).toEqual(expected);
    expect(opened.sort()).toEqual(expected);
  });

  it("of the same public targets is everybody's, in every state", () => {
    expect(cells.filter(({ visibility }) => visibility === "public").map(({ state }) => state)).toEqual([
      ...TARGET_STATES,
      ...TARGET_STATES,
    ]);
  });
});

describe("what stands beside a public target", () => {
  const HIDDEN = "CELL-transport-internal-received";
  const context = async (name: string) => ({ actor: await actorNamed(name), clock: clockOn(DEMO_DAY) });

  async function around(name: string): Promise<string[]> {
    const asked = await context(name);
    const target = await getTarget("NT-T02", asked);
    const source = await getSource("nantong-daily-321", asked);
    const department = await getDepartment("transport", asked);
    const quoted = source?.sections.flatMap(({ quotes }) => quotes.flatMap(({ targets }) => targets)) ?? [];
    const all = [
      ...(target?.siblings ?? []),
      ...(target?.parts?.rows ?? []),
      ...quoted,
      ...(department?.targets ?? []),
    ];
    return all.map(({ code }) => code);
  }

  it("names no internal target of the same sentence to who may not read it", async () => {
    expect(await around("visitor")).not.toContain(HIDDEN);
    expect(await around("reporter of science")).not.toContain(HIDDEN);
    expect((await around("reporter of transport")).filter((code) => code === HIDDEN)).toHaveLength(3);
  });

  it("names no internal target it is a part of to who may not read it", async () => {
    const PART = "CELL-transport-public-received";
    const { id: parentId } = await db.target.findUniqueOrThrow({ where: { code: HIDDEN } });
    await db.target.update({ where: { code: PART }, data: { parentId } });
    const parentFor = async (name: string) => (await getTarget(PART, await context(name)))?.parent?.code;
    expect(await parentFor("visitor")).toBeUndefined();
    expect(await parentFor("reporter of science")).toBeUndefined();
    expect(await parentFor("reviewer of transport")).toBe(HIDDEN);
    await db.target.update({ where: { code: PART }, data: { parentId: null } });
  });

  it("names no internal part to who may not read it", async () => {
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
