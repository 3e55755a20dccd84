import { beforeAll, expect, it } from "vitest";
import { targetDetailJson } from "@/lib/http/api/target-json";
import { db } from "@/lib/server/db/client";
import { targetChartModel } from "@/lib/server/targets/chart";
import { getTarget } from "@/lib/server/targets/detail";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { approveUpdate } from "./decisions";
import { getReportForm } from "./form";
import { saveDraft, submitUpdate } from "./mutations";

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
