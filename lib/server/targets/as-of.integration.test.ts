// Changes of owner, names and rules today do not change what earlier days show.
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getDepartmentsJson } from "@/app/api/v1/departments/route";
import { GET as getTargetJson } from "@/app/api/v1/targets/[code]/route";
import { GET as getChartSvg } from "@/app/targets/[code]/chart.svg/route";
import { GET as getListCsv } from "@/app/targets/export.csv/route";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { createDepartment, renameDepartment } from "@/lib/server/admin/departments";
import { type Bounds, changeRules, getRules } from "@/lib/server/admin/rules";
import { listComments } from "@/lib/server/comments/data";
import { writeComment } from "@/lib/server/comments/mutations";
import { db } from "@/lib/server/db/client";
import { getDepartment, listDepartments } from "@/lib/server/departments/data";
import { getSource } from "@/lib/server/sources/data";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { listMyWork } from "@/lib/server/updates/my-work";
import { MY_LISTS } from "@/lib/views/update";
import { changedRules } from "@/testing/changed-rules";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { browser, get, routeOf } from "@/testing/requests";
import { listTargets } from "./data";
import { getTarget } from "./detail";
import { reviseTarget } from "./revisions";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));

const [THEN, NOW] = ["2023-09-19", "2023-09-20"];
const WHY = { reason: "职能划转", authority: "通编办〔2023〕8号" };
const OWN_RULES = { aheadFrom: 5, onTrackFrom: -5, behindFrom: -15, kinds: {} };

beforeAll(loadPageAndPeople, 60_000);
beforeEach(() => {
  browser.actor = VISITOR;
});

async function targetOn(code: string, day: string, who = "demo-supervisor") {
  const target = await getTarget(code, await as(who, day));
  if (target === null) throw new Error(`${code} is not there on ${day}`);
  return target;
}

async function codesOf(filters: Parameters<typeof listTargets>[0], day: string): Promise<string[]> {
  const { rows } = await listTargets({ ...filters, limit: null }, await as("demo-supervisor", day));
  return rows.map((row) => row.code);
}

describe("a target transferred to another department", () => {
  const CODE = "NT-T02";

  beforeAll(async () => {
    done(await reviseTarget(CODE, { ...WHY, owner: "science" }, await as("demo-supervisor", NOW)));
  });

  it("shows its owner of the day on its page, in lists and files, in the API", async () => {
    for (const [day, slug, name] of [
      [THEN, "transport", "市交通运输局"],
      [NOW, "science", "市科学技术局"],
    ] as const) {
      expect((await targetOn(CODE, day)).owner).toMatchObject({ slug, name: { "zh-CN": name } });
      expect((await codesOf({ department: ["transport"] }, day)).includes(CODE)).toBe(slug === "transport");
      expect((await codesOf({ department: ["science"] }, day)).includes(CODE)).toBe(slug === "science");
      expect((await codesOf({ q: `${CODE} ${name}` }, day)).includes(CODE)).toBe(true);
      const page = await getDepartment(slug, await as("demo-reader", day));
      expect(page?.targets.map((row) => row.code)).toContain(CODE);
      expect(page?.total).toBe(page?.targets.length);
      const json = await getTargetJson(get(`/api/v1/targets/${CODE}?asOf=${day}`), routeOf({ code: CODE }));
      expect((await json.json()).owner).toEqual({ slug, name });
      const csv = await (await getListCsv(get(`/targets/export.csv?asOf=${day}`))).text();
      expect(csv.split("\n").find((line) => line.startsWith(CODE))).toContain(name);
    }
    expect(await codesOf({ q: `${CODE} 市科学技术局` }, THEN)).toEqual([]);
  });

  it("counts for the owner of the day among the departments", async () => {
    const total = async (day: string, slug: string) => {
      const all = await (await getDepartmentsJson(get(`/api/v1/departments?asOf=${day}`))).json();
      return all.data.find((one: { slug: string }) => one.slug === slug).total;
    };
    expect((await total(THEN, "transport")) - (await total(NOW, "transport"))).toBe(1);
    expect((await total(NOW, "science")) - (await total(THEN, "science"))).toBe(1);
  });

  it("belongs to the former owner's tasks on the day before", async () => {
    const work = async (who: string, day: string) => {
      const mine = await listMyWork(await as(who, day));
      return MY_LISTS.flatMap((list) => mine?.[list] ?? []).map((row) => row.code);
    };
    expect((await work("demo-transport-reporter", THEN)).includes(CODE)).toBe(true);
    expect((await work("demo-transport-reporter", NOW)).includes(CODE)).toBe(false);
    expect((await work("demo-science-reporter", NOW)).includes(CODE)).toBe(true);
  });
});

describe("a renamed department", () => {
  it("shows its former names on earlier days, wherever it is named", async () => {
    const admin = (day: string) => as("demo-administrator", day);
    done(await renameDepartment("commerce", { name: "市商贸局", nameEn: "Trade Bureau" }, await admin(NOW)));
    done(
      await renameDepartment("commerce", { name: "市商务和投资局", nameEn: "Investment" }, await admin("2023-09-25")),
    );
    const target = await db.target.findFirstOrThrow({ where: { owner: { slug: "commerce" } } });
    const support = { supporting: ["commerce"], reason: "协作事项", authority: "No. 1" };
    done(await reviseTarget("NT-T01", support, await as("demo-supervisor", "2023-01-05")));
    done(await writeComment({ code: "NT-T01", body: "已配合。" }, [], await as("demo-commerce-reporter", THEN)));
    for (const [day, name] of [
      [THEN, "市商务局"],
      [NOW, "市商贸局"],
      ["2023-09-25", "市商务和投资局"],
    ] as const) {
      const context = await as("demo-supervisor", day);
      expect((await getDepartment("commerce", context))?.name["zh-CN"]).toBe(name);
      expect((await listDepartments(context)).find((one) => one?.slug === "commerce")?.name["zh-CN"]).toBe(name);
      expect((await targetOn(target.code, day)).owner.name["zh-CN"]).toBe(name);
      const supported = await targetOn("NT-T01", day);
      expect(supported.supporting.map((one) => one.name["zh-CN"])).toContain(name);
      expect((await listComments(supported, context))?.comments[0]?.department?.["zh-CN"]).toBe(name);
      expect(await codesOf({ q: name }, day)).toContain(target.code);
      const path = `/targets/${target.code}/chart.svg?lang=zh-CN&asOf=${day}`;
      const svg = await (await getChartSvg(get(path), routeOf({ code: target.code }))).text();
      expect(svg).toContain(name);
    }
    const [source] = await db.source.findMany();
    const section = async (day: string) =>
      (await getSource(source?.id ?? "", await as("demo-reader", day)))?.sections
        .map((one) => one.department)
        .find((one) => one?.slug === "commerce")?.name["zh-CN"];
    expect([await section(THEN), await section(NOW)]).toEqual(["市商务局", "市商贸局"]);
  });

  it("cannot lose a former name, and does not exist before its creation", async () => {
    await expect(db.department.update({ where: { slug: "science" }, data: { name: "x" } })).rejects.toThrow(
      /must record its former name/,
    );
    await expect(db.formerName.deleteMany()).rejects.toThrow(/not allowed/);
    const made = { slug: "culture", name: "市文化局", nameEn: "Culture Bureau", parentSlug: null };
    done(await createDepartment(made, await as("demo-administrator", NOW)));
    expect(await getDepartment("culture", await as("demo-supervisor", THEN))).toBeNull();
    expect((await getDepartment("culture", await as("demo-supervisor", NOW)))?.name["zh-CN"]).toBe("市文化局");
  });
});

describe("rules changed today", () => {
  const CODE = "NT-T02";

  it("do not change the lights of earlier days or the rule that decided them", async () => {
    const { value } = await db.target.findUniqueOrThrow({ where: { code: CODE } });
    const { ownerId } = await targetOn(CODE, THEN);
    const { slug } = await db.department.findUniqueOrThrow({ where: { id: ownerId } });
    const half = value?.mul("0.62").toFixed(0) ?? "";
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: half, note: "按月统计" };
    const sent = done(await submitUpdate(CODE, input, await as(`demo-${slug}-reporter`, "2023-09-05")));
    done(await approveUpdate(sent, await as(`demo-${slug}-reviewer`, "2023-09-05")));
    const light = async (day: string) => (await targetOn(CODE, day)).standing.light;
    expect(await light(THEN)).toBe("on-track");
    const changeBounds = async (bounds: Bounds) => {
      const context = await as("demo-administrator", NOW);
      return done(await changeRules(await changedRules(context, { bounds }), context));
    };
    await changeBounds({ aheadFrom: 40, onTrackFrom: 30, behindFrom: 20, kinds: {} });
    expect([await light(THEN), await light(NOW)]).toEqual(["on-track", "far-behind"]);
    expect((await targetOn(CODE, THEN)).rules).toEqual({ key: "default", ...OWN_RULES });
    expect((await targetOn(CODE, NOW)).rules.key).toBe("custom");
    expect(await codesOf({ light: ["far-behind"] }, THEN)).not.toContain(CODE);
    expect(await codesOf({ light: ["far-behind"] }, NOW)).toContain(CODE);
    // A later report recomputes the standings and leaves the earlier day unchanged.
    done(await reviseTarget(CODE, { ...WHY, value: value?.add(1).toFixed() ?? "" }, await as("demo-supervisor", NOW)));
    expect(await light(THEN)).toBe("on-track");
    expect((await getRules(await as("demo-administrator", THEN)))?.inForce.key).toBe("default");
    await changeBounds(OWN_RULES);
    expect(await light(NOW)).toBe("on-track");
    await expect(db.ruleSet.updateMany({ data: { behindFrom: -16 } })).rejects.toThrow(/not allowed/);
  });
});
