import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { listSlipProposals } from "@/lib/server/supervision/slips";
import { listMyWork } from "@/lib/server/updates/my-work";
import { loadYearAndPeople } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { getTarget } from "./detail";
import { reviseTarget } from "./revisions";

/** Monthly; its report for August is the late one of the sample year at the end of September. */
const CODE = "NT-T08";

const WHY = { reason: "published later", authority: "No. 12" };

beforeAll(loadYearAndPeople, 120_000);

async function setReporting(data: { publicationLagMonths: number; cutOffWorkingDays?: number }): Promise<void> {
  const input = Object.fromEntries(Object.entries(data).map(([field, number]) => [field, String(number)]));
  done(await reviseTarget(CODE, { ...WHY, ...input }, await as("demo-supervisor", "2023-09-20")));
}

/** Freshness, the desk of its reporter and the slip proposed for a late report. */
async function seenOn(day: string) {
  const supervisor = await as("demo-supervisor", day);
  const target = await getTarget(CODE, supervisor);
  const desk = await listMyWork(await as(`demo-${target?.owner.slug}-reporter`, day));
  const { shown } = await listSlipProposals({ skip: 0, take: 1000 }, supervisor);
  return {
    freshness: target?.standing.freshness,
    next: [target?.standing.nextReportOpensOn, target?.standing.nextReportDueOn],
    isOnDesk: desk?.toReport.some(({ code }) => code === CODE),
    slipFor: shown.find(({ row, rule }) => row.code === CODE && rule.condition === "report-late")?.periodEnd ?? null,
  };
}

it("moves a late report into the month after: current, on no desk, and without a slip", async () => {
  const late = { freshness: "late", next: ["2023-09-01", "2023-09-12"], isOnDesk: true, slipFor: "2023-08-31" };
  expect(await seenOn("2023-09-30")).toEqual(late);
  await setReporting({ publicationLagMonths: 1 });
  const moved = { freshness: "current", next: ["2023-10-01", "2023-10-16"], isOnDesk: false, slipFor: null };
  expect(await seenOn("2023-09-30")).toEqual(moved);
  expect(await seenOn("2023-10-01")).toEqual({ ...moved, freshness: "due", isOnDesk: true });
});

it("names in a slip the period of the figure, not the month in which its report fell due", async () => {
  await setReporting({ publicationLagMonths: 1, cutOffWorkingDays: 0 });
  expect(await seenOn("2023-10-04")).toEqual({
    freshness: "late",
    next: ["2023-10-01", "2023-09-30"],
    isOnDesk: true,
    slipFor: "2023-08-31",
  });
});

it("is limited by the database to regular calendars and two years", async () => {
  const where = { code: CODE };
  const tooLong = db.target.update({ where, data: { publicationLagMonths: 25 } });
  await expect(tooLong).rejects.toThrow(/target_publication_lag/);
  const irregular = db.target.update({ where, data: { calendar: "none", publicationLagMonths: 1 } });
  await expect(irregular).rejects.toThrow(/target_lag_of_regular_calendar/);
});
