import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { targetDetailJson } from "@/lib/http/api/target-json";
import { collectFacts } from "@/lib/server/bulletins/facts";
import { db } from "@/lib/server/db/client";
import { targetChartModel } from "@/lib/server/targets/chart";
import { listTargets } from "@/lib/server/targets/data";
import { getTarget } from "@/lib/server/targets/detail";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { formatReported } from "@/lib/wording/format-latest";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { approveUpdate } from "./decisions";
import { getReportForm } from "./form";
import { saveDraft, submitUpdate } from "./mutations";
import { listQuickEntries } from "./quick-entry";

const RANK = "NT-T03";

beforeAll(loadPageAndPeople);

async function report(asOf: string, value: string, peers: string) {
  const input = { requestKey: crypto.randomUUID(), asOf, value, peers, note: "省厅通报" };
  const sent = done(await submitUpdate(RANK, input, await as("demo-transport-reporter")));
  done(await approveUpdate({ updateId: sent.updateId, version: sent.version }, await as("demo-transport-reviewer")));
  return sent;
}

it("stores the number of places and shows it with the change of place", async () => {
  const { updateId } = await report("2023-03-31", "5", "13");
  await report("2023-06-30", "3", "14");
  const context = await as("demo-supervisor");
  const target = await getTarget(RANK, context);
  if (target === null) throw new Error("no target");
  expect(targetDetailJson(target, "en").readings.map(({ value, peers }) => [value, peers])).toEqual([
    ["5", 13],
    ["3", 14],
  ]);
  const { table, description } = targetChartModel(target, context.clock, "zh-CN");
  const cells = table.rows.map((row) => row.cells.map(({ text }) => text).join(" "));
  expect(cells.find((row) => row.startsWith("2023年6月30日"))).toMatch(/第3位（共14个）.*较上次上升2位/);
  expect(description).toContain("第3位（共14个）");
  const changed = db.update.update({ where: { id: updateId }, data: { peers: 20 } });
  await expect(changed).rejects.toThrow(/a submitted update cannot be changed/);
});

it("restores the number of places of a draft, and asks for it again in a new report", async () => {
  const reporter = await as("demo-transport-reporter");
  expect((await getReportForm(RANK, {}, reporter))?.input.peers).toBe("");
  const input = { requestKey: crypto.randomUUID(), asOf: "2023-09-30", value: "2", peers: "13" };
  const { updateId } = done(await saveDraft(RANK, input, reporter));
  expect((await getReportForm(RANK, { draft: updateId }, reporter))?.input.peers).toBe("13");
});

it("shows the number of places in lists, bulletins and the quick entry", async () => {
  const context = await as("demo-supervisor");
  const { rows } = await listTargets({ q: RANK, limit: 20 }, context);
  expect(rows.map((row) => formatReported(row, "zh-CN"))).toEqual(["第3位（共14个）"]);
  const { facts } = await collectFacts({ month: isoDate("2023-09-01"), departments: ["transport"] }, context);
  expect(facts.rows.find(({ code }) => code === RANK)?.valueText).toEqual({
    "zh-CN": "第3位（共14个）",
    en: "3rd of 14",
  });
  const work = await listQuickEntries(await as("demo-transport-reporter", "2023-10-20"));
  expect(work?.entries.find(({ row }) => row.code === RANK)?.previous).toMatchObject({ peers: 14 });
});

describe("a rank within the first third", () => {
  const share = { comparator: "first-third", reason: "任务书修订", authority: "督查〔2023〕9号" };

  it("is revised from a place to a share, whose figure is removed, and judged by the places of the report", async () => {
    const context = await as("demo-supervisor");
    done(await reviseTarget(RANK, share, context));
    const target = await getTarget(RANK, context);
    expect(target?.terms).toMatchObject({ comparator: "first-third", value: null });
    expect(target?.standing).toMatchObject({ light: "on-track", reason: "not-a-percentage" });
    expect(target?.standing.gapValue?.toNumber()).toBe(2);
    expect(target && targetDetailJson(target, "en")).toMatchObject({ comparator: "first-third", targetValue: null });
    const description = target && targetChartModel(target, context.clock, "zh-CN").description;
    expect(description).toContain("2023年目标位次在前三分之一");
  });

  it("cannot have a figure, and belongs to a rank only", async () => {
    const figure = db.target.update({ where: { code: RANK }, data: { value: 2 } });
    await expect(figure).rejects.toThrow(/target_share_without_figure/);
    const total = db.target.update({ where: { code: "NT-T01" }, data: { comparator: "first-third", value: null } });
    await expect(total).rejects.toThrow(/belongs to a rank only|target_received_needs_value|cannot be received/);
  });

  it("has no light by a report without the number of places, but says why", async () => {
    const { updateId } = await report("2023-08-31", "1", "");
    const context = await as("demo-supervisor");
    const target = await getTarget(RANK, context);
    expect(target?.standing).toMatchObject({ light: "no-report", reason: "no-peers" });
    expect(target?.standing.latest).toMatchObject({ updateId });
  });
});
