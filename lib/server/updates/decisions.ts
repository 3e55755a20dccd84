// Writes of reviewers: approve or return one report or many.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { nextUpdateState } from "@/lib/domain/updates/workflow";
import { accountOrigin } from "@/lib/server/accounts/origin";
import { laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import {
  type Change,
  type ChangeEvent,
  type MutationError,
  mutate,
  type Result,
  reject,
  type Write,
} from "@/lib/server/mutation";
import { lockTargets } from "@/lib/server/targets/lock";
import { SCOPE_COLUMNS, toTargetScope } from "@/lib/server/targets/rows";
import type { Decision } from "./mutations";
import { toReportScope } from "./report-scope";
import type { Saved } from "./store-update";
import { updateEvent } from "./update-event";

const WITH_PEOPLE = {
  author: true,
  reviewer: true,
  target: { select: { code: true, ...SCOPE_COLUMNS } },
} as const satisfies Prisma.UpdateInclude;
type Stored = Prisma.UpdateGetPayload<{ include: typeof WITH_PEOPLE }>;

export interface DecidedMany {
  readonly saved: readonly Saved[];
  /** The reports that could not be decided, with the reason; all others were decided. */
  readonly refused: readonly {
    readonly updateId: string;
    readonly code: string | null;
    readonly error: MutationError;
  }[];
}

export function approveUpdate(decision: Decision, context: Context): Promise<Result<Saved>> {
  return decideOne(decision, null, context);
}

/** Returns the report. It does not change; the reporter submits a new one based on it. */
export function returnUpdate(
  decision: Decision & { readonly reason: string },
  context: Context,
): Promise<Result<Saved>> {
  return decideOne(decision, decision.reason, context);
}

/** Approves all of them in one transaction. */
export function approveUpdates(decisions: readonly Decision[], context: Context): Promise<Result<DecidedMany>> {
  return mutate("signed-in", context, (write) => decide(write, decisions, null));
}

/** Returns all of them, for one reason, in one transaction. */
export function returnUpdates(
  decisions: readonly Decision[],
  reason: string,
  context: Context,
): Promise<Result<DecidedMany>> {
  return mutate("signed-in", context, (write) => decide(write, decisions, reason));
}

function decideOne(decision: Decision, reason: string | null, context: Context): Promise<Result<Saved>> {
  return mutate("signed-in", context, async (write) => {
    const { result, ...change } = await decide(write, [decision], reason);
    return { ...change, result: result.saved[0] ?? reject(result.refused[0]?.error ?? { kind: "not-found" }) };
  });
}

type Step = "approve" | "return";

async function decide(
  write: Write,
  decisions: readonly Decision[],
  reason: string | null,
): Promise<Change<DecidedMany>> {
  const step: Step = reason === null ? "approve" : "return";
  const returnReason = reason?.trim().slice(0, 2000) ?? null;
  if (returnReason === "") reject({ kind: "invalid", errors: { note: "reason-required" } });
  const { now } = write.clock;
  const updates = await lockUpdates(write.tx, decisions);
  const conflicting = step === "approve" ? await findConflicting(write.tx, [...updates.values()]) : [];
  const taken = new Set<string>();
  const accepted: Stored[] = [];
  const superseded: Stored[] = [];
  const refused: DecidedMany["refused"][number][] = [];
  for (const decision of decisions) {
    const { updateId } = decision;
    const update = updates.get(updateId);
    const error = findDecisionError(update, decision, step, write);
    if (error !== null || update === undefined) {
      const code = error?.kind === "not-found" ? null : (update?.target.code ?? null);
      refused.push({ updateId, code, error: error ?? { kind: "not-found" } });
      continue;
    }
    const slot = resolveSlot(update, conflicting, taken, now);
    if (slot.error !== null) {
      refused.push({ updateId, code: update.target.code, error: slot.error });
      continue;
    }
    taken.add(slotOf(update));
    accepted.push(update);
    superseded.push(...slot.superseded);
  }
  const events = await supersede(write, superseded);
  const saved = await writeDecisions(write, accepted, step, returnReason);
  return {
    result: { saved: saved.rows, refused },
    standingsOf: step === "approve" ? [...new Set(accepted.map((update) => update.targetId))] : [],
    events: [...events, ...saved.events],
  };
}

/** Locks the targets of the reports and reads the reports. */
async function lockUpdates(tx: Transaction, decisions: readonly Decision[]): Promise<Map<string, Stored>> {
  const ids = decisions.map((decision) => decision.updateId);
  const found = await tx.update.findMany({ where: { id: { in: ids } }, select: { targetId: true } });
  await lockTargets(tx, [...new Set(found.map((one) => one.targetId))]);
  const updates = await tx.update.findMany({ where: { id: { in: ids } }, include: WITH_PEOPLE });
  return new Map(updates.map((update) => [update.id, update]));
}

function findDecisionError(
  update: Stored | undefined,
  decision: Decision,
  step: Step,
  { actor, clock }: Write,
): MutationError | null {
  if (update === undefined) return { kind: "not-found" };
  const target = toTargetScope(update.target);
  if (!can(actor, "target.read", { target })) return { kind: "not-found" };
  if (!can(actor, "update.read-unapproved", { target })) return { kind: "forbidden" };
  const state = oneOf(UPDATE_STATES, update.state);
  if (nextUpdateState(state, step) === null || update.version !== decision.version) {
    const at = update.decidedAt ?? update.submittedAt ?? update.createdAt;
    return { kind: "conflict", why: "changed", by: (update.reviewer ?? update.author).name, at };
  }
  if (!can(actor, `update.${step}`, { target, update: toReportScope(update) })) {
    return { kind: "forbidden" };
  }
  if (update.submittedAt !== null && update.submittedAt > clock.knownUntil) {
    return { kind: "conflict", why: "not-known-yet", by: update.author.name, at: update.submittedAt };
  }
  return null;
}

const slotOf = ({ targetId, asOf }: Stored) => `${targetId} ${asOf.toISOString()}`;

/** The other reports that are or were approved for the same targets and days. */
async function findConflicting(tx: Transaction, updates: readonly Stored[]): Promise<Stored[]> {
  if (updates.length === 0) return [];
  const slots = new Set(updates.map(slotOf));
  const found = await tx.update.findMany({
    where: {
      targetId: { in: [...new Set(updates.map((update) => update.targetId))] },
      asOf: { in: updates.map((update) => update.asOf) },
      state: { in: ["approved", "superseded"] },
    },
    include: WITH_PEOPLE,
  });
  return found.filter((other) => slots.has(slotOf(other)));
}

/**
 * Which approved reports this one supersedes. A day has at most one approved report: a correction supersedes the one it
 * corrects. In the demo, an illustrative report decided later than now (the visitor has moved the day back) is
 * superseded as well. Any other report of the day is a conflict.
 */
function resolveSlot(
  update: Stored,
  all: readonly Stored[],
  taken: ReadonlySet<string>,
  now: Date,
): { readonly error: MutationError | null; readonly superseded: readonly Stored[] } {
  const none = { superseded: [] };
  if (taken.has(slotOf(update))) {
    return { ...none, error: { kind: "conflict", why: "already-approved", by: null, at: now } };
  }
  const others = all.filter((other) => other.id !== update.id && slotOf(other) === slotOf(update));
  const superseded: Stored[] = [];
  for (const other of others) {
    const isFuture = other.decidedAt !== null && other.decidedAt > now;
    const inForce = !isFuture && (other.supersededAt === null || other.supersededAt > now);
    const isFutureSample = isFuture && other.illustrative && other.state === "approved";
    if (inForce ? other.id !== update.supersedesId : isFuture && other.state === "approved" && !isFutureSample) {
      const [by, at] = [other.reviewer?.name ?? null, other.decidedAt];
      return { ...none, error: { kind: "conflict", why: "already-approved", by, at } };
    }
    if (inForce || isFutureSample) superseded.push(other);
  }
  const { supersedesId } = update;
  if (supersedesId !== null && !others.some((other) => other.id === supersedesId)) {
    return { ...none, error: { kind: "conflict", why: "changed", by: null, at: null } };
  }
  return { error: null, superseded };
}

async function supersede({ tx, clock }: Write, updates: readonly Stored[]): Promise<ChangeEvent[]> {
  const events: ChangeEvent[] = [];
  for (const { id, decidedAt, state } of updates) {
    const supersededAt = laterInstant(clock.now, decidedAt ?? clock.now);
    const data = { state: "superseded", supersededAt, version: { increment: 1 } };
    const stored = await tx.update.update({ where: { id }, data });
    events.push(updateEvent(stored, "update.superseded", state));
  }
  return events;
}

async function writeDecisions(
  { tx, actor, clock }: Write,
  updates: readonly Stored[],
  step: Step,
  returnReason: string | null,
): Promise<{ readonly rows: Saved[]; readonly events: ChangeEvent[] }> {
  if (updates.length === 0) return { rows: [], events: [] };
  const state = step === "approve" ? "approved" : "returned";
  // One instant for all of them, not before the last submission.
  const decidedAt = updates.reduce((latest, { submittedAt }) => laterInstant(latest, submittedAt ?? latest), clock.now);
  await tx.update.updateMany({
    where: { id: { in: updates.map((update) => update.id) } },
    data: { state, reviewerId: actor.userId, decidedAt, returnReason, version: { increment: 1 } },
  });
  // The event states who created the reviewer's account: publishing a figure takes two people.
  const reviewerAccount = { ...(await accountOrigin(tx, actor.userId)) };
  return {
    rows: updates.map(({ id, version }) => ({ updateId: id, version: version + 1 })),
    events: updates.map((update) => {
      const event = updateEvent({ ...update, state, returnReason }, `update.${state}`, update.state);
      return { ...event, after: { ...event.after, reviewerAccount } };
    }),
  };
}
