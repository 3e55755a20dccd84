import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { departmentSchema, listSchema, problemSchema, targetDetailSchema, targetSchema } from "@/lib/schemas/api";
import { db } from "@/lib/server/db/client";
import { browser, get, READER, routeOf } from "@/testing/requests";
import { loadSampleYear, makeVisible } from "@/testing/sample-year";
import { GET as getDepartments } from "./departments/route";
import { GET as getOpenApi } from "./openapi.json/route";
import { GET as getOne } from "./targets/[code]/route";
import { GET as getTargets } from "./targets/route";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async () => {
  const { browser } = await import("@/testing/requests");
  return { getActor: async () => browser.actor };
});

const targetList = listSchema(targetSchema);

async function list(query = "") {
  const response = await getTargets(get(`/api/v1/targets${query}`));
  expect(response.status).toBe(200);
  return targetList.parse(await response.json());
}

async function one(code: string, query = "") {
  return getOne(get(`/api/v1/targets/${code}${query}`), routeOf({ code }));
}

beforeAll(loadSampleYear);
beforeEach(() => {
  browser.actor = VISITOR;
});

describe("GET /api/v1/targets", () => {
  it("returns every public target in the documented shape", async () => {
    const { data, nextCursor } = await list();
    expect(data).toHaveLength(31);
    expect(nextCursor).toBeNull();
  });

  it("returns a commitment as the page prints it", async () => {
    const { data } = await list("?q=NT-T02&asOf=2023-02-28");
    expect(data.find((target) => target.code === "NT-T02")).toEqual({
      code: "NT-T02",
      title: "大交通完成投资",
      owner: { slug: "transport", name: "市交通运输局" },
      supporting: [],
      responsiblePost: null,
      leaderInCharge: null,
      metric: { name: "大交通完成投资", unit: "亿元", unitEn: null, kind: "cumulative" },
      comparator: "equal",
      orBetter: true,
      tolerance: null,
      judging: "latest",
      targetValue: "402",
      upperValue: null,
      stretchValue: null,
      baseline: { value: "316.5", year: 2022, derived: true, origin: "derived", provisional: false },
      year: 2023,
      startOn: "2023-01-01",
      dueOn: "2023-12-31",
      publicationLagMonths: 0,
      periodAssumed: false,
      labels: [],
      state: "received",
      quote: { text: "计划完成投资402亿元,比上年增长27%左右", sourceId: "nantong-daily-321" },
      latest: null,
      completionRatio: null,
      expectedRatio: null,
      gapPoints: null,
      gapValue: null,
      judgedValue: null,
      light: "no-report",
      freshness: "not-expected",
      adjusted: false,
      original: null,
    });
  });

  it("returns English names for lang=en, and the printed quote in Chinese", async () => {
    const { data } = await list("?q=NT-T01&lang=en");
    expect(data[0]?.title).toBe("Key transport projects");
    expect(data[0]?.quote?.text).toContain("重点项目88个");
  });

  it("returns the English unit of a metric, in the list and alone", async () => {
    const { metric } = await db.target.findUniqueOrThrow({ where: { code: "NT-T04" }, include: { metric: true } });
    await db.metric.update({ where: { id: metric.id }, data: { unitEn: "organisations" } });
    const expected = { unit: "家", unitEn: "organisations" };
    expect((await list("?q=NT-T04")).data[0]?.metric).toMatchObject(expected);
    expect(targetDetailSchema.parse(await (await one("NT-T04")).json()).metric).toMatchObject(expected);
    await db.metric.update({ where: { id: metric.id }, data: { unitEn: null } });
  });

  it("pages through all targets once, in any sort order", async () => {
    for (const order of ["sort=urgency", "sort=gap&order=desc", "sort=code"]) {
      const codes: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list(
          `?limit=7&${order}${cursor === null ? "" : `&cursor=${cursor}`}`,
        );
        codes.push(...page.data.map((target) => target.code));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(codes).toHaveLength(31);
      expect(new Set(codes).size).toBe(31);
    }
  });

  it("filters by repeated and by comma-separated parameters", async () => {
    const transport = (await list("?department=transport")).data;
    expect(transport.map((target) => target.owner.slug)).toEqual(Array(5).fill("transport"));
    const both = await list("?department=transport,hitech");
    expect(both).toEqual(await list("?department=transport&department=hitech"));
    expect(both.data).toHaveLength(8);
    expect((await list("?light=unset")).data.map((target) => target.targetValue)).toEqual(Array(7).fill(null));
  });

  it("names each invalid parameter", async () => {
    const response = await getTargets(get("/api/v1/targets?limit=201&light=green&year=soon&foo=1&asOf=2023-02-30"));
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const problem = problemSchema.parse(await response.json());
    expect(problem.errors?.map((error) => error.name).sort()).toEqual(["asOf", "foo", "light", "limit", "year"]);
  });

  it("rejects an invalid cursor, a future day, a duplicate parameter and an invalid limit", async () => {
    for (const query of ["?cursor=abc", "?asOf=2023-10-01", "?limit=5&limit=6", "?limit=1e400", "?limit=NaN"]) {
      expect((await getTargets(get(`/api/v1/targets${query}`))).status).toBe(400);
    }
  });

  it("allows other origins, returns 304 for a known ETag and answers HEAD without a body", async () => {
    const first = await getTargets(get("/api/v1/targets"));
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("access-control-allow-credentials")).toBeNull();
    const etag = first.headers.get("etag") ?? "";
    const again = await getTargets(get("/api/v1/targets", { headers: { "if-none-match": etag } }));
    expect(again.status).toBe(304);
    const head = await getTargets(get("/api/v1/targets", { method: "HEAD" }));
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });
});

describe("GET /api/v1/targets/{code}", () => {
  it("adds readings, steps and revisions", async () => {
    const response = await one("NT-M04");
    const detail = targetDetailSchema.parse(await response.json());
    expect(detail.steps).toHaveLength(6);
    expect(detail.readings.at(-1)?.sample).toBe(true);
    expect(detail.readings.map((reading) => reading.completedSteps.length)).toEqual([1, 2, 3, 4]);
    expect(detail.latest).toEqual({ value: "4", asOf: detail.readings.at(-1)?.asOf, sample: true });
  });

  it("returns approved readings only, for every user", async () => {
    const target = await db.target.findUniqueOrThrow({ where: { code: "NT-T01" } });
    const before = targetDetailSchema.parse(await (await one("NT-T01")).json());
    await db.update.create({
      data: {
        targetId: target.id,
        asOf: new Date("2023-09-29T00:00:00Z"),
        value: "87",
        state: "submitted",
        authorId: "demo-transport-reporter",
        createdAt: new Date("2023-09-29T03:00:00Z"),
        submittedAt: new Date("2023-09-29T03:00:00Z"),
      },
    });
    for (const actor of [VISITOR, READER]) {
      browser.actor = actor;
      expect(targetDetailSchema.parse(await (await one("NT-T01")).json())).toEqual(before);
    }
  });

  it("returns internal targets only to users who may read them", async () => {
    await makeVisible("NT-T04", "internal");
    expect((await one("NT-T04")).status).toBe(404);
    expect((await list()).data).toHaveLength(30);
    browser.actor = READER;
    expect((await one("NT-T04")).status).toBe(200);
    expect((await list()).data).toHaveLength(31);
    await makeVisible("NT-T04", "public");
  });

  it("returns 404 as problem+json for an unknown code", async () => {
    const response = await one("' OR 1=1 --");
    expect(response.status).toBe(404);
    expect(problemSchema.parse(await response.json()).title).toBe("Not found");
  });

  it("follows the demo day of the visitor", async () => {
    browser.cookies.set("guatu-day", "2023-12-31");
    const later = targetDetailSchema.parse(await (await one("NT-T01")).json());
    browser.cookies.clear();
    const now = targetDetailSchema.parse(await (await one("NT-T01")).json());
    expect(later.readings.length).toBeGreaterThan(now.readings.length);
  });
});

describe("GET /api/v1/departments", () => {
  it("counts each department's targets by light", async () => {
    const response = await getDepartments(get("/api/v1/departments?lang=en"));
    const { data } = listSchema(departmentSchema).parse(await response.json());
    const commerce = data.find((department) => department.slug === "commerce");
    expect(commerce).toMatchObject({ name: "Commerce Bureau", parentSlug: "nantong", total: 11 });
    expect(data.reduce((sum, department) => sum + department.total, 0)).toBe(31);
  });
});

describe("GET /api/v1/openapi.json", () => {
  it("describes every endpoint, and every $ref resolves", async () => {
    const text = await (await getOpenApi(get("/api/v1/openapi.json"))).text();
    const document = JSON.parse(text) as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        "/api/v1/targets",
        "/api/v1/targets/{code}",
        "/api/v1/departments",
        "/api/health",
        "/targets/{code}/chart.png",
        "/comparison/chart.svg",
      ]),
    );
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? "");
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });
});
