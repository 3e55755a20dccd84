// Reads of departments' requests, as pages show them.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { principalIn } from "@/lib/domain/permissions/delegation";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { REQUEST_KINDS, REQUEST_STATES, type RequestState } from "@/lib/domain/requests/workflow";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import type { Slice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { whereOwnedAt } from "@/lib/server/departments/names";
import { bilingual, toTargetScope } from "@/lib/server/targets/rows";
import { CHANGES, TERMS, toTermsVersions } from "@/lib/server/targets/terms-columns";
import type { RequestView } from "@/lib/views/request";
import type { Excerpt } from "@/lib/views/target";
import type { TargetDetail } from "@/lib/views/target-detail";

const LISTED = {
  requester: { select: { name: true } },
  decider: { select: { name: true } },
  target: { include: { ...CHANGES, ...TERMS } },
} as const satisfies Prisma.TargetRequestInclude;
type Listed = Prisma.TargetRequestGetPayload<{ include: typeof LISTED }>;

/** The state at `moment`, derived from its time stamps. */
function stateAt({ state, decidedAt, cancelledAt }: Listed, moment: Date): RequestState {
  const settledAt = decidedAt ?? cancelledAt;
  return settledAt !== null && settledAt > moment ? "pending" : oneOf(REQUEST_STATES, state);
}

function viewOf(record: Listed, { actor, clock }: Context): RequestView {
  const { target } = record;
  const state = stateAt(record, clock.knownUntil);
  const isDecided = state === "approved" || state === "refused";
  const versions = toTermsVersions(target, clock.knownUntil);
  const { terms } = versions.at(-1) ?? versions[0];
  return {
    id: record.id,
    version: record.version,
    code: target.code,
    title: bilingual(target.title, target.titleEn),
    metricKind: terms.kind,
    unit: target.metric.unit,
    unitEn: target.metric.unitEn,
    precision: target.metric.precision,
    stepTitles: Object.fromEntries(target.steps.map((step) => [step.key, bilingual(step.title, step.titleEn)])),
    kind: oneOf(REQUEST_KINDS, record.kind),
    state,
    proposed: record.proposed as Record<string, unknown>,
    current: { ...toRevisableTerms(terms) },
    reason: record.reason,
    authority: record.authority,
    scope: {
      target: toTargetScope(target),
    },
    standsInFor: principalIn(actor, target.ownerId)?.name ?? null,
    requesterId: record.requesterId,
    requester: record.requester.name,
    requestedAt: record.requestedAt,
    decider: isDecided ? (record.decider?.name ?? null) : null,
    decidedAt: isDecided ? record.decidedAt : null,
    decisionNote: isDecided ? record.decisionNote : "",
  };
}

async function list(
  where: Prisma.TargetRequestWhereInput,
  context: Context,
  slice?: Slice,
): Promise<Excerpt<RequestView>> {
  const known = { ...where, requestedAt: { lte: context.clock.knownUntil } };
  const [total, records] = await Promise.all([
    db.targetRequest.count({ where: known }),
    db.targetRequest.findMany({
      where: known,
      include: LISTED,
      orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
      ...slice,
    }),
  ]);
  return { total, shown: records.map((record) => viewOf(record, context)) };
}

function pendingAt(moment: Date): Prisma.TargetRequestWhereInput {
  return { OR: [{ state: "pending" }, { decidedAt: { gt: moment } }, { cancelledAt: { gt: moment } }] };
}

/** Requests that wait for the supervision office; the caller has checked can(actor, "supervision.read"). */
export function listPendingRequests(slice: Slice, context: Context): Promise<Excerpt<RequestView>> {
  return list(pendingAt(context.clock.knownUntil), context, slice);
}

/** Pending requests of these departments. */
export function listDepartmentRequests(
  departmentIds: readonly string[],
  slice: Slice,
  context: Context,
): Promise<Excerpt<RequestView>> {
  const { knownUntil } = context.clock;
  const target = whereOwnedAt({ id: { in: [...departmentIds] } }, knownUntil);
  return list({ ...pendingAt(knownUntil), target }, context, slice);
}

/** All on one target; none for users who may not read its internal data. */
export async function listRequestsOn(target: TargetDetail, context: Context): Promise<readonly RequestView[]> {
  const scope = { target: scopeOf(target) };
  if (!can(context.actor, "instruction.read", scope)) return [];
  return (await list({ targetId: target.id }, context)).shown;
}
