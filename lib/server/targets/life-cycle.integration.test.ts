import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import type { UpdateInput } from "@/lib/schemas/update";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { getPendingTasks } from "@/lib/server/departments/pending-tasks";
import { verifyChain } from "@/lib/server/events/verify";
import { createRequest, decideRequest } from "@/lib/server/requests/mutations";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { copyAsDraft } from "@/testing/draft-targets";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { targetChartModel } from "./chart";
import { listTargets } from "./data";
import { getTarget } from "./detail";
import { transitionTarget } from "./life-cycle";
import { reviseTarget } from "./revisions";
import { rebuildStandings } from "./standings";

beforeAll(loadPageAndPeople);

const WHY = { reason: "value fixed by the yearly plan", authority: "通政发〔2023〕1号" };
const DRAFT = "NT-DRAFT";
const issue = { step: "issue", authority: "通政发〔2023〕1号", note: "", receiveWithinDays: 3 } as const;
const receive = { step: "receive", authority: "", note: "", receiveWithinDays: 3 } as const;
const withdraw = { step: "withdraw", authority: "x", note: "y", receiveWithinDays: 3 } as const;

const supervisor = (day?: string) => as("demo-supervisor", day);
const stateOf = async (code: string) => (await db.target.findUniqueOrThrow({ where: { code } })).state;

async function ownerOf(code: string) {
  const { owner } = await db.target.findUniqueOrThrow({ where: { code }, include: { owner: true } });
  return {
    reporter: (day?: string) => as(`demo-${owner.slug}-reporter`, day),
    reviewer: (day?: string) => as(`demo-${owner.slug}-reviewer`, day),
  };
}

function aReport(asOf: string, value: string): UpdateInput {
  return { requestKey: crypto.randomUUID(), asOf, value, note: "as counted" };
}

async function reported(code: string, asOf: string, value: string, day: string) {
  const { reporter, reviewer } = await ownerOf(code);
  const sent = done(await submitUpdate(code, aReport(asOf, value), await reporter(day)));
  done(await approveUpdate(sent, await reviewer(day)));
}

describe("from draft to received", () => {
  it("cannot be issued without a value, and accepts reports only once received", async () => {
    await copyAsDraft("NT-B01", DRAFT);
    const { reporter } = await ownerOf(DRAFT);
    expect(await transitionTarget(DRAFT, issue, await supervisor("2023-03-01"))).toEqual({
      ok: false,
      error: { kind: "invalid", errors: { form: "no-target-value" } },
    });
    done(await reviseTarget(DRAFT, { ...WHY, value: "2500" }, await supervisor("2023-03-01")));
    expect(await transitionTarget(DRAFT, issue, await reporter("2023-03-01"))).toMatchObject({ ok: false });
    done(await transitionTarget(DRAFT, issue, await supervisor("2023-03-02")));
    const issued = await db.target.findUniqueOrThrow({ where: { code: DRAFT } });
    expect([issued.state, issued.receiveDueOn?.toISOString().slice(0, 10)]).toEqual(["issued", "2023-03-07"]);
    const report = await submitUpdate(DRAFT, aReport("2023-02-28", "2400"), await reporter("2023-03-03"));
    expect(report).toEqual({ ok: false, error: { kind: "forbidden" } });
    done(await transitionTarget(DRAFT, receive, await reporter("2023-03-03")));
    await reported(DRAFT, "2023-02-28", "2400", "2023-03-03");
    expect(await stateOf(DRAFT)).toBe("received");
  });

  it("is visible to visitors from the moment of issue, and not on earlier days", async () => {
    const visitorOn = (day: string) => ({ actor: VISITOR, clock: clockOn(isoDate(day), true) });
    expect(await getTarget(DRAFT, visitorOn("2023-03-01"))).toBeNull();
    expect((await getTarget(DRAFT, visitorOn("2023-03-02")))?.terms.state).toBe("issued");
    const codesOn = async (day: string) =>
      (await listTargets({ limit: null }, visitorOn(day))).rows.map((row) => row.code);
    expect(await codesOn("2023-03-01")).not.toContain(DRAFT);
    expect(await codesOn("2023-03-02")).toContain(DRAFT);
  });

  it("stays hidden from visitors if it is withdrawn before issue", async () => {
    const code = "NT-TAKEN-BACK";
    await copyAsDraft("NT-B04", code);
    done(await transitionTarget(code, withdraw, await supervisor()));
    expect(await getTarget(code, { actor: VISITOR, clock: clockOn(isoDate("2023-09-30")) })).toBeNull();
    expect((await getTarget(code, await supervisor()))?.terms.state).toBe("withdrawn");
  });

  it("can be received once its missing figure is set, and must report from then on", async () => {
    const code = "NT-B05";
    const { reporter } = await ownerOf(code);
    expect(await transitionTarget(code, receive, await reporter("2023-06-01"))).toEqual({
      ok: false,
      error: { kind: "invalid", errors: { form: "no-target-value" } },
    });
    expect((await getPendingTasks(await reporter("2023-06-01")))?.toReceive.map(({ row }) => row.code)).not.toContain(
      code,
    );
    done(await reviseTarget(code, { ...WHY, value: "60" }, await supervisor("2023-06-01")));
    const duties = await getPendingTasks(await reporter("2023-06-07"));
    expect(duties?.toReceive.filter(({ row }) => row.code === code)).toMatchObject([
      { dueOn: "2023-06-06", isLate: true },
    ]);
    const waiting = await getTarget(code, await reporter("2023-09-30"));
    expect([waiting?.standing.nextReportDueOn, waiting?.standing.adjusted]).toEqual([null, false]);
    done(await transitionTarget(code, receive, await reporter("2023-06-07")));
    const signed = await getTarget(code, await reporter("2023-06-08"));
    expect([signed?.standing.nextReportOpensOn, signed?.standing.adjusted]).toEqual(["2023-07-01", false]);
  });

  it("keeps the expected curve of the days before a revision", async () => {
    const expectedOn = async (on: string) => {
      const context = await supervisor("2023-07-06");
      const target = await getTarget("NT-T02", context);
      if (target === null) throw new Error("NT-T02 is missing");
      const chart = targetChartModel(target, context.clock, "en");
      const series = chart.drawing === "plot" ? chart.series.find((one) => one.role === "expected") : undefined;
      return series?.points.find((point) => point.on === on)?.y;
    };
    const [may, december] = [await expectedOn("2023-05-31"), await expectedOn("2023-12-31")];
    done(await reviseTarget("NT-T02", { ...WHY, value: "450" }, await supervisor("2023-07-05")));
    expect([may, december]).toEqual([await expectedOn("2023-05-31"), 402]);
    expect(await expectedOn("2023-12-31")).toBe(450);
  });

  it("shows every earlier day as it was then", async () => {
    const on = async (day: string) => {
      const target = await getTarget(DRAFT, await supervisor(day));
      return [
        target?.terms.state,
        target?.terms.value?.toFixed() ?? null,
        target?.standing.light,
        target?.standing.adjusted,
      ];
    };
    expect(await on("2023-02-28")).toEqual(["draft", null, "unset", false]);
    expect(await on("2023-03-01")).toEqual(["draft", "2500", "unset", false]);
    expect((await on("2023-03-02"))[0]).toBe("issued");
    expect((await on("2023-03-03"))[0]).toBe("received");
  });

  it("lets one of two supervisors issue and returns a conflict to the other", async () => {
    const code = "NT-DRAFT-2";
    await copyAsDraft("NT-B02", code);
    done(await reviseTarget(code, { ...WHY, value: "900" }, await supervisor("2023-03-01")));
    const both = await Promise.all([
      transitionTarget(code, issue, await supervisor()),
      transitionTarget(code, issue, await supervisor()),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ error: { kind: "conflict", why: "changed" } });
  });
});

describe("a lowered target", () => {
  const code = "NT-T02";

  it("turns green only with the mark of a revision, and shows the original terms next to the current ones", async () => {
    await reported(code, "2023-06-30", "100", "2023-07-03");
    const before = await getTarget(code, await supervisor("2023-07-04"));
    expect([before?.standing.light, before?.standing.adjusted, before?.original]).toEqual(["far-behind", false, null]);
    done(await reviseTarget(code, { ...WHY, value: "150" }, await supervisor("2023-07-05")));
    const after = await getTarget(code, await supervisor("2023-07-06"));
    expect([after?.standing.light, after?.standing.adjusted]).toEqual(["ahead", true]);
    expect([after?.original?.value?.toFixed(), after?.terms.value?.toFixed()]).toEqual(["402", "150"]);
    const stillThen = await getTarget(code, await supervisor("2023-07-04"));
    expect([stillThen?.standing.light, stillThen?.terms.value?.toFixed()]).toEqual(["far-behind", "402"]);
  });

  it("rejects a revision without a reason or a document, and by everybody but the office", async () => {
    const nothing = await reviseTarget(code, { value: "1" }, await supervisor());
    expect(nothing).toEqual({
      ok: false,
      error: { kind: "invalid", errors: { reason: "required", authority: "required" } },
    });
    const { reporter, reviewer } = await ownerOf(code);
    for (const who of [await reporter(), await reviewer(), await as("demo-administrator"), await as("demo-reader")]) {
      expect(await reviseTarget(code, { ...WHY, value: "1" }, who)).toEqual({
        ok: false,
        error: { kind: "forbidden" },
      });
    }
  });

  it("cannot be changed outside the application", async () => {
    await expect(db.target.update({ where: { code }, data: { value: "1" } })).rejects.toThrow();
    await expect(db.target.update({ where: { code }, data: { state: "closed" } })).rejects.toThrow();
    const step = await db.milestoneStep.findFirstOrThrow();
    await expect(
      db.milestoneStep.update({ where: { id: step.id }, data: { plannedOn: new Date("2030-01-01") } }),
    ).rejects.toThrow();
    await expect(db.targetTransition.deleteMany()).rejects.toThrow();
  });

  it("stores the same standings as a recomputation", async () => {
    const { id } = await db.target.findUniqueOrThrow({ where: { code } });
    const read = () => db.targetStanding.findMany({ where: { targetId: id }, orderBy: { knownFrom: "asc" } });
    const stored = await read();
    expect(stored.length).toBeGreaterThan(2);
    await db.$transaction((tx) => rebuildStandings(tx, [id]));
    expect(await read()).toEqual(stored);
  });
});

describe("requests of a department", () => {
  const code = "NT-T03";

  it("an extension is requested once, decided by the office, and becomes a revision", async () => {
    const { reporter, reviewer } = await ownerOf(code);
    const ask = { kind: "extension", input: { ...WHY, dueOn: "2024-03-31", value: "1" } } as const;
    const request = done(await createRequest(code, ask, await reporter()));
    expect(await createRequest(code, ask, await reviewer())).toMatchObject({ error: { why: "already-waiting" } });
    const yes = { decision: "approve", ...request, note: "" } as const;
    expect(await decideRequest(yes, await reviewer())).toEqual({ ok: false, error: { kind: "forbidden" } });
    done(await decideRequest(yes, await supervisor()));
    expect(await decideRequest(yes, await supervisor())).toMatchObject({
      error: { kind: "conflict", why: "changed" },
    });
    const target = await getTarget(code, await supervisor());
    expect([target?.terms.dueOn, target?.standing.adjusted]).toEqual(["2024-03-31", true]);
    expect(target?.revisions[0]).toMatchObject({
      before: { dueOn: target?.original?.dueOn },
      authority: WHY.authority,
    });
  });

  it("is refused with a reason, or cancelled by its author", async () => {
    const { reporter, reviewer } = await ownerOf(code);
    const ask = { kind: "revision", input: { ...WHY, dueOn: "2024-06-30" } } as const;
    const first = done(await createRequest(code, ask, await reporter()));
    done(await decideRequest({ decision: "refuse", ...first, note: "not convincing" }, await supervisor()));
    const second = done(await createRequest(code, ask, await reporter()));
    const back = { decision: "cancel", ...second, note: "" } as const;
    expect(await decideRequest(back, await reviewer())).toEqual({ ok: false, error: { kind: "forbidden" } });
    done(await decideRequest(back, await reporter()));
    expect((await getTarget(code, await supervisor()))?.terms.dueOn).toBe("2024-03-31");
  });

  it("a closing ends the target with a verdict, and reopening makes it active again", async () => {
    const { reporter } = await ownerOf(code);
    const request = done(await createRequest(code, { kind: "closing", reason: "all done" }, await reporter()));
    expect(await transitionTarget(code, withdraw, await supervisor())).toMatchObject({
      error: { why: "still-waiting" },
    });
    const yes = { decision: "approve", ...request, note: "seen on site" } as const;
    expect(await decideRequest(yes, await supervisor())).toEqual({
      ok: false,
      error: { kind: "invalid", errors: { verdict: "required" } },
    });
    done(await decideRequest({ ...yes, verdict: "completed" }, await supervisor()));
    expect(await stateOf(code)).toBe("closed");
    const transition = await db.targetTransition.findFirstOrThrow({ where: { step: "close" } });
    expect([transition.verdict, transition.note]).toEqual(["completed", "all done\n\nseen on site"]);
    const reopen = { step: "reopen", authority: "", note: "audit found a gap", receiveWithinDays: 3 } as const;
    const { ownerId } = await db.target.findUniqueOrThrow({ where: { code } });
    await db.department.update({ where: { id: ownerId }, data: { closedOn: new Date("2023-09-01") } });
    expect(await transitionTarget(code, reopen, await supervisor())).toEqual({
      ok: false,
      error: { kind: "invalid", errors: { form: "owner-closed" } },
    });
    await db.department.update({ where: { id: ownerId }, data: { closedOn: null } });
    done(await transitionTarget(code, reopen, await supervisor()));
    expect(await stateOf(code)).toBe("received");
  });

  it("takes the light of a closed target from the verdict, and from its reports again once reopened", async () => {
    const { reporter } = await ownerOf(code);
    const lightNow = async () => (await getTarget(code, await supervisor()))?.standing.light;
    const before = await lightNow();
    const request = done(await createRequest(code, { kind: "closing", reason: "given up" }, await reporter()));
    const yes = { decision: "approve", ...request, note: "", verdict: "not-completed" } as const;
    done(await decideRequest(yes, await supervisor()));
    expect(await lightNow()).toBe("missed");
    const closed = await getTarget(code, await supervisor());
    expect([closed?.terms.verdict, closed?.standing.freshness]).toEqual(["not-completed", "not-expected"]);
    const reopen = { step: "reopen", authority: "", note: "taken up again", receiveWithinDays: 3 } as const;
    done(await transitionTarget(code, reopen, await supervisor()));
    expect(before).not.toBe("missed");
    expect(await lightNow()).toBe(before);
  });
});

it("leaves an intact chain of events", async () => {
  expect(await db.event.count()).toBeGreaterThan(12);
  expect((await verifyChain(db)).brokenAt).toBeNull();
});
