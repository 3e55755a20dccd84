// What a reviewer does: approve or return, one report or many. The stored standings follow in the same transaction.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { nextUpdateState } from "@/lib/domain/updates/workflow";
import { accountOrigin } from "@/lib/server/accounts/origin";
import { laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvents } from "@/lib/server/events/append";
import type { NewEvent } from "@/lib/server/events/event-hash";
import { type MutationError, type Result, reject, runMutation } from "@/lib/server/mutation";
import { lockTargets } from "@/lib/server/targets/lock";
import { SCOPE_COLUMNS, toTargetScope } from "@/lib/server/targets/rows";
import { rebuildStandings } from "@/lib/server/targets/standings";
import type { Decision, Saved } from "./mutations";
import { updateAudit } from "./update-audit";

const WITH_PEOPLE = {
  author: true,
  reviewer: true,
  target: { select: { code: true, ...SCOPE_COLUMNS } },
} as const satisfies Prisma.UpdateInclude;
type Stored = Prisma.UpdateGetPayload<{ include: typeof WITH_PEOPLE }>;

export interface DecidedMany {
  readonly saved: readonly Saved[];
  /** What could not be decided, and why; the others are decided all the same. */
  readonly refused: readonly {
    readonly updateId: string;
    readonly code: string | null;
    readonly refusal: MutationError;
  }[];
}

export function approveUpdate(decision: Decision, context: Context): Promise<Result<Saved>> {
  return decideOne(decision, null, context);
}

/** Sends the report back. It stays as it was written; the reporter writes a new one from it. */
export function returnUpdate(
  decision: Decision & { readonly reason: string },
  context: Context,
): Promise<Result<Saved>> {
  return decideOne(decision, decision.reason, context);
}

/** Approves all of them in one transaction. */
export function approveUpdates(decisions: readonly Decision[], context: Context): Promise<Result<DecidedMany>> {
  return runMutation(() => db.$transaction((tx) => decide(tx, decisions, null, context)));
}

/** Returns all of them, for one reason, in one transaction. */
export function returnUpdates(
  decisions: readonly Decision[],
  reason: string,
  context: Context,
): Promise<Result<DecidedMany>> {
  return runMutation(() => db.$transaction((tx) => decide(tx, decisions, reason, context)));
}

function decideOne(decision: Decision, reason: string | null, context: Context): Promise<Result<Saved>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { saved, refused } = await decide(tx, [decision], reason, context);
      return saved[0] ?? reject(refused[0]?.refusal ?? { kind: "not-found" });
    }),
  );
}

type Step = "approve" | "return";

async function decide(
  tx: Transaction,
  decisions: readonly Decision[],
  reason: string | null,
  context: Context,
): Promise<DecidedMany> {
  const step: Step = reason === null ? "approve" : "return";
  const returnReason = reason?.trim().slice(0, 2000) ?? null;
  if (returnReason === "") reject({ kind: "invalid", errors: { note: "reason-required" } });
  const updates = await lockUpdates(tx, decisions);
  const rivals = step === "approve" ? await findConflicting(tx, [...updates.values()]) : [];
  const { now } = context.clock;
  const taken = new Set<string>();
  const accepted: Stored[] = [];
  const givingWay: Stored[] = [];
  const refused: DecidedMany["refused"][number][] = [];
  for (const decision of decisions) {
    const update = updates.get(decision.updateId);
    const refusal = findDecisionError(update, decision, step, context);
    const room =
      refusal === null && update !== undefined ? resolveSlot(update, rivals, taken, now) : { refusal, givingWay: [] };
    if (room.refusal !== null || update === undefined) {
      const code = refusal?.kind === "not-found" ? null : (update?.target.code ?? null);
      refused.push({ updateId: decision.updateId, code, refusal: room.refusal ?? { kind: "not-found" } });
      continue;
    }
    taken.add(slotOf(update));
    accepted.push(update);
    givingWay.push(...room.givingWay);
  }
  const events = await supersede(tx, givingWay, now, context);
  const saved = await writeDecisions(tx, accepted, step, returnReason, now, context);
  if (step === "approve" && accepted.length > 0) {
    await rebuildStandings(tx, [...new Set(accepted.map((update) => update.targetId))]);
  }
  await appendEvents(tx, [...events, ...saved.events]);
  return { saved: saved.rows, refused };
}

/** The reports as they are once every writer before us has finished. */
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
  context: Context,
): MutationError | null {
  const { actor, clock } = context;
  if (update === undefined) return { kind: "not-found" };
  const target = toTargetScope(update.target);
  if (!can(actor, "target.read", { target })) return { kind: "not-found" };
  if (!can(actor, "update.read-unapproved", { target })) return { kind: "forbidden" };
  const state = oneOf(UPDATE_STATES, update.state);
  if (nextUpdateState(state, step) === null || update.version !== decision.version) {
    const at = update.decidedAt ?? update.submittedAt ?? update.createdAt;
    return { kind: "conflict", why: "changed", by: (update.reviewer ?? update.author).name, at };
  }
  if (!can(actor, `update.${step}`, { target, update: { authorId: update.authorId, state } })) {
    return { kind: "forbidden" };
  }
  if (update.submittedAt !== null && update.submittedAt > clock.knownUntil) {
    return { kind: "conflict", why: "not-known-yet", by: update.author.name, at: update.submittedAt };
  }
  return null;
}

const slotOf = ({ targetId, asOf }: Stored) => `${targetId} ${asOf.toISOString()}`;

/** Whatever else is or was approved for the days these reports speak of. */
async function findConflicting(tx: Transaction, updates: readonly Stored[]): Promise<Stored[]> {
  if (updates.length === 0) return [];
  const places = new Set(updates.map(slotOf));
  const found = await tx.update.findMany({
    where: {
      targetId: { in: [...new Set(updates.map((update) => update.targetId))] },
      asOf: { in: updates.map((update) => update.asOf) },
      state: { in: ["approved", "superseded"] },
    },
    include: WITH_PEOPLE,
  });
  return found.filter((rival) => places.has(slotOf(rival)));
}

/**
 * At most one approved report speaks of a day. The corrected one is superseded now; an illustrative one that was
 * decided later than now (the demo's future, when its visitor has moved the day back) gives way without ever having
 * counted. Any other report in the place is a conflict.
 */
function resolveSlot(
  update: Stored,
  all: readonly Stored[],
  taken: ReadonlySet<string>,
  now: Date,
): { readonly refusal: MutationError | null; readonly givingWay: readonly Stored[] } {
  const none = { givingWay: [] };
  if (taken.has(slotOf(update))) {
    return { ...none, refusal: { kind: "conflict", why: "already-approved", by: null, at: now } };
  }
  const rivals = all.filter((rival) => rival.id !== update.id && slotOf(rival) === slotOf(update));
  const givingWay: Stored[] = [];
  for (const rival of rivals) {
    const isFuture = rival.decidedAt !== null && rival.decidedAt > now;
    const inForce = !isFuture && (rival.supersededAt === null || rival.supersededAt > now);
    const givesWay = isFuture && rival.illustrative && rival.state === "approved";
    if (inForce ? rival.id !== update.supersedesId : isFuture && rival.state === "approved" && !givesWay) {
      const [by, at] = [rival.reviewer?.name ?? null, rival.decidedAt];
      return { ...none, refusal: { kind: "conflict", why: "already-approved", by, at } };
    }
    if (inForce || givesWay) givingWay.push(rival);
  }
  const corrects = update.supersedesId;
  if (corrects !== null && !rivals.some((rival) => rival.id === corrects)) {
    return { ...none, refusal: { kind: "conflict", why: "changed", by: null, at: null } };
  }
  return { refusal: null, givingWay };
}

async function supersede(tx: Transaction, rivals: readonly Stored[], now: Date, context: Context): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const rival of rivals) {
    const data = {
      state: "superseded",
      supersededAt: laterInstant(now, rival.decidedAt ?? now),
      version: { increment: 1 },
    };
    const stored = await tx.update.update({ where: { id: rival.id }, data });
    events.push(updateAudit(stored, "update.superseded", context, rival.state));
  }
  return events;
}

async function writeDecisions(
  tx: Transaction,
  updates: readonly Stored[],
  step: Step,
  returnReason: string | null,
  now: Date,
  context: Context,
): Promise<{ readonly rows: Saved[]; readonly events: NewEvent[] }> {
  const { actor } = context;
  if (updates.length === 0 || actor.kind !== "user") return { rows: [], events: [] };
  const state = step === "approve" ? "approved" : "returned";
  // One moment for all of them, and not before any was submitted.
  const decidedAt = updates.reduce((latest, { submittedAt }) => laterInstant(latest, submittedAt ?? latest), now);
  await tx.update.updateMany({
    where: { id: { in: updates.map((update) => update.id) } },
    data: { state, reviewerId: actor.userId, decidedAt, returnReason, version: { increment: 1 } },
  });
  // Who made the account that decided stands in the event itself: it takes two people to publish a figure.
  const reviewerAccount = { ...(await accountOrigin(tx, actor.userId)) };
  return {
    rows: updates.map(({ id, version }) => ({ updateId: id, version: version + 1 })),
    events: updates.map((update) => {
      const event = updateAudit({ ...update, state, returnReason }, `update.${state}`, context, update.state);
      return { ...event, after: { ...event.after, reviewerAccount } };
    }),
  };
}
