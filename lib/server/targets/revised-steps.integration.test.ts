// Steps of an issued milestone that are added and removed: earlier days keep the steps that were in force then.
import { beforeAll, expect, it } from "vitest";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { targetDetailJson } from "@/lib/http/api/target-json";
import { parseDueReportsView } from "@/lib/schemas/due-reports-view";
import { db } from "@/lib/server/db/client";
import { createRequest, decideRequest } from "@/lib/server/requests/mutations";
import { listDueReports } from "@/lib/server/supervision/report-matrix";
import { loadYearAndPeople } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { targetChartModel } from "./chart";
import { getTarget } from "./detail";
import { getDueDay, queryDue } from "./falling-due";
import { getRevisionForm } from "./revision-form";
import { reviseTarget } from "./revisions";

const CODE = "NT-M03";
const WHY = { reason: "实施方案调整", authority: "通政督〔2023〕12号" };
const REVISED_ON = "2023-09-20";
const YEAR = [isoDate("2023-01-01"), isoDate("2024-12-31")] as const;

beforeAll(loadYearAndPeople, 120_000);

async function seenOn(day: string) {
  const context = await as("demo-supervisor", day);
  const target = await getTarget(CODE, context);
  if (target === null) throw new Error(`${CODE} is gone`);
  const due = await queryDue({ q: CODE }, YEAR, null, context);
  const month = parseDueReportsView({ month: day.slice(0, 7) });
  const reports = month && (await listDueReports({ ...month, take: 500 }, context));
  return {
    terms: target.terms,
    standing: target.standing,
    steps: target.steps,
    json: targetDetailJson(target, "zh-CN"),
    chart: targetChartModel(target, context.clock, "zh-CN"),
    due: due.map((row) => getDueDay(row)),
    reports,
  };
}

const revise = async (day: string, input: Parameters<typeof reviseTarget>[1]) =>
  reviseTarget(CODE, { ...WHY, ...input }, await as("demo-supervisor", day));

const keysOn = async (day: string) => (await seenOn(day)).steps.map(({ key }) => key);

const ADDED = {
  removedSteps: ["matching"],
  addedSteps: { "steps.0.plannedOn": "2023-11-20", "steps.0.title": "供需对接大会", "steps.0.weight": "4" },
};

it("leaves light, table, chart, due days and reports of every earlier day unchanged", async () => {
  const days = Array.from({ length: 18 }, (_, week) => addDays(isoDate(REVISED_ON), -1 - 14 * week)).toReversed();
  const before = new Map<string, Awaited<ReturnType<typeof seenOn>>>();
  for (const day of days) before.set(day, await seenOn(day));
  done(await revise(REVISED_ON, ADDED));
  for (const day of days) expect(await seenOn(day), day).toEqual(before.get(day));
  const now = await seenOn(REVISED_ON);
  expect(now.steps.map(({ key, plannedOn, printed }) => [key, plannedOn, printed])).toEqual([
    ["tasks", "2023-03-31", false],
    ["register", "2023-05-31", false],
    ["policies", "2023-08-31", false],
    ["step-1", "2023-11-20", false],
    ["review", "2023-12-15", false],
  ]);
  expect(now.standing.adjusted).toBe(true);
  expect(now.due.map((one) => one.step?.["zh-CN"])).toContain("供需对接大会");
  expect(now.due.map((one) => one.step?.["zh-CN"])).not.toContain("组织供需对接活动");
  expect(JSON.stringify(now.chart)).toContain("供需对接大会");
});

it("records both lists with their titles in history and audit", async () => {
  const { before, after, targetId } = await db.revision.findFirstOrThrow({ where: { target: { code: CODE } } });
  expect(after).toMatchObject({
    steps: [{}, {}, {}, { key: "step-1", plannedOn: "2023-11-20", weight: 4, title: "供需对接大会" }, {}],
  });
  expect(before).toMatchObject({ steps: [{}, {}, {}, { key: "matching", title: "组织供需对接活动" }, {}] });
  const event = await db.event.findFirstOrThrow({ where: { action: "target.revised", entityId: targetId } });
  expect([event.before, event.after]).toMatchObject([before, after as object]);
});

it("does not remove a step that a report states as completed, and gives a new step a new key", async () => {
  const form = await getRevisionForm(CODE, undefined, await as("demo-supervisor", "2023-09-21"));
  expect(form?.reportedSteps).toContain("tasks");
  expect(await revise("2023-09-21", { removedSteps: ["tasks"] })).toEqual({
    ok: false,
    error: { kind: "invalid", errors: { "step:tasks": "step-reported" } },
  });
  const added = { "steps.0.plannedOn": "2023-10-15", "steps.0.title": "中期检查" };
  done(await revise("2023-09-22", { removedSteps: ["step-1"], addedSteps: added }));
  expect(await keysOn("2023-09-21")).toContain("step-1");
  expect(await keysOn("2023-09-22")).toEqual(["tasks", "register", "policies", "step-2", "review"]);
});

it("keeps a step that was added after a department requested others", async () => {
  const owner = await as("demo-science-reporter", "2023-09-23");
  const input = {
    ...WHY,
    removedSteps: ["review"],
    addedSteps: { "steps.0.plannedOn": "2023-12-20", "steps.0.title": "总结" },
  };
  const { requestId, version } = done(await createRequest(CODE, { kind: "revision", input }, owner));
  const between = { "steps.0.plannedOn": "2023-11-01", "steps.0.title": "督查" };
  done(await revise("2023-09-24", { addedSteps: between }));
  const decision = { requestId, version, decision: "approve", note: "" } as const;
  done(await decideRequest(decision, await as("demo-supervisor", "2023-09-25")));
  const { steps } = await seenOn("2023-09-25");
  expect(steps.map(({ key, title }) => [key, title])).toEqual([
    ["tasks", "印发年度任务清单"],
    ["register", "建立服务机构名录"],
    ["policies", "兑现扶持政策"],
    ["step-2", "中期检查"],
    ["step-3", "督查"],
    ["step-4", "总结"],
  ]);
});

it("is changed by the database only with a revision", async () => {
  const { id } = await db.target.findUniqueOrThrow({ where: { code: "NT-M05" } });
  const data = {
    targetId: id,
    key: "x",
    order: 9,
    title: "x",
    titleEn: "x",
    weight: 1,
    plannedOn: new Date("2023-12-01"),
  };
  await expect(db.milestoneStep.create({ data })).rejects.toThrow(/change only with a revision/);
});
