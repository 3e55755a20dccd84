// Reports that a reporter has started or submitted: continued, not started twice.
import { beforeAll, describe, expect, it } from "vitest";
import type { UpdateInput } from "@/lib/schemas/update";
import { db } from "@/lib/server/db/client";
import { MY_LISTS } from "@/lib/views/update";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { approveUpdate, returnUpdate } from "./decisions";
import { getReportForm } from "./form";
import { saveDraft, submitUpdate } from "./mutations";
import { listMyWork } from "./my-work";
import { listQuickEntries } from "./quick-entry";
import { withdrawUpdate } from "./take-back";

const DAY = "2023-10-09";
const reporter = () => as("demo-transport-reporter", DAY);
const reviewer = () => as("demo-transport-reviewer", DAY);

beforeAll(loadPageAndPeople, 60_000);

function anInput(asOf: string, change: Partial<UpdateInput> = {}): UpdateInput {
  return { requestKey: crypto.randomUUID(), asOf, value: "300", note: "as counted", ...change };
}

async function rowOf(code: string) {
  const work = await listMyWork(await reporter());
  const isHere = (row: { code: string }) => row.code === code;
  return { awaited: work?.toReport.find(isHere), waits: work?.waiting.find(isHere), back: work?.returned.find(isHere) };
}

describe("a draft", () => {
  it("can be continued from the desk, the report page and the entry screen", async () => {
    const { updateId } = done(await saveDraft("NT-T02", anInput("2023-09-30"), await reporter()));
    expect((await rowOf("NT-T02")).awaited?.drafts.map(({ id }) => id)).toEqual([updateId]);
    const form = await getReportForm("NT-T02", {}, await reporter());
    expect(form?.input).toMatchObject({ updateId, version: 1, value: "300" });
    const entries = await listQuickEntries(await reporter());
    expect(entries?.entries.find(({ row }) => row.code === "NT-T02")?.input.updateId).toBe(updateId);
  });

  it("is unique per user, target and period", async () => {
    const second = await saveDraft("NT-T02", anInput("2023-09-29"), await reporter());
    expect(second).toMatchObject({ ok: false, error: { kind: "conflict", why: "draft-exists" } });
    const both = await Promise.all([
      saveDraft("NT-T02", anInput("2023-05-31"), await reporter()),
      saveDraft("NT-T02", anInput("2023-05-31"), await reporter()),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    // Moving a draft into the period of another is rejected too.
    const moved = both.find((one) => one.ok);
    const again = { ...(moved?.ok ? moved.value : {}), ...anInput("2023-09-30") };
    expect(await saveDraft("NT-T02", again, await reporter())).toMatchObject({ error: { why: "draft-exists" } });
    expect(await db.update.count({ where: { state: "draft", target: { code: "NT-T02" } } })).toBe(2);
  });
});

describe("a report that waits for review", () => {
  it("is no longer due, and its sender sees it as submitted", async () => {
    expect((await rowOf("NT-T01")).awaited).toMatchObject({ waiting: [] });
    const sent = done(await submitUpdate("NT-T01", anInput("2023-09-30"), await reporter()));
    const { awaited, waits } = await rowOf("NT-T01");
    expect(awaited).toBeUndefined();
    expect(waits?.waiting.map(({ id, isOwn }) => [id, isOwn])).toEqual([[sent.updateId, true]]);
    const entries = await listQuickEntries(await reporter());
    expect(entries?.entries.map(({ row }) => row.code)).not.toContain("NT-T01");
    expect(entries?.waiting).toBe(1);
    expect((await getReportForm("NT-T01", {}, await reporter()))?.waiting).toMatchObject({
      asOf: "2023-09-30",
      isOwn: true,
    });
    const again = await submitUpdate("NT-T01", anInput("2023-09-30"), await reporter());
    expect(again).toMatchObject({ error: { kind: "conflict", why: "already-waiting", isOwn: true } });
    const edited = await saveDraft("NT-T01", { ...anInput("2023-09-30"), ...sent }, await reporter());
    expect(edited).toMatchObject({ error: { kind: "conflict", why: "already-waiting", isOwn: true } });
  });

  it("is visible to colleagues too, and due again once it is returned", async () => {
    const department = await db.department.findUniqueOrThrow({ where: { slug: "transport" } });
    await db.membership.create({
      data: { userId: "demo-science-reporter", departmentId: department.id, role: "reporter" },
    });
    const colleague = () => as("demo-science-reporter", DAY);
    const work = await listMyWork(await colleague());
    expect(work?.waiting.map(({ code, waiting }) => [code, waiting[0]?.isOwn])).toEqual([["NT-T01", false]]);
    expect(MY_LISTS.flatMap((list) => work?.[list].flatMap((row) => row.drafts))).toEqual([]);
    const theirs = await submitUpdate("NT-T01", anInput("2023-09-30"), await colleague());
    expect(theirs).toMatchObject({ error: { why: "already-waiting", isOwn: false } });
    const waiting = await db.update.findFirstOrThrow({ where: { state: "submitted" } });
    const decision = { updateId: waiting.id, version: waiting.version };
    done(await returnUpdate({ ...decision, reason: "recount" }, await reviewer()));
    const back = await rowOf("NT-T01");
    expect(back.back?.unanswered.map(({ returnReason }) => returnReason)).toEqual(["recount"]);
    expect(back.awaited).toBeUndefined();
    const edited = { ...anInput("2023-09-30"), ...decision };
    expect(await saveDraft("NT-T01", edited, await reporter())).toMatchObject({
      error: { why: "changed", isOwn: true },
    });
  });

  it("of an earlier day does not count for the current period", async () => {
    const sent = done(await submitUpdate("NT-T01", anInput("2023-04-15"), await reporter()));
    expect((await rowOf("NT-T01")).back?.waiting.map(({ day }) => day)).toEqual(["2023-04-15"]);
    done(await approveUpdate(sent, await reviewer()));
    expect((await rowOf("NT-T01")).back?.waiting).toEqual([]);
  });
});

describe("a withdrawn report", () => {
  it("moves back to what is to be done, until its day is reported again", async () => {
    const input = anInput("2023-09-30");
    const code = "NT-T02b";
    const isHere = (row: { code: string }) => row.code === code;
    const read = async () => await listMyWork(await reporter());
    const sent = done(await submitUpdate(code, input, await reporter()));
    expect((await read())?.waiting.some(isHere)).toBe(true);
    done(await withdrawUpdate(sent, await reporter()));
    expect((await read())?.toReport.find(isHere)?.unanswered.map(({ id, state }) => [id, state])).toEqual([
      [sent.updateId, "withdrawn"],
    ]);
    done(await submitUpdate(code, { ...input, requestKey: crypto.randomUUID() }, await reporter()));
    expect((await read())?.waiting.find(isHere)?.unanswered).toEqual([]);
  });
});
