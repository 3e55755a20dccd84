// Extensions, revisions and closings: asked for by the owning department, decided by the supervision office.
import "server-only";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { nextRequestState, REQUEST_KINDS, REQUEST_STATES, type RequestKind } from "@/lib/domain/requests/workflow";
import type { RequestDecision } from "@/lib/schemas/request";
import { checkRevision, type RevisionInput, revisedTermsSchema } from "@/lib/schemas/revision";
import { laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvent } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { recordTransition } from "@/lib/server/targets/life-cycle";
import { changeMoment, getLockedTarget, type LockedTarget } from "@/lib/server/targets/lock";
import { recordRevision, revisionFacts } from "@/lib/server/targets/revisions";

export interface Requested {
  readonly requestId: string;
  readonly version: number;
}

export type RequestInput =
  | { readonly kind: "closing"; readonly reason: string }
  | { readonly kind: "extension" | "revision"; readonly input: RevisionInput };

interface Asked {
  readonly proposed: Prisma.InputJsonObject;
  readonly reason: string;
  readonly authority: string;
}

function asked(target: LockedTarget, request: RequestInput): Asked {
  if (request.kind === "closing") return { proposed: {}, reason: request.reason, authority: "" };
  const { owner: _owner, ...input } = request.input;
  const checked = checkRevision(input, revisionFacts(target, request.kind === "extension"));
  if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
  const { after, fields, reason, authority } = checked.revision;
  const proposed = Object.fromEntries(fields.map((field) => [field, after[field]]));
  return { proposed: JSON.parse(JSON.stringify(proposed)), reason, authority };
}

/** Asks the supervision office. At most one request of a kind waits for a target at a time. */
export function createRequest(code: string, request: RequestInput, context: Context): Promise<Result<Requested>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const target = await getLockedTarget(tx, { code }, context);
      if (actor.kind !== "user" || !can(actor, "request.create", target.scope)) reject({ kind: "forbidden" });
      const { record } = target;
      const waiting = await tx.targetRequest.findFirst({
        where: { targetId: record.id, kind: request.kind, state: "pending" },
        include: { requester: true },
      });
      if (waiting !== null) {
        reject({ kind: "conflict", why: "already-waiting", by: waiting.requester.name, at: waiting.requestedAt });
      }
      const requestedAt = clock.now;
      const stored = await tx.targetRequest.create({
        data: {
          ...asked(target, request),
          targetId: record.id,
          kind: request.kind,
          requesterId: actor.userId,
          requestedAt,
        },
      });
      await appendEvent(tx, {
        at: requestedAt,
        actorId: actor.userId,
        action: "request.created",
        entity: "request",
        entityId: stored.id,
        before: null,
        after: {
          targetId: record.id,
          code: record.code,
          kind: request.kind,
          proposed: stored.proposed as Prisma.InputJsonObject,
          reason: stored.reason,
          authority: stored.authority,
        },
      });
      return { requestId: stored.id, version: stored.version };
    }),
  );
}

type Pending = Prisma.TargetRequestGetPayload<{ include: { requester: true; decider: true } }>;

async function pendingRequest(tx: Transaction, decision: RequestDecision, context: Context) {
  const found = await tx.targetRequest.findUnique({ where: { id: decision.requestId }, select: { targetId: true } });
  if (found === null) reject({ kind: "not-found" });
  const target = await getLockedTarget(tx, { id: found.targetId }, context);
  if (!can(context.actor, "instruction.read", target.scope)) reject({ kind: "not-found" });
  const request = await tx.targetRequest.findUniqueOrThrow({
    where: { id: decision.requestId },
    include: { requester: true, decider: true },
  });
  const state = oneOf(REQUEST_STATES, request.state);
  const next = nextRequestState(state, decision.decision);
  if (next === null || request.version !== decision.version) {
    const [by, at] = [(request.decider ?? request.requester).name, request.decidedAt ?? request.requestedAt];
    reject({ kind: "conflict", why: "changed", by, at });
  }
  const scope: Scope = { ...target.scope, request: { requesterId: request.requesterId, state } };
  if (!can(context.actor, `request.${decision.decision}`, scope)) reject({ kind: "forbidden" });
  return { target, request, next };
}

/** What an approval brings about: the revision asked for, or the closing with its verdict. */
async function carryOut(
  tx: Transaction,
  target: LockedTarget,
  request: Pending,
  decision: Extract<RequestDecision, { decision: "approve" }>,
  context: Context,
): Promise<void> {
  const kind: RequestKind = oneOf(REQUEST_KINDS, request.kind);
  if (kind === "closing") {
    const verdict = decision.verdict ?? reject({ kind: "invalid", errors: { verdict: "required" } });
    const note = [request.reason, decision.note].filter(Boolean).join("\n\n");
    await recordTransition(tx, target, { step: "close", note, authority: "", verdict, receiveWithinDays: 1 }, context);
    return;
  }
  const proposed = revisedTermsSchema.parse(request.proposed);
  const facts = revisionFacts(target);
  const { reason, authority } = request;
  // Terms may have moved since it was asked for: the proposal is validated again against those in force.
  const { planPoints: _points, mergeJanuaryFebruary: _merged, baselineOrigin: _origin, ...fields } = proposed;
  const input = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, field === "steps" ? value : String(value ?? "")]),
  );
  const checked = checkRevision({ ...input, reason, authority }, facts);
  if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
  await recordRevision(tx, target, checked.revision, context);
}

/** Approves, refuses or takes back. What follows from an approval is written in the same transaction. */
export function decideRequest(decision: RequestDecision, context: Context): Promise<Result<Requested>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const { target, request, next } = await pendingRequest(tx, decision, context);
      if (actor.kind !== "user") reject({ kind: "forbidden" });
      const decidedAt = laterInstant(changeMoment(target, clock.now), request.requestedAt);
      const decided =
        next === "cancelled"
          ? { cancelledAt: decidedAt }
          : { deciderId: actor.userId, decidedAt, decisionNote: decision.note };
      const stored = await tx.targetRequest.update({
        where: { id: request.id },
        data: { state: next, version: { increment: 1 }, ...decided },
      });
      if (decision.decision === "approve") await carryOut(tx, target, request, decision, context);
      await appendEvent(tx, {
        at: decidedAt,
        actorId: actor.userId,
        action: `request.${next}`,
        entity: "request",
        entityId: request.id,
        before: { state: request.state },
        after: { state: next, targetId: request.targetId, kind: request.kind, note: decision.note },
      });
      return { requestId: request.id, version: stored.version };
    }),
  );
}
