import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { UpdateInput } from "@/lib/schemas/update";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { verifyChain } from "@/lib/server/events/verify";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { approveUpdate, returnUpdate } from "./decisions";
import { discardDraft, saveDraft, submitUpdate } from "./mutations";

const CODE = "NT-T02";

beforeAll(loadPageAndPeople);

const reporter = (day?: string) => as("demo-transport-reporter", day);
const reviewer = (day?: string) => as("demo-transport-reviewer", day);

let month = 0;
let asOf = "2023-01-31";
/** Each test uses a different month, because reports are never deleted. */
beforeEach(() => {
  month += 1;
  asOf = `2023-${String(Math.ceil(month / 2)).padStart(2, "0")}-${month % 2 === 1 ? "10" : "20"}`;
});

function anInput(change: Partial<UpdateInput> = {}): UpdateInput {
  return { requestKey: crypto.randomUUID(), asOf, value: String(month * 10), note: "as counted", ...change };
}

async function submitted(change: Partial<UpdateInput> = {}) {
  return done(await submitUpdate(CODE, anInput(change), await reporter()));
}

const stateOf = async (id: string) => (await db.update.findUniqueOrThrow({ where: { id } })).state;

describe("reporting", () => {
  it("goes from draft to approved, and the stored standing follows", async () => {
    const input = anInput({ value: "301.5" });
    const draft = done(await saveDraft(CODE, input, await reporter()));
    const sent = done(await submitUpdate(CODE, { ...input, ...draft }, await reporter()));
    expect(sent.updateId).toBe(draft.updateId);
    done(await approveUpdate(sent, await reviewer()));
    const standing = await db.targetStanding.findFirstOrThrow({ where: { updateId: sent.updateId, knownTo: null } });
    expect(standing.value?.toString()).toBe("301.5");
    expect(standing.completionRatio?.toString()).toBe("0.75");
    const { targetId } = standing;
    const stored = await db.targetStanding.findMany({ where: { targetId }, orderBy: { knownFrom: "asc" } });
    await db.$transaction((tx) => rebuildStandings(tx, [targetId]));
    expect(await db.targetStanding.findMany({ where: { targetId }, orderBy: { knownFrom: "asc" } })).toEqual(stored);
  });

  it("creates one update for a double click and for a repeated request", async () => {
    const input = anInput();
    const both = await Promise.all([
      submitUpdate(CODE, input, await reporter()),
      submitUpdate(CODE, input, await reporter()),
    ]);
    const third = await submitUpdate(CODE, input, await reporter());
    const ids = [...both, third].map((outcome) => done(outcome).updateId);
    expect(new Set(ids).size).toBe(1);
    expect(await db.update.count({ where: { requestKey: input.requestKey } })).toBe(1);
  });

  it("stores HTML as plain text", async () => {
    const { updateId } = await submitted({ note: "<img src=x onerror=alert(1)>" });
    expect((await db.update.findUniqueOrThrow({ where: { id: updateId } })).note).toBe("<img src=x onerror=alert(1)>");
  });

  it("names the invalid field and writes nothing", async () => {
    const before = await db.update.count();
    const outcome = await submitUpdate(CODE, anInput({ value: "1e400" }), await reporter());
    expect(outcome).toEqual({ ok: false, error: { kind: "invalid", errors: { value: "not-a-number" } } });
    expect(await db.update.count()).toBe(before);
  });

  it("is forbidden to reporters of other departments and to the office", async () => {
    for (const user of ["demo-science-reporter", "demo-transport-reviewer", "demo-supervisor", "demo-administrator"]) {
      const outcome = await submitUpdate(CODE, anInput(), await as(user));
      expect(outcome).toEqual({ ok: false, error: { kind: "forbidden" } });
    }
  });

  it("returns a conflict for a draft changed in another window instead of overwriting it", async () => {
    const input = anInput();
    const first = done(await saveDraft(CODE, input, await reporter()));
    done(await saveDraft(CODE, { ...input, ...first, note: "one" }, await reporter()));
    const late = await saveDraft(CODE, { ...input, ...first, note: "two" }, await reporter());
    expect(late.ok ? null : late.error).toMatchObject({ kind: "conflict", why: "changed" });
    const current = await db.update.findUniqueOrThrow({ where: { id: first.updateId } });
    expect(current.note).toBe("one");
    done(await discardDraft({ updateId: first.updateId, version: current.version }, await reporter()));
    expect(await stateOf(first.updateId)).toBe("discarded");
  });
});

describe("reviewing", () => {
  it("is forbidden to the author, also as a reviewer of the department", async () => {
    const sent = await submitted();
    const department = await db.department.findUniqueOrThrow({ where: { slug: "transport" } });
    const membership = { userId: "demo-transport-reporter", departmentId: department.id, role: "reviewer" };
    const { id } = await db.membership.create({ data: membership });
    expect(await approveUpdate(sent, await reporter())).toEqual({ ok: false, error: { kind: "forbidden" } });
    await db.membership.delete({ where: { id } });
    expect(await stateOf(sent.updateId)).toBe("submitted");
  });

  it("lets one of two reviewers win, and the conflict tells the other who and when", async () => {
    const sent = await submitted();
    const outcomes = await Promise.all([
      approveUpdate(sent, await reviewer()),
      returnUpdate({ ...sent, reason: "please check" }, await reviewer()),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const lost = outcomes.find((outcome) => !outcome.ok);
    expect(lost?.ok === false && lost.error).toMatchObject({ kind: "conflict", why: "changed" });
    expect(lost?.ok === false && lost.error.kind === "conflict" && lost.error.by).toContain("审核人");
  });

  it("returns only with a reason", async () => {
    const sent = await submitted();
    const outcome = await returnUpdate({ ...sent, reason: " " }, await reviewer());
    expect(outcome).toEqual({ ok: false, error: { kind: "invalid", errors: { note: "reason-required" } } });
    expect(await stateOf(sent.updateId)).toBe("submitted");
  });

  it("lets a correction replace the report it corrects, and no other", async () => {
    const wrong = await submitted();
    done(await approveUpdate(wrong, await reviewer()));
    const again = await submitUpdate(CODE, anInput(), await reporter());
    expect(again).toEqual({ ok: false, error: { kind: "invalid", errors: { asOf: "already-approved" } } });
    const right = await submitted({ supersedesId: wrong.updateId, note: "recounted" });
    done(await approveUpdate(right, await reviewer()));
    expect([await stateOf(wrong.updateId), await stateOf(right.updateId)]).toEqual(["superseded", "approved"]);
  });

  it("supersedes illustrative reports from the demo's future", async () => {
    const future = done(await submitUpdate(CODE, anInput(), await reporter("2023-12-20")));
    done(await approveUpdate(future, await reviewer("2023-12-20")));
    const now = await submitted();
    done(await approveUpdate(now, await reviewer()));
    expect([await stateOf(future.updateId), await stateOf(now.updateId)]).toEqual(["superseded", "approved"]);
  });

  it("rolls back completely when the last step fails", async () => {
    const sent = await submitted();
    const events = await db.event.count();
    const clock = clockOn(isoDate("2023-09-30"));
    let reads = 0;
    const failing = {
      ...clock,
      // The first reading stamps the decision, the second the event, which is written last.
      get now() {
        reads += 1;
        return reads === 1 ? clock.now : new Date(Number.NaN);
      },
    };
    const broken: Context = { actor: (await reviewer()).actor, clock: failing };
    await expect(approveUpdate(sent, broken)).rejects.toThrow();
    expect(reads).toBe(2);
    expect(await stateOf(sent.updateId)).toBe("submitted");
    expect(await db.targetStanding.count({ where: { updateId: sent.updateId } })).toBe(0);
    expect(await db.event.count()).toBe(events);
  });
});

it("leaves an intact chain of events", async () => {
  expect(await db.event.count()).toBeGreaterThan(10);
  expect((await verifyChain(db)).brokenAt).toBeNull();
});
