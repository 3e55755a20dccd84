// What a reviewer does: approve or return. The stored standings follow in the same transaction.
import "server-only";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { nextUpdateState, type UpdateStep } from "@/lib/domain/updates/workflow";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvent } from "@/lib/server/events/append";
import { attempt, type Outcome, refuse } from "@/lib/server/refusal";
import { lockTarget, notBefore } from "@/lib/server/targets/locked";
import { rebuildStandings } from "@/lib/server/targets/standings";
import type { Decision, Saved } from "./mutations";
import { getReportTarget } from "./report-target";
import { updateAudit } from "./update-audit";

const WITH_PEOPLE = { author: true, reviewer: true } as const satisfies Prisma.UpdateInclude;
type Waiting = Prisma.UpdateGetPayload<{ include: typeof WITH_PEOPLE }>;

export function approveUpdate(decision: Decision, context: Context): Promise<Outcome<Saved>> {
  return decide(decision, context, "approve", async (tx, update, reviewerId, decidedAt) => {
    await makeRoom(tx, update, decidedAt, context);
    const data = { state: "approved", reviewerId, decidedAt, version: { increment: 1 } };
    const stored = await tx.update.update({ where: { id: update.id }, data });
    await rebuildStandings(tx, [update.targetId]);
    await appendEvent(tx, updateAudit(stored, "update.approved", context, update.state));
    return stored;
  });
}

/** Sends the report back. It stays as it was written; the reporter writes a new one from it. */
export function returnUpdate(
  decision: Decision & { readonly reason: string },
  context: Context,
): Promise<Outcome<Saved>> {
  return decide(decision, context, "return", async (tx, update, reviewerId, decidedAt) => {
    const returnReason = decision.reason.trim().slice(0, 2000);
    if (returnReason === "") refuse({ kind: "invalid", errors: { note: "reason-required" } });
    const data = { state: "returned", reviewerId, decidedAt, returnReason, version: { increment: 1 } };
    const stored = await tx.update.update({ where: { id: update.id }, data });
    await appendEvent(tx, updateAudit(stored, "update.returned", context, update.state));
    return stored;
  });
}

type Write = (tx: Transaction, update: Waiting, reviewerId: string, decidedAt: Date) => Promise<{ version: number }>;

function decide(
  { updateId, version }: Decision,
  context: Context,
  step: Extract<UpdateStep, "approve" | "return">,
  write: Write,
): Promise<Outcome<Saved>> {
  return attempt(async () => {
    const found = await db.update.findUnique({ where: { id: updateId }, select: { targetId: true } });
    if (found === null) refuse({ kind: "not-found" });
    return db.$transaction(async (tx) => {
      await lockTarget(tx, found.targetId);
      const { update, reviewerId } = await waitingFor(tx, updateId, version, context, step);
      const stored = await write(
        tx,
        update,
        reviewerId,
        notBefore(context.clock.now, update.submittedAt ?? update.createdAt),
      );
      return { updateId, version: stored.version };
    });
  });
}

async function waitingFor(tx: Transaction, id: string, version: number, context: Context, step: "approve" | "return") {
  const { actor, clock } = context;
  const update = await tx.update.findUnique({ where: { id }, include: WITH_PEOPLE });
  const target = update === null ? null : await getReportTarget(tx, { id: update.targetId }, clock);
  if (update === null || target === null || actor.kind !== "user") refuse({ kind: "forbidden" });
  if (!can(actor, "update.read-unapproved", target.scope)) refuse({ kind: "forbidden" });
  const state = oneOf(UPDATE_STATES, update.state);
  if (nextUpdateState(state, step) === null || update.version !== version) {
    const at = update.decidedAt ?? update.submittedAt ?? update.createdAt;
    refuse({ kind: "conflict", why: "changed", by: (update.reviewer ?? update.author).name, at });
  }
  const scope: Scope = { ...target.scope, update: { authorId: update.authorId, state } };
  if (!can(actor, `update.${step}`, scope)) refuse({ kind: "forbidden" });
  if (update.submittedAt !== null && update.submittedAt > clock.knownUntil) {
    refuse({ kind: "conflict", why: "not-known-yet", by: update.author.name, at: update.submittedAt });
  }
  return { update, reviewerId: actor.userId };
}

/**
 * At most one approved report speaks of a day. The corrected one is superseded now; an illustrative one that was
 * decided later than now (the demo's future, when its visitor has moved the day back) gives way without ever having
 * counted. Any other report in the place is a conflict.
 */
async function makeRoom(tx: Transaction, update: Waiting, now: Date, context: Context): Promise<void> {
  const rivals = await tx.update.findMany({
    where: {
      targetId: update.targetId,
      asOf: update.asOf,
      id: { not: update.id },
      state: { in: ["approved", "superseded"] },
    },
    include: WITH_PEOPLE,
  });
  for (const rival of rivals) {
    const decidedAt = rival.decidedAt ?? now;
    const isFuture = decidedAt > now;
    const inForce = !isFuture && (rival.supersededAt === null || rival.supersededAt > now);
    const givesWay = isFuture && rival.illustrative && rival.state === "approved";
    if (inForce ? rival.id !== update.supersedesId : isFuture && rival.state === "approved" && !givesWay) {
      refuse({ kind: "conflict", why: "already-approved", by: rival.reviewer?.name ?? null, at: rival.decidedAt });
    }
    if (!inForce && !givesWay) continue;
    const data = { state: "superseded", supersededAt: notBefore(now, decidedAt), version: { increment: 1 } };
    const stored = await tx.update.update({ where: { id: rival.id }, data });
    await appendEvent(tx, updateAudit(stored, "update.superseded", context, rival.state));
  }
  const corrects = update.supersedesId;
  const corrected = corrects === null || rivals.some((rival) => rival.id === corrects);
  if (!corrected) refuse({ kind: "conflict", why: "changed", by: null, at: null });
}
