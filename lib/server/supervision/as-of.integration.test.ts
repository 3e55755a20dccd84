// Earlier days still show requests, instructions, slips and reports as they were, whatever happened since.
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { changeRules } from "@/lib/server/admin/rules";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { getPendingTasks } from "@/lib/server/departments/pending-tasks";
import { listInstructionsOn } from "@/lib/server/instructions/data";
import { judgeInstruction, replyToInstruction, sendInstruction } from "@/lib/server/instructions/mutations";
import { listRequestsOn } from "@/lib/server/requests/data";
import { createRequest, decideRequest } from "@/lib/server/requests/mutations";
import { getTarget } from "@/lib/server/targets/detail";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { listMyWork } from "@/lib/server/updates/my-work";
import { listReviewQueue } from "@/lib/server/updates/review-queue";
import { MY_LISTS } from "@/lib/views/update";
import { changedRules } from "@/testing/changed-rules";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getSupervision } from "./data";

const [THEN, NOW] = ["2023-09-19", "2023-09-20"];
const WHY = { reason: "职能划转", authority: "通编办〔2023〕8号" };

beforeAll(loadPageAndPeople, 60_000);

async function back(who: string, day = THEN): Promise<Context> {
  return { ...(await as(who, day)), clock: clockOn(isoDate(day), true) };
}

async function targetOn(code: string, day: string, who = "demo-supervisor") {
  const target = await getTarget(code, await as(who, day));
  if (target === null) throw new Error(`${code} is not there on ${day}`);
  return target;
}

describe("slips", () => {
  it("are proposed on an earlier day as they were then", async () => {
    const proposed = async (day: string) =>
      (await getSupervision(await back("demo-supervisor", day)))?.late.find((one) => one.row.code === "NT-T01")
        ?.proposal?.rule.key;
    const before = await proposed(THEN);
    expect(before).toMatch(/^late-/);
    const off = { afterDays: 1, colour: "blue" as const, isEnabled: false };
    const slips = ["late-1", "late-10", "late-30"].map((key) => ({ key, ...off }));
    const admin = await as("demo-administrator", NOW);
    done(await changeRules(await changedRules(admin, { slips }), admin));
    expect([await proposed(THEN), await proposed(NOW)]).toEqual([before, undefined]);
  });
});

describe("requests and instructions", () => {
  const CODE = "NT-T01";
  const reporter = (day: string) => as("demo-transport-reporter", day);
  const supervisor = (day: string) => as("demo-supervisor", day);

  it("waits on the day before its decision, with the terms of that day", async () => {
    const request = { kind: "revision", input: { ...WHY, value: "100" } } as const;
    const first = done(await createRequest(CODE, request, await reporter("2023-09-10")));
    const closing = { kind: "closing", reason: "提前完成" } as const;
    const second = done(await createRequest(CODE, closing, await reporter("2023-09-10")));
    const decision = { decision: "approve", note: "同意" } as const;
    done(await decideRequest({ ...first, ...decision }, await supervisor(NOW)));
    done(await decideRequest({ ...second, decision: "cancel", note: "" }, await reporter(NOW)));
    const read = async (day: string) => {
      const context = await back("demo-supervisor", day);
      const shown = await listRequestsOn(await targetOn(CODE, day), context);
      const desk = await getSupervision(context);
      const duties = await getPendingTasks(await back("demo-transport-reporter", day));
      return {
        shown: shown.map(({ kind, state, decider, current }) => [kind, state, decider, current.value]),
        desk: desk?.requests.map((one) => one.kind),
        requests: duties?.requests.map((one) => one.kind),
      };
    };
    const was = (await targetOn(CODE, THEN)).terms.value?.toFixed();
    expect(await read("2023-09-09")).toEqual({ shown: [], desk: [], requests: [] });
    const then = await read(THEN);
    expect(then.shown.toSorted()).toEqual([
      ["closing", "pending", null, was],
      ["revision", "pending", null, was],
    ]);
    expect([then.desk?.toSorted(), then.requests?.toSorted()]).toEqual([
      ["closing", "revision"],
      ["closing", "revision"],
    ]);
    const now = await read(NOW);
    expect(now.shown.map(([kind, state]) => [kind, state]).toSorted()).toEqual([
      ["closing", "cancelled"],
      ["revision", "approved"],
    ]);
    expect([now.desk, now.requests]).toEqual([[], []]);
  });

  it("is open, answered, refused, accepted or withdrawn as it was on the day", async () => {
    const instruction = {
      kind: "instruction",
      colour: "red",
      givenBy: "市政府",
      body: "请说明",
      replyDueOn: isoDate("2023-09-30"),
    };
    const first = done(
      await sendInstruction(
        CODE,
        { ...instruction, kind: "instruction", colour: "red" },
        await supervisor("2023-09-11"),
      ),
    );
    const reply = { body: "已说明" };
    const replied = done(await replyToInstruction({ ...first, ...reply }, await reporter("2023-09-12")));
    const again = done(
      await judgeInstruction({ ...replied, decision: "refuse", note: "不够具体" }, await supervisor("2023-09-13")),
    );
    const third = done(await replyToInstruction({ ...again, ...reply }, await reporter("2023-09-14")));
    done(await judgeInstruction({ ...third, decision: "accept", note: "" }, await supervisor("2023-09-15")));
    const other = done(
      await sendInstruction(CODE, { ...instruction, kind: "slip", colour: "blue" }, await supervisor("2023-09-12")),
    );
    done(await judgeInstruction({ ...other, decision: "withdraw", note: "误发" }, await supervisor("2023-09-14")));
    const read = async (day: string) => {
      const context = await back("demo-supervisor", day);
      const shown = await listInstructionsOn(await targetOn(CODE, day), context);
      const duties = await getPendingTasks(await back("demo-transport-reporter", day));
      const desk = await getSupervision(context);
      return [
        shown.map(({ kind, state, replies }) => `${kind} ${state} ${replies.length}`).toSorted(),
        duties?.instructions.map((one) => one.kind).toSorted(),
        desk?.instructions.map((one) => one.kind).toSorted(),
      ];
    };
    expect(await read("2023-09-10")).toEqual([[], [], []]);
    expect(await read("2023-09-11")).toEqual([["instruction sent 0"], ["instruction"], ["instruction"]]);
    expect(await read("2023-09-12")).toEqual([
      ["instruction replied 1", "slip sent 0"],
      ["slip"],
      ["instruction", "slip"],
    ]);
    expect(await read("2023-09-13")).toEqual([
      ["instruction sent 1", "slip sent 0"],
      ["instruction", "slip"],
      ["instruction", "slip"],
    ]);
    expect(await read("2023-09-14")).toEqual([["instruction replied 2", "slip withdrawn 0"], [], ["instruction"]]);
    expect(await read("2023-09-15")).toEqual([["instruction accepted 2", "slip withdrawn 0"], [], []]);
    const [judged] = (
      await listInstructionsOn(await targetOn(CODE, "2023-09-12"), await back("demo-supervisor", "2023-09-12"))
    ).flatMap((one) => one.replies);
    expect(judged).toMatchObject({ isAccepted: null, judge: null, judgement: "" });
  });
});

describe("reports", () => {
  it("wait for their reviewer on the days in between; earlier days show no drafts", async () => {
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: "20", note: "按月统计" };
    const draft = done(await saveDraft("NT-T01", input, await as("demo-transport-reporter", "2023-09-21")));
    const again = { ...input, ...draft };
    const sent = done(await submitUpdate("NT-T01", again, await as("demo-transport-reporter", "2023-09-23")));
    done(await approveUpdate(sent, await as("demo-transport-reviewer", "2023-09-25")));
    const states = async (day: string) => {
      const reporter = await back("demo-transport-reporter", day);
      const mine = await listMyWork(reporter);
      const queue = await listReviewQueue(await back("demo-transport-reviewer", day));
      return [
        (await getTarget("NT-T01", reporter))?.updates.map((one) => one.state),
        MY_LISTS.flatMap((list) => mine?.[list].flatMap((row) => row.drafts) ?? []).length,
        MY_LISTS.flatMap((list) => mine?.[list].flatMap((row) => row.waiting) ?? []).length,
        queue?.waiting.map((one) => one.mayDecide),
      ];
    };
    expect(await states("2023-09-22")).toEqual([[], 0, 0, []]);
    expect(await states("2023-09-24")).toEqual([["submitted"], 0, 1, [false]]);
    expect(await states("2023-09-25")).toEqual([["approved"], 0, 0, []]);
  });
});
