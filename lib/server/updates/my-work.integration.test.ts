import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { MY_LISTS } from "@/lib/views/update";
import { loadSampleYear } from "@/testing/sample-year";
import { getReportForm } from "./form";
import { listMyWork } from "./my-work";
import { previewReport } from "./preview";
import { listReviewQueue } from "./review-queue";

beforeAll(loadSampleYear);

async function as(userId: string, day = "2023-09-30"): Promise<Context> {
  return { actor: (await getActorOfUser(userId)) ?? VISITOR, clock: clockOn(isoDate(day)) };
}

it("gives a reporter the targets of the own department, awaited ones apart", async () => {
  const work = await listMyWork(await as("demo-transport-reporter", "2023-10-09"));
  expect(work?.toReport.map((row) => row.code)).toContain("NT-T02");
  // Sent in the first days of October, and not decided yet.
  expect(work?.waiting.map((row) => [row.code, row.waiting[0]?.day])).toContainEqual(["NT-T02b", "2023-09-30"]);
  const rows = MY_LISTS.flatMap((list) => work?.[list] ?? []);
  expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  expect(new Set(rows.map((row) => row.owner.slug))).toEqual(new Set(["transport"]));
});

it("gives a reviewer what waits on the day, with the light before and after", async () => {
  const queue = await listReviewQueue(await as("demo-commerce-reviewer"));
  expect(queue?.waiting.map(({ update, mayDecide }) => [update.target.code, mayDecide])).toEqual([["NT-T04", true]]);
  expect([queue?.waiting[0]?.value?.toString(), queue?.waiting[0]?.previous?.toString()]).toEqual(["560", "489"]);
  expect([queue?.waiting[0]?.before, queue?.waiting[0]?.after]).toEqual(["behind", "behind"]);
  expect(await listReviewQueue(await as("demo-commerce-reviewer", "2023-02-01"))).toEqual({
    waiting: [],
    total: 0,
    next: null,
  });
});

it("gives neither to those who have no such desk", async () => {
  for (const user of ["demo-supervisor", "demo-administrator", "demo-reader", "nobody"]) {
    expect([await listMyWork(await as(user)), await listReviewQueue(await as(user))]).toEqual([null, null]);
  }
});

it("starts the form at the day due, and shows the light a value would give", async () => {
  const reporter = await as("demo-transport-reporter", "2023-10-09");
  const form = await getReportForm("NT-T02", {}, reporter);
  expect([form?.input.asOf, form?.input.value, form?.isCorrection]).toEqual(["2023-09-30", "", false]);
  const input = { requestKey: "preview-1", asOf: "2023-09-30" };
  const preview = (value: string, who = reporter) => previewReport("NT-T02", { ...input, value }, "zh-CN", who);
  expect(await preview("402")).toMatchObject({ light: "achieved", completionRatio: 1, outliers: ["off-trend"] });
  expect(await preview("100")).toMatchObject({ light: "far-behind", outliers: ["decrease", "off-trend"] });
  expect((await preview("410"))?.outliers).toContain("over-promise");
  expect((await preview("402"))?.trend?.added?.label).toBe("402亿元");
  expect(await preview("")).toBeNull();
  expect(await preview("1", await as("demo-science-reporter"))).toBeNull();
  expect([form?.missedDays, form?.lastTexts === null]).toEqual([["2023-09-30"], false]);
  expect(await getReportForm("NT-T02", {}, await as("demo-supervisor"))).toBeNull();
  // Any 36 characters are no id.
  expect(await getReportForm("NT-T02", { draft: "-".repeat(36) }, reporter)).toBeNull();
});
