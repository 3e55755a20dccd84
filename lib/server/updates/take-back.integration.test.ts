// A report withdrawn by its author, and a decision undone by its reviewer.
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { UpdateInput } from "@/lib/schemas/update";
import { db } from "@/lib/server/db/client";
import { verifyRestored } from "@/lib/server/events/verify-audit";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { approveUpdate, approveUpdates, returnUpdate } from "./decisions";
import { getReportForm } from "./form";
import { submitUpdate } from "./mutations";
import { undoDecisions, withdrawUpdate } from "./take-back";
import { listUndoable } from "./undoable";

const CODE = "NT-T02";
const reporter = (day?: string) => as("demo-transport-reporter", day);
const reviewer = () => as("demo-transport-reviewer");

beforeAll(loadPageAndPeople, 60_000);

let day = 0;
function anInput(change: Partial<UpdateInput> = {}): UpdateInput {
  day += 1;
  const asOf = `2023-04-${String(day).padStart(2, "0")}`;
  return { requestKey: crypto.randomUUID(), asOf, value: String(100 + day), note: "as counted", ...change };
}

async function submitted(change: Partial<UpdateInput> = {}) {
  return done(await submitUpdate(CODE, anInput(change), await reporter()));
}

const rowOf = (id: string) => db.update.findUniqueOrThrow({ where: { id } });
const actionsOn = async (entityId: string) =>
  (await db.event.findMany({ where: { entityId }, orderBy: { sequence: "asc" } })).map((event) => event.action);

describe("a report that its author withdraws", () => {
  it("leaves the queue, stays readable, and its day can be reported with its text", async () => {
    const input = anInput();
    const sent = done(await submitUpdate(CODE, input, await reporter()));
    done(await withdrawUpdate(sent, await reporter()));
    expect(await rowOf(sent.updateId)).toMatchObject({ state: "withdrawn", reviewerId: null, note: "as counted" });
    const form = await getReportForm(CODE, { from: sent.updateId }, await reporter());
    expect(form?.input).toMatchObject({ updateId: null, value: input.value, note: "as counted" });
    done(await submitUpdate(CODE, { ...input, requestKey: crypto.randomUUID() }, await reporter()));
    expect(await actionsOn(sent.updateId)).toEqual(["update.submitted", "update.withdrawn"]);
  });

  it("cannot be approved, and a decided one cannot be withdrawn", async () => {
    const withdrawn = await submitted();
    done(await withdrawUpdate(withdrawn, await reporter()));
    expect(await approveUpdate(withdrawn, await reviewer())).toMatchObject({ error: { kind: "conflict" } });
    const approved = await submitted();
    done(await approveUpdate(approved, await reviewer()));
    expect(await withdrawUpdate(approved, await reporter())).toMatchObject({
      error: { kind: "conflict", why: "changed" },
    });
  });

  it("is not withdrawn by its reviewer", async () => {
    const sent = await submitted();
    expect(await withdrawUpdate(sent, await reviewer())).toMatchObject({ error: { kind: "forbidden" } });
  });
});

describe("a decision that its reviewer undoes", () => {
  it("is as if not taken: the report waits again and the standing is the one before", async () => {
    const sent = await submitted();
    const { targetId } = await rowOf(sent.updateId);
    const read = () => db.targetStanding.findMany({ where: { targetId }, orderBy: { knownFrom: "asc" } });
    const before = await read();
    const decided = done(await approveUpdate(sent, await reviewer()));
    expect(await read()).not.toEqual(before);
    done(await undoDecisions([decided], await reviewer()));
    expect(await read()).toEqual(before);
    expect(await rowOf(sent.updateId)).toMatchObject({ state: "submitted", reviewerId: null, decidedAt: null });
    expect(await actionsOn(sent.updateId)).toEqual(["update.submitted", "update.approved", "update.decision-undone"]);
    const report = { ...sent, version: decided.version + 1 };
    done(await returnUpdate({ ...report, reason: "recount" }, await reviewer()));
  });

  it("is listed for its reviewer for ten seconds, together with those taken at the same time", async () => {
    const [one, other, third] = [await submitted(), await submitted(), await submitted()];
    const context = await reviewer();
    const together = done(await approveUpdates([one, other], context));
    const mine = await listUndoable(context);
    expect(mine[0]?.codes).toEqual([CODE, CODE]);
    expect(new Set(mine[0]?.decided)).toEqual(
      new Set(together.saved.map(({ updateId, version }) => `${updateId} ${version}`)),
    );
    const later = { ...context, clock: { ...context.clock, now: new Date(context.clock.now.getTime() + 11_000) } };
    done(await returnUpdate({ ...third, reason: "recount" }, later));
    expect((await listUndoable(later)).map(({ decided }) => decided.length)).toEqual([1]);
    expect(await listUndoable(await reporter())).toEqual([]);
    done(await undoDecisions(together.saved, context));
    expect((await listUndoable(context)).flatMap(({ decided }) => decided)).not.toContain(mine[0]?.decided[0]);
  });

  it("puts the corrected report in force again", async () => {
    const input = anInput();
    const first = done(await submitUpdate(CODE, input, await reporter()));
    done(await approveUpdate(first, await reviewer()));
    const change = { requestKey: crypto.randomUUID(), value: "99", supersedesId: first.updateId };
    const correction = done(await submitUpdate(CODE, { ...input, ...change }, await reporter()));
    const decided = done(await approveUpdate(correction, await reviewer()));
    expect(await rowOf(first.updateId)).toMatchObject({ state: "superseded" });
    done(await undoDecisions([decided], await reviewer()));
    expect(await rowOf(first.updateId)).toMatchObject({ state: "approved", supersededAt: null });
    expect(await rowOf(correction.updateId)).toMatchObject({ state: "submitted" });
  });

  it("covers many at once, all or none", async () => {
    const both = [await submitted(), await submitted()];
    const { saved } = done(await approveUpdates(both, await reviewer()));
    const stale = saved.map((one, index) => (index === 0 ? one : { ...one, version: 99 }));
    expect(await undoDecisions(stale, await reviewer())).toMatchObject({ error: { why: "changed" } });
    expect(await rowOf(both[0]?.updateId ?? "")).toMatchObject({ state: "approved" });
    done(await undoDecisions(saved, await reviewer()));
    expect(await rowOf(both[0]?.updateId ?? "")).toMatchObject({ state: "submitted" });
  });

  it("is refused after some seconds, and once the reporter has answered it", async () => {
    const approved = done(await approveUpdate(await submitted(), await reviewer()));
    const later = await reviewer();
    const clock = { ...later.clock, now: new Date(later.clock.now.getTime() + 20_000) };
    expect(await undoDecisions([approved], { ...later, clock })).toMatchObject({ error: { why: "too-late" } });
    const input = anInput();
    const sent = done(await submitUpdate(CODE, input, await reporter()));
    const returned = done(await returnUpdate({ ...sent, reason: "recount" }, await reviewer()));
    done(await submitUpdate(CODE, { ...input, requestKey: crypto.randomUUID() }, await reporter()));
    expect(await undoDecisions([returned], await reviewer())).toMatchObject({ error: { why: "changed" } });
  });

  it("is not prevented by a report of a later day, which the demo holds already", async () => {
    const input = anInput();
    const sent = done(await submitUpdate(CODE, input, await reporter()));
    const later = await reporter("2023-11-20");
    const decided = done(await returnUpdate({ ...sent, reason: "recount" }, await reviewer()));
    done(await submitUpdate(CODE, { ...input, requestKey: crypto.randomUUID() }, later));
    done(await undoDecisions([decided], await reviewer()));
  });

  it("needs its event: the database refuses a silent undo", async () => {
    const { updateId } = done(await approveUpdate(await submitted(), await reviewer()));
    const data = { state: "submitted", reviewerId: null, decidedAt: null };
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await expect(db.update.update({ where: { id: updateId }, data })).rejects.toThrow(/only with its event/);
  });
});

it("leaves an audit chain that verifies", async () => {
  const { chain, faults } = await verifyRestored();
  expect(chain.brokenAt).toBeNull();
  expect(faults.filter((fault) => /progress_update|standings/.test(fault))).toEqual([]);
});
