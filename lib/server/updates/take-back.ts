// Taking back: a reporter withdraws a submitted report, a reviewer undoes a decision.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { isUndoable } from "@/lib/domain/updates/workflow";
import { laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Change, type ChangeEvent, mutate, type Result, reject, type Write } from "@/lib/server/mutation";
import { lockTargets } from "@/lib/server/targets/lock";
import { SCOPE_COLUMNS, toTargetScope } from "@/lib/server/targets/rows";
import type { Decision } from "./mutations";
import { toReportScope } from "./report-scope";
import type { Saved } from "./store-update";
import { updateEvent } from "./update-event";

const DECIDED = {
  author: { select: { name: true } },
  reviewer: { select: { name: true } },
  target: { select: SCOPE_COLUMNS },
} as const satisfies Prisma.UpdateInclude;
type Decided = Prisma.UpdateGetPayload<{ include: typeof DECIDED }>;

/** The report with its target locked; rejects a report that the user may not know of. */
async function lockUpdate({ tx, actor }: Write, updateId: string): Promise<Decided> {
  const found = await tx.update.findUnique({ where: { id: updateId }, select: { targetId: true } });
  if (found === null) reject({ kind: "not-found" });
  await lockTargets(tx, [found.targetId]);
  const update = await tx.update.findUniqueOrThrow({ where: { id: updateId }, include: DECIDED });
  if (!can(actor, "target.read", { target: toTargetScope(update.target) })) reject({ kind: "not-found" });
  return update;
}

function assertMay({ actor }: Write, action: "update.withdraw" | "update.undo", update: Decided): void {
  const scope = { target: toTargetScope(update.target), update: toReportScope(update) };
  if (!can(actor, action, scope)) reject({ kind: "forbidden" });
}

function rejectChanged(update: Decided): never {
  const by = (update.reviewer ?? update.author).name;
  return reject({ kind: "conflict", why: "changed", by, at: update.decidedAt ?? update.submittedAt });
}

/** The author takes a report back before it is decided. It stays as it was submitted; a new report replaces it. */
export function withdrawUpdate({ updateId, version }: Decision, context: Context): Promise<Result<Saved>> {
  return mutate("signed-in", context, async (write) => {
    const { tx, clock, actor } = write;
    const update = await lockUpdate(write, updateId);
    const isDecided = update.state === "approved" || update.state === "returned";
    if (isDecided && update.authorId === actor.userId) rejectChanged(update);
    assertMay(write, "update.withdraw", update);
    if (update.version !== version) rejectChanged(update);
    const decidedAt = laterInstant(clock.now, update.submittedAt ?? clock.now);
    const data = { state: "withdrawn", decidedAt, version: { increment: 1 } };
    const stored = await tx.update.update({ where: { id: updateId }, data });
    return {
      result: { updateId, version: stored.version },
      events: [updateEvent(stored, "update.withdrawn", update.state)],
    };
  });
}

/**
 * Undoes decisions that the actor has just taken; the reports wait for review again. All or none: rejected as soon as one
 * is too old, was taken by someone else, or has had a consequence.
 */
export function undoDecisions(decisions: readonly Decision[], context: Context): Promise<Result<readonly Saved[]>> {
  return mutate("signed-in", context, async (write) => {
    const changes: Change<Saved>[] = [];
    for (const decision of decisions) changes.push(await undo(write, decision));
    return {
      result: changes.map((change) => change.result),
      events: changes.flatMap((change) => change.events),
      standingsOf: [...new Set(changes.flatMap((change) => change.standingsOf ?? []))],
    };
  });
}

async function undo(write: Write, { updateId, version }: Decision): Promise<Change<Saved>> {
  const { tx, actor, clock } = write;
  const update = await lockUpdate(write, updateId);
  assertMay(write, "update.undo", update);
  if (update.reviewerId !== actor.userId) reject({ kind: "forbidden" });
  if (update.decidedAt === null || update.version !== version) rejectChanged(update);
  if (!isUndoable(update.decidedAt, clock.now)) reject({ kind: "conflict", why: "too-late", by: null, at: null });
  if (await hasFollowed(write, update, update.decidedAt)) rejectChanged(update);
  const wasApproved = update.state === "approved";
  const data = { state: "submitted", reviewerId: null, decidedAt: null, returnReason: null, version: { increment: 1 } };
  const stored = await tx.update.update({ where: { id: updateId }, data });
  const restored = wasApproved ? await restoreSuperseded(write, update) : [];
  return {
    result: { updateId, version: stored.version },
    standingsOf: wasApproved ? [update.targetId] : [],
    events: [updateEvent(stored, "update.decision-undone", update.state), ...restored],
  };
}

/** Whether something was built on the decision: another report for the day, or a bulletin. */
async function hasFollowed({ tx, clock }: Write, update: Decided, decidedAt: Date): Promise<boolean> {
  // Not the samples of later days in the demo.
  const createdAt = { gte: decidedAt, lte: clock.now };
  const reports = await tx.update.count({
    where: {
      targetId: update.targetId,
      asOf: update.asOf,
      id: { not: update.id },
      createdAt,
      state: { not: "discarded" },
    },
  });
  if (reports > 0) return true;
  return update.state === "approved" && (await tx.bulletin.count({ where: { createdAt } })) > 0;
}

/** Puts the reports in force again that the approval superseded: the corrected one, or samples decided later (demo). */
async function restoreSuperseded({ tx }: Write, update: Decided): Promise<ChangeEvent[]> {
  const { supersedesId, decidedAt, targetId, asOf } = update;
  const which = supersedesId === null ? { decidedAt: { gt: decidedAt ?? new Date() } } : { id: supersedesId };
  const superseded = await tx.update.findMany({ where: { targetId, asOf, state: "superseded", ...which } });
  const events: ChangeEvent[] = [];
  for (const { id, state } of superseded) {
    const data = { state: "approved", supersededAt: null, version: { increment: 1 } };
    events.push(updateEvent(await tx.update.update({ where: { id }, data }), "update.restored", state));
  }
  return events;
}
