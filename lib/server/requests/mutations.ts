// Extensions, revisions and closings: requested by the owning department, decided by the supervision office.
import "server-only";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { nextRequestState, REQUEST_KINDS, REQUEST_STATES, type RequestState } from "@/lib/domain/requests/workflow";
import type { RevisableTerms } from "@/lib/domain/targets/revisions";
import { PLAN_CELL } from "@/lib/schemas/plan-cells";
import type { RequestDecision } from "@/lib/schemas/request";
import { stepRow } from "@/lib/schemas/revised-steps";
import { checkRevision, type RevisionInput, revisedTermsSchema } from "@/lib/schemas/revision";
import { laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Change, mutate, type Result, reject, rejectStale, type Write } from "@/lib/server/mutation";
import { recordTransition } from "@/lib/server/targets/life-cycle";
import { lockForWrite, mutateTarget, type TargetWrite } from "@/lib/server/targets/mutate";
import { readStepFacts } from "@/lib/server/targets/revised-steps";
import { recordRevision, revisionFacts } from "@/lib/server/targets/revisions";
import { toTermsVersions } from "@/lib/server/targets/terms-columns";

export interface Requested {
  readonly requestId: string;
  readonly version: number;
}

export type RequestInput =
  | { readonly kind: "closing"; readonly reason: string }
  | { readonly kind: "extension" | "revision"; readonly input: RevisionInput };

interface Proposal {
  readonly proposed: Prisma.InputJsonObject;
  readonly reason: string;
  readonly authority: string;
}

async function prepareProposal({ tx, target, at }: TargetWrite, request: RequestInput): Promise<Proposal> {
  if (request.kind === "closing") return { proposed: {}, reason: request.reason, authority: "" };
  const stepFacts = await readStepFacts(tx, target.record.id, at);
  const facts = { ...revisionFacts(target, request.kind === "extension"), stepFacts };
  const checked = checkRevision(request.input, facts);
  if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
  const { after, fields, reason, authority } = checked.revision;
  const proposed = Object.fromEntries(fields.map((field) => [field, after[field]]));
  return { proposed: JSON.parse(JSON.stringify(proposed)), reason, authority };
}

/** Sends a request to the supervision office. A target has at most one pending request of each kind. */
export function createRequest(code: string, request: RequestInput, context: Context): Promise<Result<Requested>> {
  return mutateTarget({ code }, "request.create", context, async (write) => {
    const { tx, actor, clock, target } = write;
    const { kind } = request;
    const targetId = target.record.id;
    const waiting = await tx.targetRequest.findFirst({
      where: { targetId, kind, state: "pending" },
      include: { requester: true },
    });
    if (waiting !== null) {
      reject({ kind: "conflict", why: "already-waiting", by: waiting.requester.name, at: waiting.requestedAt });
    }
    const proposal = await prepareProposal(write, request);
    const { id, version } = await tx.targetRequest.create({
      data: { ...proposal, targetId, kind, requesterId: actor.userId, requestedAt: clock.now },
    });
    const after = { targetId, code, kind, ...proposal };
    return {
      result: { requestId: id, version },
      events: [{ action: "request.created", id, before: null, after }],
    };
  });
}

interface RequestWrite extends TargetWrite {
  readonly request: Prisma.TargetRequestGetPayload<object>;
  readonly state: RequestState;
  readonly next: RequestState;
}

/** The locked request. Rejects a stale version, and a user without the permission for the decision. */
async function lockRequest(write: Write, { requestId, version, decision }: RequestDecision): Promise<RequestWrite> {
  const { tx, actor } = write;
  const found = await tx.targetRequest.findUnique({ where: { id: requestId }, select: { targetId: true } });
  if (found === null) reject({ kind: "not-found" });
  const locked = await lockForWrite(write, { id: found.targetId }, null);
  const { scope } = locked.target;
  if (!can(actor, "instruction.read", scope)) reject({ kind: "not-found" });
  const request = await tx.targetRequest.findUniqueOrThrow({ where: { id: requestId } });
  const state = oneOf(REQUEST_STATES, request.state);
  const next = nextRequestState(state, decision);
  if (next === null || request.version !== version) return rejectStale(tx, "request", requestId);
  const withRequest: Scope = { ...scope, request: { requesterId: request.requesterId, state } };
  if (!can(actor, `request.${decision}`, withRequest)) reject({ kind: "forbidden" });
  return { ...locked, request, state, next };
}

/** What a stored request changes of the present steps; steps that were added after it stay. */
function proposedSteps(
  { target: { record, terms } }: TargetWrite,
  { requestedAt }: RequestWrite["request"],
  steps: RevisableTerms["steps"],
): Pick<RevisionInput, "steps" | "removedSteps" | "addedSteps"> {
  const then = toTermsVersions(record, requestedAt).at(-1)?.terms.steps ?? [];
  const [known, proposed] = [new Set(then.map(({ key }) => key)), new Set(steps.map(({ key }) => key))];
  const added = steps.filter(({ key }) => !known.has(key));
  return {
    steps: steps.filter(({ key }) => known.has(key)).map(({ key, plannedOn, weight }) => ({ key, plannedOn, weight })),
    removedSteps: terms.steps.map(({ key }) => key).filter((key) => known.has(key) && !proposed.has(key)),
    addedSteps: Object.fromEntries(added.flatMap(stepRow)),
  };
}

/** Carries out an approved request: the closing with its verdict, or the revision. */
async function carryOut(
  { request, ...write }: RequestWrite,
  decision: Extract<RequestDecision, { decision: "approve" }>,
  authority: string,
): Promise<Change<unknown>> {
  if (oneOf(REQUEST_KINDS, request.kind) === "closing") {
    const verdict = decision.verdict ?? reject({ kind: "invalid", errors: { verdict: "required" } });
    const note = [request.reason, decision.note].filter(Boolean).join("\n\n");
    return recordTransition(write, { step: "close", note, authority, verdict, receiveWithinDays: 1 });
  }
  const proposed = revisedTermsSchema.parse(request.proposed);
  const { reason } = request;
  // The terms may have changed since the request: the proposal is validated again against the current ones.
  const { planPoints, planValues = [], steps, ...fields } = proposed;
  const input = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, String(value ?? "")]));
  const cells = Object.fromEntries(planValues.map(({ on, value }) => [`${PLAN_CELL}${on}`, value]));
  const checked = checkRevision(
    {
      ...input,
      ...(steps && proposedSteps(write, request, steps)),
      planPoints,
      cells,
      reason,
      authority: request.authority,
    },
    { ...revisionFacts(write.target), stepFacts: await readStepFacts(write.tx, write.target.record.id, write.at) },
  );
  if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
  return recordRevision(write, checked.revision);
}

/** Approves, refuses or cancels a request. An approval is carried out in the same transaction. */
export function decideRequest(decision: RequestDecision, context: Context): Promise<Result<Requested>> {
  return mutate("signed-in", context, (write) => recordDecision(write, decision));
}

/** The same in the transaction of the caller. @param authority the document that authorizes a closing */
export async function recordDecision(
  write: Write,
  decision: RequestDecision,
  authority = "",
): Promise<Change<Requested>> {
  const locked = await lockRequest(write, decision);
  const { tx, actor, request, state, next } = locked;
  const { id, targetId, kind } = request;
  const at = laterInstant(locked.at, request.requestedAt);
  const { version } = await tx.targetRequest.update({
    where: { id },
    data: {
      state: next,
      version: { increment: 1 },
      ...(next === "cancelled"
        ? { cancelledAt: at }
        : { deciderId: actor.userId, decidedAt: at, decisionNote: decision.note }),
    },
  });
  const { events = [], standingsOf = [] } =
    decision.decision === "approve" ? await carryOut(locked, decision, authority) : {};
  const after = { state: next, targetId, kind, note: decision.note };
  return {
    result: { requestId: id, version },
    standingsOf,
    events: [...events, { at, action: `request.${next}`, id, before: { state }, after }],
  };
}
