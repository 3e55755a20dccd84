// Steps for many targets: one transaction, the permission of each target, an event each, and nothing half-done.
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { db } from "@/lib/server/db/client";
import { verifyChain } from "@/lib/server/events/verify";
import { createRequest } from "@/lib/server/requests/mutations";
import { copyAsDraft } from "@/testing/draft-targets";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { changeTargets } from "./bulk";
import { previewBulk } from "./bulk-preview";
import { getTarget } from "./detail";
import { reviseTarget } from "./revisions";

beforeAll(loadPageAndPeople);

const issue = { step: "issue", authority: "通政发〔2023〕1号", documentOn: null, receiveWithinDays: 3 } as const;
const supervisor = () => as("demo-supervisor");
let run = 0;
/** Two complete drafts of transport and one without its figure. */
let codes: { readonly first: string; readonly second: string; readonly bare: string };

beforeEach(async () => {
  run += 1;
  codes = { first: `BULK-${run}-A`, second: `BULK-${run}-B`, bare: `BULK-${run}-C` };
  await copyAsDraft("NT-T01", codes.first);
  await copyAsDraft("NT-T02", codes.second, "internal");
  await copyAsDraft("NT-B01", codes.bare);
});

async function chosen(...wanted: string[]) {
  const found = await db.target.findMany({
    where: { code: { in: wanted } },
    orderBy: { code: "asc" },
    select: { code: true, version: true },
  });
  return found.map((one) => ({ ...one, value: "", upperValue: "" }));
}

async function statesOf(...wanted: string[]) {
  const found = await db.target.findMany({ where: { code: { in: wanted } }, orderBy: { code: "asc" } });
  return found.map(({ state }) => state);
}

const filters = (q: string) => ({ ...NO_FILTERS, q });

async function rows() {
  return (
    await Promise.all([db.event.count(), db.targetTransition.count(), db.revision.count(), db.target.count()])
  ).join(" ");
}

describe("issue", () => {
  it("lists the targets that are ready, and those that lack something with the reason", async () => {
    const preview = await previewBulk("issue", filters(`bulk-${run}`), await supervisor());
    expect(preview?.entries.map(({ row, obstacle }) => [row.code, obstacle]).toSorted()).toEqual([
      [codes.first, null],
      [codes.second, null],
      [codes.bare, "no-target-value"],
    ]);
  });

  it("issues all under one document, with an event for each", async () => {
    const input = { ...issue, documentOn: "2023-09-28" } as never;
    done(await changeTargets(input, await chosen(codes.first, codes.second), await supervisor()));
    expect(await statesOf(codes.first, codes.second)).toEqual(["issued", "issued"]);
    const transitions = await db.targetTransition.findMany({
      where: { target: { code: { in: [codes.first, codes.second] } } },
    });
    expect(transitions.map(({ step, authority }) => [step, authority])).toEqual([
      ["issue", "通政发〔2023〕1号（2023-09-28）"],
      ["issue", "通政发〔2023〕1号（2023-09-28）"],
    ]);
    const events = await db.event.findMany({
      where: { action: "target.issued" },
      orderBy: { sequence: "desc" },
      take: 2,
    });
    expect(events.map(({ entityId }) => entityId).toSorted()).toEqual(
      transitions.map(({ targetId }) => targetId).toSorted(),
    );
    expect((await verifyChain(db)).brokenAt).toBeNull();
    const standings = await db.targetStanding.count({
      where: { target: { code: codes.first }, light: { not: "unset" } },
    });
    expect(standings).toBeGreaterThan(0);
  });

  it("changes nothing if one target lacks something or has changed, and names each", async () => {
    const shown = await chosen(codes.first, codes.second, codes.bare);
    const why = { reason: "x", authority: "y", value: "410" };
    done(await reviseTarget(codes.second, why, await supervisor()));
    const before = await rows();
    expect(await changeTargets(issue, shown, await supervisor())).toEqual({
      ok: false,
      error: {
        kind: "invalid",
        errors: {
          form: "bulk-nothing-done",
          [`chosen:${codes.second}`]: "bulk-changed",
          [`chosen:${codes.bare}`]: "no-target-value",
        },
      },
    });
    expect(await rows()).toBe(before);
    expect(await statesOf(codes.first, codes.second, codes.bare)).toEqual(["draft", "draft", "draft"]);
  });

  it("answers like a single target to users who may not issue or read one of them", async () => {
    const both = await chosen(codes.first, codes.second);
    const answerTo = async (who: string) => changeTargets(issue, both, await as(who));
    const before = await rows();
    expect(await answerTo("demo-transport-reporter")).toMatchObject({ error: { kind: "forbidden" } });
    expect(await answerTo("demo-reader")).toMatchObject({ error: { kind: "not-found" } });
    const unknown = [...both, { code: "NT-NONE", version: 1, value: "", upperValue: "" }];
    expect(await changeTargets(issue, unknown, await supervisor())).toMatchObject({ error: { kind: "not-found" } });
    expect(await rows()).toBe(before);
    expect(await previewBulk("issue", NO_FILTERS, await as("demo-transport-reporter"))).toBeNull();
  });

  it("does not issue one target twice in two bulk writes at the same time", async () => {
    const both = await chosen(codes.first, codes.second);
    const outcomes = await Promise.all([
      changeTargets(issue, both, await supervisor()),
      changeTargets(issue, both.toReversed(), await supervisor()),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.targetTransition.count({ where: { target: { code: { in: [codes.first, codes.second] } } } })).toBe(
      2,
    );
  });
});

describe("receive", () => {
  it("shows a department its own issued targets, and records its receipts", async () => {
    done(await changeTargets(issue, await chosen(codes.first, codes.second), await supervisor()));
    const reporter = await as("demo-transport-reporter");
    const preview = await previewBulk("receive", filters(`bulk-${run}`), reporter);
    expect(preview?.entries.map(({ row }) => row.code)).toEqual([codes.first, codes.second]);
    expect((await previewBulk("receive", NO_FILTERS, await as("demo-science-reporter")))?.entries).toEqual([]);
    expect(await previewBulk("receive", NO_FILTERS, await supervisor())).toBeNull();
    const receive = { step: "receive", note: "" } as const;
    const both = await chosen(codes.first, codes.second);
    expect(await changeTargets(receive, both, await as("demo-science-reporter"))).toMatchObject({ ok: false });
    done(await changeTargets(receive, both, reporter));
    expect(await statesOf(codes.first, codes.second)).toEqual(["received", "received"]);
  });
});

describe("close, carry over and revise", () => {
  const close = { step: "close", authority: "会议纪要", documentOn: null, note: "全部办结" } as const;

  async function receivedBoth() {
    done(await changeTargets(issue, await chosen(codes.first, codes.second), await supervisor()));
    const receive = { step: "receive", note: "" } as const;
    const both = await chosen(codes.first, codes.second);
    done(await changeTargets(receive, both, await as("demo-transport-reporter")));
    return chosen(codes.first, codes.second);
  }

  it("closes each with its verdict, and approves the closing that the owner has requested", async () => {
    const both = await receivedBoth();
    const request = { kind: "closing", reason: "提前完成" } as const;
    done(await createRequest(codes.first, request, await as("demo-transport-reporter")));
    const preview = await previewBulk("close", filters(`bulk-${run}`), await supervisor());
    expect(preview?.entries.map((one) => [one.row.code, one.hasClosingRequest, one.obstacle])).toEqual([
      [codes.first, true, null],
      [codes.second, false, null],
    ]);
    expect(await changeTargets(close, both, await supervisor())).toMatchObject({
      error: { errors: { [`verdict:${codes.first}`]: "required", [`verdict:${codes.second}`]: "required" } },
    });
    const [first, second] = both;
    const judged = [
      { ...first, verdict: "completed" },
      { ...second, verdict: "partly-completed" },
    ] as never;
    done(await changeTargets(close, judged, await supervisor()));
    const closings = await db.targetTransition.findMany({
      where: { step: "close", target: { code: { in: [codes.first, codes.second] } } },
      orderBy: { target: { code: "asc" } },
    });
    expect(closings.map(({ verdict, authority, note }) => [verdict, authority, note])).toEqual([
      ["completed", "会议纪要", "提前完成\n\n全部办结"],
      ["partly-completed", "会议纪要", "全部办结"],
    ]);
    const decided = await db.targetRequest.findFirstOrThrow({ where: { target: { code: codes.first } } });
    expect(decided.state).toBe("approved");
  });

  it("carries both over with proposed codes, and rejects all if a code is taken", async () => {
    const both = await receivedBoth();
    const preview = await previewBulk("carry-over", filters(`bulk-${run}`), await supervisor());
    const proposed = preview?.entries.map((one) => one.carryOver?.newCode) ?? [];
    expect(proposed).toEqual([`${codes.first}-2024`, `${codes.second}-2024`]);
    const [first, second] = both as [(typeof both)[0], (typeof both)[0]];
    const clashing = [
      { ...first, newCode: proposed[0], value: "420" },
      { ...second, newCode: "NT-T01" },
    ];
    const before = await rows();
    expect(await changeTargets({ step: "carry-over" }, clashing, await supervisor())).toMatchObject({
      error: { errors: { [`newCode:${codes.second}`]: "already-there" } },
    });
    expect(await rows()).toBe(before);
    const clean = [clashing[0] as (typeof clashing)[0], { ...second, newCode: proposed[1] }];
    done(await changeTargets({ step: "carry-over" }, clean, await supervisor()));
    const drafts = await db.target.findMany({
      where: { code: { in: proposed.flatMap((code) => code ?? []) } },
      orderBy: { code: "asc" },
      include: { carriedFrom: true },
    });
    expect(
      drafts.map(({ state, value, carriedFrom }) => [state, value?.toString() ?? null, carriedFrom?.code]),
    ).toEqual([
      ["draft", "420", codes.first],
      ["draft", null, codes.second],
    ]);
    const again = await previewBulk("carry-over", filters(`bulk-${run}`), await supervisor());
    expect(again?.entries.map(({ obstacle }) => obstacle)).toEqual(["carried-over", "carried-over"]);
  });

  it("gives several targets a new due date and owner, with a revision each", async () => {
    const both = await receivedBoth();
    const input = { step: "revise", authority: "通政办〔2023〕9号", documentOn: null, reason: "职能划转" } as const;
    done(await changeTargets({ ...input, dueOn: "2024-03-31", owner: "commerce" }, both, await supervisor()));
    const revised = await db.target.findMany({
      where: { code: { in: [codes.first, codes.second] } },
      include: { owner: true, revisions: true },
    });
    expect(
      revised.map(({ owner, dueOn, revisions }) => [owner.slug, dueOn.toISOString().slice(0, 10), revisions.length]),
    ).toEqual([
      ["commerce", "2024-03-31", 1],
      ["commerce", "2024-03-31", 1],
    ]);
    const detail = await getTarget(codes.first, await supervisor());
    expect(detail?.departmentNames.commerce).toEqual({ "zh-CN": "市商务局", en: "Commerce Bureau" });
    const nothing = { ...input, dueOn: "", owner: "" };
    expect(await changeTargets(nothing, await chosen(codes.first), await supervisor())).toMatchObject({
      error: { errors: { [`chosen:${codes.first}`]: "nothing-changed" } },
    });
  });
});

describe("send slips", () => {
  const slip = {
    step: "send-slip",
    colour: "red",
    givenBy: "市政府督查室",
    body: "请抓紧办理",
    replyDueOn: isoDate("2023-10-12"),
  } as const;

  it("selects targets that are behind or late, and sends each owner a slip with an event", async () => {
    done(await changeTargets(issue, await chosen(codes.first, codes.second), await supervisor()));
    const preview = await previewBulk("send-slip", filters(`bulk-${run}`), await supervisor());
    expect(preview?.entries.map(({ row }) => row.code)).toEqual([codes.first, codes.second]);
    expect(preview?.replyDueOn).toBe("2023-10-09");
    done(await changeTargets(slip, await chosen(codes.first, codes.second), await supervisor()));
    const sent = await db.instruction.findMany({
      where: { target: { code: { in: [codes.first, codes.second] } } },
      include: { target: true },
    });
    expect(
      sent.map(({ target, kind, colour, body, rule }) => [target.code, kind, colour, body, rule]).toSorted(),
    ).toEqual([
      [codes.first, "slip", "red", "请抓紧办理", null],
      [codes.second, "slip", "red", "请抓紧办理", null],
    ]);
    const events = await db.event.findMany({ where: { entityId: { in: sent.map(({ id }) => id) } } });
    expect(events.map(({ action }) => action)).toEqual(["instruction.sent", "instruction.sent"]);
  });

  it("sends none if one target cannot get one", async () => {
    done(await changeTargets(issue, await chosen(codes.first), await supervisor()));
    const outcome = await changeTargets(slip, await chosen(codes.first, codes.second), await supervisor());
    expect(outcome).toMatchObject({ ok: false });
    expect(await db.instruction.count({ where: { target: { code: codes.first } } })).toBe(0);
  });
});
