import { beforeAll, expect, test } from "vitest";
import { readNewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { listMetrics } from "@/lib/server/metrics/data";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { carryOverTarget } from "./carry-over";
import { createTarget } from "./create";
import { getTarget } from "./detail";
import { transitionTarget } from "./life-cycle";

const FORM = {
  code: "2023-X01",
  title: "新增示范园区",
  titleEn: "New model parks",
  owner: "commerce",
  metric: "",
  "metric.name": "示范园区数",
  "metric.nameEn": "Model parks",
  "metric.unit": "个",
  "metric.kind": "cumulative",
  "metric.direction": "increase",
  "metric.precision": "0",
  comparator: "at-least",
  value: "12",
  planShape: "linear",
  startOn: "2023-01-01",
  dueOn: "2023-12-31",
  calendar: "quarterly",
  visibility: "internal",
};

beforeAll(loadPageAndPeople, 60_000);

async function create(change: Record<string, string>, context?: Context) {
  const metrics = new Map((await listMetrics()).map((one) => [one.key, one]));
  const read = readNewTarget({ ...FORM, ...change }, (key) => metrics.get(key));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return createTarget(read.target, context ?? (await as("demo-supervisor")));
}

test("a draft with a new metric is created, listed, issued, and recorded in the audit", async () => {
  const context = await as("demo-supervisor");
  const { code } = done(await create({}));
  const target = await getTarget(code, context);
  expect(target).toMatchObject({ visibility: "internal", metric: { unit: "个" }, terms: { state: "draft" } });
  expect(target?.standing.light).toBe("unset");
  const step = { step: "issue", authority: "通政发〔2023〕9号", note: "", receiveWithinDays: 3 } as const;
  done(await transitionTarget(code, step, context));
  expect((await getTarget(code, context))?.standing.light).toBe("not-started");
  const actions = await db.event.findMany({ where: { entityId: target?.id }, orderBy: { sequence: "asc" } });
  expect(actions.map((event) => event.action)).toEqual(["target.created", "target.issued"]);
});

test("a new metric has its English unit, or none", async () => {
  const context = await as("demo-supervisor");
  const unitOf = async (code: string) => (await getTarget(code, context))?.metric.unitEn;
  done(await create({ code: "2023-X91", "metric.unit": "所", "metric.unitEn": " schools " }));
  done(await create({ code: "2023-X92", "metric.unit": "所", "metric.unitEn": " " }));
  expect([await unitOf("2023-X91"), await unitOf("2023-X92")]).toEqual(["schools", null]);
});

test("a code is unique", async () => {
  done(await create({ code: "2023-X02" }));
  expect(await create({ code: "2023-X02" })).toEqual({
    ok: false,
    error: { kind: "invalid", errors: { code: "already-there" } },
  });
});

test.each(["demo-administrator", "demo-commerce-reporter", "demo-reader"])("%s may not create", async (who) => {
  expect(await create({ code: "2023-X03" }, await as(who))).toEqual({ ok: false, error: { kind: "forbidden" } });
  expect(await db.target.count({ where: { code: "2023-X03" } })).toBe(0);
});

async function approved(code: string, asOf: string, value: string, day: string): Promise<void> {
  const input = { requestKey: crypto.randomUUID(), asOf, value, note: "as counted" };
  const sent = done(await submitUpdate(code, input, await as("demo-transport-reporter", day)));
  done(await approveUpdate(sent, await as("demo-transport-reviewer", day)));
}

test("the code of a withdrawn draft can be used again, that of an issued target cannot", async () => {
  const office = await as("demo-supervisor");
  const code = "2023-X10";
  const withdraw = { step: "withdraw", authority: "", note: "typed twice", receiveWithinDays: 3 } as const;
  const { code: first } = done(await create({ code }));
  const { id } = await db.target.findUniqueOrThrow({ where: { code: first } });
  done(await transitionTarget(code, withdraw, office));
  done(await create({ code, title: "另一项" }));
  expect((await db.target.findUniqueOrThrow({ where: { id } })).code).toBe("2023-X10~1");
  expect((await getTarget(code, office))?.title["zh-CN"]).toBe("另一项");
  const event = await db.event.findFirstOrThrow({ where: { entityId: id, action: "target.code-released" } });
  expect([event.before, event.after]).toEqual([{ code }, { code: "2023-X10~1" }]);
  done(await transitionTarget(code, { ...withdraw, step: "issue" }, office));
  done(await transitionTarget(code, { ...withdraw, authority: "x" }, office));
  expect(await create({ code })).toMatchObject({ error: { errors: { code: "already-there" } } });
});

test("leaves the baseline empty, with a note, when the latest value is from before the end of the year", async () => {
  await approved("NT-T01", "2023-01-31", "31", "2023-02-05");
  const context = await as("demo-supervisor", "2023-12-20");
  done(await carryOverTarget({ code: "NT-T01", newCode: "2024-T01", value: "" }, context));
  const draft = await getTarget("2024-T01", context);
  expect(draft?.terms.baseline).toBeNull();
  expect(draft?.baselineNote).toEqual({
    "zh-CN": "基期值未定：NT-T01的最新值截至2023-01-31，不是年末值。",
    en: "No baseline: the latest value of NT-T01 is as of 2023-01-31, not the end of the year.",
  });
});

test("next year's draft has the same metric, a year later, with the year's end value as its baseline", async () => {
  await approved("NT-T02", "2023-12-31", "390", "2024-01-05");
  const context = await as("demo-supervisor", "2024-01-08");
  done(await carryOverTarget({ code: "NT-T02", newCode: "2024-T02", value: "" }, context));
  const [before, after] = [await getTarget("NT-T02", context), await getTarget("2024-T02", context)];
  expect(after?.metric).toEqual(before?.metric);
  expect(after?.terms).toMatchObject({ state: "draft", value: null, startOn: "2024-01-01", dueOn: "2024-12-31" });
  expect(after?.terms.baseline).toMatchObject({ year: 2023, origin: "derived" });
  expect(after?.terms.baseline?.value.toFixed()).toBe("390");
  expect(await carryOverTarget({ code: "NT-T02", newCode: "NT-T01", value: "" }, context)).toMatchObject({
    error: { errors: { newCode: "already-there" } },
  });
});

test("a printed period is not printed a year later, and a closed department cannot own a new target", async () => {
  const context = await as("demo-supervisor");
  const printed = await db.target.findFirstOrThrow({
    where: { periodPrinted: true, state: "received" },
    include: { owner: true },
  });
  const ask = { code: printed.code, value: "" };
  done(await carryOverTarget({ ...ask, newCode: "2024-X05" }, context));
  const draft = await db.target.findUniqueOrThrow({ where: { code: "2024-X05" } });
  expect([draft.quoteId, draft.periodPrinted]).toEqual([null, false]);

  await db.department.update({ where: { id: printed.ownerId }, data: { closedOn: new Date("2023-09-01") } });
  expect(await carryOverTarget({ ...ask, newCode: "2024-X06" }, context)).toEqual({
    ok: false,
    error: { kind: "invalid", errors: { form: "owner-closed" } },
  });
  expect(await create({ code: "2024-X07", owner: printed.owner.slug })).toEqual({
    ok: false,
    error: { kind: "invalid", errors: { owner: "unknown" } },
  });
  await db.department.update({ where: { id: printed.ownerId }, data: { closedOn: null } });
});
