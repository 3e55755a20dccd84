import { beforeAll, describe, expect, it } from "vitest";
import type { MetricEdit } from "@/lib/schemas/metric";
import { db } from "@/lib/server/db/client";
import { verifyChain } from "@/lib/server/events/verify";
import { listTargets } from "@/lib/server/targets/data";
import { exportColumns, exportRow } from "@/lib/server/targets/export-rows";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getMetric, listMetricsInUse } from "./data";
import { editMetric } from "./mutations";

beforeAll(loadPageAndPeople);

const admin = () => as("demo-administrator");

async function keyOf(code: string): Promise<string> {
  return (await db.target.findUniqueOrThrow({ where: { code }, include: { metric: true } })).metric.key;
}

/** The form data of the metric with these changes. */
async function anEdit(key: string, change: Partial<MetricEdit>): Promise<MetricEdit> {
  const metric = await getMetric(key, await admin());
  if (metric === null) throw new Error(`no metric ${key}`);
  const { name, definition, dataSource, unit, unitEn, kind, direction, precision, version } = metric;
  return {
    key,
    version,
    name: name["zh-CN"],
    nameEn: name.en,
    unit,
    unitEn,
    kind,
    direction,
    precision,
    definition: definition["zh-CN"],
    definitionEn: definition.en,
    dataSource: dataSource["zh-CN"],
    dataSourceEn: dataSource.en,
    ...change,
  };
}

async function edit(key: string, change: Partial<MetricEdit>) {
  return editMetric(await anEdit(key, change), await admin());
}

/** A draft target with a new metric. */
async function aDraft(code: string): Promise<string> {
  const key = `of-${code.toLowerCase()}`;
  await db.$executeRaw`
    INSERT INTO metric SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'key', ${key}::text))).*
    FROM metric m WHERE m.key = ${await keyOf("NT-T02")}`;
  const { id } = await db.metric.findUniqueOrThrow({ where: { key } });
  await db.$executeRaw`
    INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'code', ${code}::text,
      'metric_id', ${id}::text, 'state', 'draft'))).* FROM target t WHERE t.code = 'NT-T02'`;
  return key;
}

describe("metrics", () => {
  it("are listed with the number of their targets, for administrators only", async () => {
    const metrics = await listMetricsInUse(await admin());
    expect(metrics?.reduce((sum, metric) => sum + metric.targets, 0)).toBe(await db.target.count());
    expect(await listMetricsInUse(await as("demo-supervisor"))).toBeNull();
    expect(await getMetric(await keyOf("NT-T02"), await as("demo-supervisor"))).toBeNull();
    expect(await getMetric("none", await admin())).toBeNull();
  });

  it("can change name, definition and precision at any time, which updates search and audit", async () => {
    const key = await keyOf("NT-T02");
    const before = await getMetric(key, await admin());
    done(await edit(key, { name: "交通重点项目投资额", precision: 2, definition: "按形象进度计" }));
    expect(await getMetric(key, await admin())).toMatchObject({ precision: 2, version: 2 });
    const codes = async (q: string) => (await listTargets({ q }, await admin())).rows.map((row) => row.code);
    expect(await codes("交通重点项目投资额")).toEqual(await codes(before?.name.en ?? "-"));
    const event = await db.event.findFirstOrThrow({ where: { entity: "metric" } });
    expect(event).toMatchObject({
      action: "metric.edited",
      before: { name: before?.name["zh-CN"], precision: before?.precision },
      after: { key, name: "交通重点项目投资额", precision: 2, definition: "按形象进度计" },
    });
    expect(await edit(key, {})).toMatchObject({ error: { errors: { form: "nothing-changed" } } });
    expect((await verifyChain(db)).brokenAt).toBeNull();
  });

  it("can get an English unit at any time, which lists print in English", async () => {
    const key = await keyOf("NT-T04");
    done(await edit(key, { unitEn: "bodies" }));
    const printedIn = async (lang: "en" | "zh-CN") => {
      const { rows } = await listTargets({ q: "NT-T04" }, await admin());
      const cells = rows.map((row) => exportRow(row, lang))[0] ?? [];
      const at = (column: string) => cells[exportColumns(lang).findIndex((one) => one.key === column)];
      return [at("unit"), at("promise")];
    };
    expect(await printedIn("en")).toEqual(["bodies", "891 bodies"]);
    expect(await printedIn("zh-CN")).toEqual(["家", "891家"]);
    const event = await db.event.findFirstOrThrow({ where: { entity: "metric" }, orderBy: { sequence: "desc" } });
    expect(event).toMatchObject({ before: { unitEn: null }, after: { unitEn: "bodies" } });
    done(await edit(key, { unitEn: null }));
    expect(await printedIn("en")).toEqual(["organisations", "891"]);
  });

  it("cannot change their meaning once targets are issued, even outside the application", async () => {
    const key = await keyOf("NT-T02");
    const refused = (errors: object) => ({ ok: false, error: { kind: "invalid", errors } });
    expect(await edit(key, { unit: "万元" })).toEqual(refused({ unit: "metric-in-use" }));
    expect(await edit(key, { unit: "亿美元", kind: "level", direction: "decrease" })).toEqual(
      refused({ kind: "metric-in-use", direction: "metric-in-use", unit: "metric-in-use" }),
    );
    await expect(db.metric.update({ where: { key }, data: { kind: "level" } })).rejects.toThrow(
      /its kind and direction/,
    );
    const counted = await db.metric.findFirstOrThrow({ where: { unit: "家", targets: { some: {} } } });
    done(await edit(counted.key, { unit: "个" }));
  });

  it("can change their meaning while all targets are drafts, which rebuilds standings", async () => {
    const key = await aDraft("MET-1");
    done(await edit(key, { kind: "level", unit: "万元", direction: "decrease" }));
    const standing = await db.targetStanding.findFirstOrThrow({ where: { target: { code: "MET-1" } } });
    expect(standing.light).toBe("unset");
    expect(await edit(key, { kind: "milestone" })).toMatchObject({
      error: { errors: { kind: "metric-has-drafts" } },
    });
  });

  it("reject a stale edit", async () => {
    const key = await keyOf("NT-T04");
    const [first, second] = [await anEdit(key, { definition: "甲" }), await anEdit(key, { definition: "乙" })];
    const outcomes = await Promise.all([editMetric(first, await admin()), editMetric(second, await admin())]);
    const refused = outcomes.filter((outcome) => !outcome.ok);
    expect(refused).toMatchObject([{ error: { kind: "conflict", why: "changed", by: expect.any(String) } }]);
    const won = outcomes[0]?.ok ? "甲" : "乙";
    expect((await getMetric(key, await admin()))?.definition["zh-CN"]).toBe(won);
  });
});
