import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { FIRST_ENTRIES } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { getSupervision } from "@/lib/server/supervision/data";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { listInstructionsToAnswer } from "./data";
import { judgeInstruction, replyToInstruction, sendInstruction } from "./mutations";

beforeAll(loadPageAndPeople);

const toAnswer = async (context: Context) => (await listInstructionsToAnswer(FIRST_ENTRIES, context)).shown;

const CODE = "NT-T02";
const supervisor = () => as("demo-supervisor");
const reporter = () => as("demo-transport-reporter");

function aSlip(change = {}) {
  return {
    kind: "slip" as const,
    colour: "yellow" as const,
    givenBy: "督查室",
    body: "请说明进度",
    replyDueOn: isoDate("2023-10-12"),
    ...change,
  };
}

describe("a slip", () => {
  it("is sent, answered, refused, answered again and accepted", async () => {
    const sent = done(await sendInstruction(CODE, aSlip(), await supervisor()));
    expect(await toAnswer(await reporter())).toMatchObject([{ id: sent.instructionId, isOverdue: false }]);
    expect(await toAnswer(await as("demo-transport-reporter", "2023-10-13"))).toMatchObject([{ isOverdue: true }]);
    expect(await toAnswer(await as("demo-science-reporter"))).toEqual([]);
    const first = done(await replyToInstruction({ ...sent, body: "soon" }, await reporter()));
    const back = done(await judgeInstruction({ decision: "refuse", ...first, note: "when?" }, await supervisor()));
    const second = done(await replyToInstruction({ ...back, body: "by 20 October" }, await reporter()));
    done(await judgeInstruction({ decision: "accept", ...second, note: "" }, await supervisor()));
    const stored = await db.instruction.findUniqueOrThrow({
      where: { id: sent.instructionId },
      include: { replies: { orderBy: { repliedAt: "asc" } } },
    });
    expect([stored.state, ...stored.replies.map((reply) => reply.isAccepted)]).toEqual(["accepted", false, true]);
    expect(await replyToInstruction({ ...second, body: "late" }, await reporter())).toMatchObject({
      error: { kind: "conflict" },
    });
  });

  it("can be sent by the office only, with a future reply date, and is hidden from everybody else", async () => {
    for (const who of ["demo-transport-reporter", "demo-administrator", "demo-reader"]) {
      expect(await sendInstruction(CODE, aSlip(), await as(who))).toEqual({
        ok: false,
        error: { kind: "forbidden" },
      });
    }
    expect(await sendInstruction(CODE, aSlip({ replyDueOn: isoDate("2023-09-29") }), await supervisor())).toEqual({
      ok: false,
      error: { kind: "invalid", errors: { replyDueOn: "in-the-past" } },
    });
    const sent = done(await sendInstruction(CODE, aSlip(), await supervisor()));
    const stranger = await replyToInstruction({ ...sent, body: "me" }, await as("demo-science-reporter"));
    expect(stranger).toEqual({ ok: false, error: { kind: "not-found" } });
    done(await judgeInstruction({ decision: "withdraw", ...sent, note: "sent by mistake" }, await supervisor()));
  });
});

describe("the office's desk", () => {
  it("proposes a slip once for a target without any report, and only a person sends it", async () => {
    const desk = await getSupervision(await supervisor());
    const proposal = desk?.late.find(({ row }) => row.code === CODE)?.proposal;
    expect(proposal?.rule.key).toBe("late-30");
    expect(await db.instruction.count({ where: { rule: { not: null } } })).toBe(0);
    const { rule, periodEnd } = proposal ?? expect.fail();
    const replyDueOn = desk?.replyDueOn ?? expect.fail();
    expect(replyDueOn).toBe("2023-10-09");
    const slip = aSlip({ rule: rule.key, periodEnd, colour: rule.colour, replyDueOn });
    done(await sendInstruction(CODE, slip, await supervisor()));
    expect(await sendInstruction(CODE, slip, await supervisor())).toMatchObject({
      error: { why: "already-waiting" },
    });
    const after = await getSupervision(await supervisor());
    expect(after?.late.find(({ row }) => row.code === CODE)).toMatchObject({ proposal: null, sentOn: "2023-09-30" });
    expect(after?.instructions).toHaveLength(1);
  });

  it("is not shown to departments and readers", async () => {
    for (const who of ["demo-transport-reviewer", "demo-reader"])
      expect(await getSupervision(await as(who))).toBeNull();
    expect(await getSupervision(await as("demo-administrator"))).not.toBeNull();
  });

  it("names what is missing in a draft", async () => {
    const desk = await getSupervision(await supervisor());
    expect(desk?.drafts.find(({ row }) => row.code === "NT-B01")?.missing).toBe("no-target-value");
  });
});
