// Invariants of any run of commands by any users: nobody decides their own report, no update is lost, the stored light
// is the recomputed one, terms and states change only on record, the chain of events is intact, and it records the
// current state of every audited row.
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { db } from "@/lib/server/db/client";
import { verifyChain } from "@/lib/server/events/verify";
import { findRowFaults } from "@/lib/server/events/verify-rows";
import { judgeInstruction, replyToInstruction, sendInstruction } from "@/lib/server/instructions/mutations";
import { createRequest, decideRequest } from "@/lib/server/requests/mutations";
import { transitionTarget } from "@/lib/server/targets/life-cycle";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { approveUpdate, approveUpdates, returnUpdate } from "@/lib/server/updates/decisions";
import { discardDraft, saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { copyAsDraft } from "@/testing/draft-targets";
import { recordEverything } from "@/testing/events";
import { as, loadPageAndPeople } from "@/testing/people";

beforeAll(async () => {
  await loadPageAndPeople();
  await copyAsDraft("NT-B01", "NT-DRAFT");
  await recordEverything();
});

const CODES = ["NT-T01", "NT-T02", "NT-DRAFT"] as const;
const PEOPLE = [
  "demo-transport-reporter",
  "demo-transport-reviewer",
  "demo-commerce-reporter",
  "demo-commerce-reviewer",
  "demo-supervisor",
  "demo-administrator",
  "demo-reader",
] as const;
const COMMANDS = [
  "draft",
  "submit",
  "correct",
  "approve",
  "approve-all",
  "return",
  "discard",
  "revise",
  "issue",
  "receive",
  "reopen",
  "ask-extension",
  "ask-closing",
  "grant",
  "deny",
  "take-back",
  "instruct",
  "reply",
  "accept",
  "refuse",
] as const;

const OFFICE: readonly string[] = ["revise", "issue", "reopen", "grant", "deny", "instruct", "accept", "refuse"];
const REVIEWER: readonly string[] = ["approve", "approve-all", "return"];

/** A plausible actor: the owner's reporter or reviewer, or the office. */
function fitting(command: string, code: string): (typeof PEOPLE)[number] {
  if (OFFICE.includes(command)) return "demo-supervisor";
  const department = code === "NT-DRAFT" ? "commerce" : "transport";
  return `demo-${department}-${REVIEWER.includes(command) ? "reviewer" : "reporter"}`;
}

interface Move {
  /** Nine in ten act within their permissions; the others try something that is forbidden. */
  readonly isStranger: boolean;
  readonly command: (typeof COMMANDS)[number];
  readonly who: (typeof PEOPLE)[number];
  readonly code: (typeof CODES)[number];
  readonly month: number;
  readonly value: number;
  readonly pick: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  isStranger: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  command: fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...COMMANDS) },
    { weight: 20, arbitrary: fc.constantFrom("submit" as const, "approve" as const) },
  ),
  who: fc.constantFrom(...PEOPLE),
  code: fc.constantFrom(...CODES),
  month: fc.integer({ min: 1, max: 8 }),
  value: fc.integer({ min: 0, max: 500 }),
  pick: fc.nat(50),
});

/** The pick-th of the existing items, so that a command has an object. */
function chosen<T>(all: readonly T[], pick: number): T | null {
  return all.length === 0 ? null : (all[pick % all.length] ?? null);
}

const NEVER = { id: "00000000-0000-7000-8000-000000000000", version: 1 };
const WHY = { reason: "because", authority: "No. 1" };

async function play({ isStranger, command, who, code, month, value, pick }: Move): Promise<void> {
  const context = await as(isStranger ? who : fitting(command, code));
  const asOf = `2023-0${month}-28`;
  const input = { requestKey: crypto.randomUUID(), asOf, value: String(value), note: "as counted" };
  const update = async (state: string) =>
    chosen(await db.update.findMany({ where: { state }, orderBy: { id: "asc" } }), pick) ?? NEVER;
  const decided = async (state: string) => {
    const { id: updateId, version } = await update(state);
    return { updateId, version };
  };
  const request = chosen(await db.targetRequest.findMany({ where: { state: "pending" } }), pick) ?? NEVER;
  const instruction =
    chosen(await db.instruction.findMany({ where: { state: { in: ["sent", "replied"] } } }), pick) ?? NEVER;
  const about = { instructionId: instruction.id, version: instruction.version };
  const step = { authority: "No. 1", note: "because", receiveWithinDays: 3 };
  const shown = { requestId: request.id, version: request.version };
  switch (command) {
    case "draft":
      return void (await saveDraft(code, input, context));
    case "submit":
      return void (await submitUpdate(code, input, context));
    case "correct": {
      const { id } = await update("approved");
      const corrected = await db.update.findUnique({ where: { id } });
      const day = corrected?.asOf.toISOString().slice(0, 10) ?? asOf;
      return void (await submitUpdate(code, { ...input, asOf: day, supersedesId: id }, context));
    }
    case "approve":
      return void (await approveUpdate(await decided("submitted"), context));
    case "approve-all": {
      const waiting = await db.update.findMany({ where: { state: "submitted" } });
      await approveUpdates(
        waiting.map(({ id: updateId, version }) => ({ updateId, version })),
        context,
      );
      return;
    }
    case "return":
      return void (await returnUpdate({ ...(await decided("submitted")), reason: "recount" }, context));
    case "discard":
      return void (await discardDraft(await decided("draft"), context));
    case "revise":
      return void (await reviseTarget(code, { ...WHY, value: String(value) }, context));
    case "issue":
    case "receive":
    case "reopen":
      return void (await transitionTarget(code, { step: command, ...step }, context));
    case "ask-extension":
      return void (await createRequest(
        code,
        { kind: "extension", input: { ...WHY, dueOn: `2024-0${month}-28` } },
        context,
      ));
    case "ask-closing":
      return void (await createRequest(code, { kind: "closing", reason: "done" }, context));
    case "grant":
      return void (await decideRequest({ decision: "approve", ...shown, note: "", verdict: "completed" }, context));
    case "deny":
      return void (await decideRequest({ decision: "refuse", ...shown, note: "no" }, context));
    case "take-back":
      return void (await decideRequest({ decision: "cancel", ...shown, note: "" }, context));
    case "instruct":
      return void (await sendInstruction(
        code,
        { kind: "slip", colour: "blue", givenBy: "o", body: "b", replyDueOn: isoDate("2023-10-20") },
        context,
      ));
    case "reply":
      return void (await replyToInstruction({ ...about, body: "soon" }, context));
    case "accept":
      return void (await judgeInstruction({ decision: "accept", ...about, note: "" }, context));
    case "refuse":
      return void (await judgeInstruction({ decision: "refuse", ...about, note: "more" }, context));
  }
}

async function assertInvariants(updatesBefore: ReadonlySet<string>): Promise<void> {
  const updates = await db.update.findMany({ include: { target: true } });
  const ids = new Set(updates.map((update) => update.id));
  for (const id of updatesBefore) expect(ids.has(id)).toBe(true);
  const places = updates
    .filter((one) => one.state === "approved")
    .map((one) => `${one.targetId} ${one.asOf.toISOString()}`);
  expect(new Set(places).size).toBe(places.length);
  for (const { authorId, reviewerId, state } of updates) {
    if (reviewerId !== null) expect(reviewerId).not.toBe(authorId);
    if (state === "approved") expect(reviewerId).not.toBeNull();
  }
  const targets = await db.target.findMany({ where: { code: { in: [...CODES] } }, include: { transitions: true } });
  for (const { id, state, transitions } of targets) {
    const last = transitions.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0];
    if (last !== undefined) expect(last.toState).toBe(state);
    const read = () => db.targetStanding.findMany({ where: { targetId: id }, orderBy: { knownFrom: "asc" } });
    const stored = await read();
    await db.$transaction((tx) => rebuildStandings(tx, [id]));
    expect(await read()).toEqual(stored);
  }
  expect((await verifyChain(db)).brokenAt).toBeNull();
}

it("preserves every invariant through any run of commands", async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 40 }), async (moves) => {
      const before = new Set((await db.update.findMany({ select: { id: true } })).map((one) => one.id));
      const events = await db.event.count();
      for (const one of moves) {
        const count = await db.event.count();
        await play(one);
        if ((await db.event.count()) > count) done.add(one.command);
      }
      expect(await db.event.count()).toBeGreaterThanOrEqual(events);
      await assertInvariants(before);
    }),
    { numRuns: 40, seed: 20_231_009, endOnFailure: true },
  );
  expect(await findRowFaults(db, (await verifyChain(db)).recorded)).toEqual([]);
  // The run would prove nothing if most commands were rejected.
  expect(done.size).toBeGreaterThan(COMMANDS.length - 4);
}, 300_000);
