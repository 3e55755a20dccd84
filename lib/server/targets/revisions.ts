// Changing what was promised: never without a reason and the document it rests on, and never undone.
import "server-only";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { can } from "@/lib/domain/permissions/can";
import { type RevisableTerms, type RevisedField, toRevisableTerms } from "@/lib/domain/targets/revisions";
import { DEFAULT_RECEIVE_DAYS } from "@/lib/schemas/life-cycle";
import { type CheckedRevision, checkRevision, type RevisionFacts, type RevisionInput } from "@/lib/schemas/revision";
import type { Clock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvent } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { getImportedDays } from "@/lib/server/working-days/data";
import { changeMoment, findOpenOwner, getLockedTarget, type LockedTarget } from "./lock";
import { rebuildStandings } from "./standings";

export interface Revised {
  readonly revisionId: string;
}

export function revisionFacts({ record, terms }: LockedTarget, onlyDates = false): RevisionFacts {
  return {
    kind: terms.kind,
    state: terms.state,
    current: toRevisableTerms(terms),
    ownerSlug: record.owner.slug,
    onlyDates,
  };
}

/** The supervision office changes the terms itself. */
export function reviseTarget(code: string, input: RevisionInput, context: Context): Promise<Result<Revised>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const target = await getLockedTarget(tx, { code }, context);
      if (!can(context.actor, "target.revise", target.scope)) reject({ kind: "forbidden" });
      const checked = checkRevision(input, revisionFacts(target));
      if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
      return recordRevision(tx, target, checked.revision, context);
    }),
  );
}

function pick(terms: RevisableTerms, fields: readonly RevisedField[]): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field) => [field, terms[field]]))));
}

function columnsOf(after: RevisableTerms) {
  const { steps: _steps, startOn, dueOn, planPoints, ...columns } = after;
  return {
    ...columns,
    startOn: dayColumn(startOn),
    dueOn: dayColumn(dueOn),
    planPoints: planPoints.map(({ on, ratio }) => ({ on, ratio })),
  };
}

async function newOwner(tx: Transaction, slug: string | null) {
  if (slug === null) return null;
  return (await findOpenOwner(tx, slug)) ?? reject({ kind: "invalid", errors: { owner: "unknown" } });
}

/** The figure of a target that was issued without it is set: from now on its owner is to sign for it. */
async function handOver(tx: Transaction, { terms }: LockedTarget, after: RevisableTerms, { today }: Clock) {
  if (terms.state !== "issued" || terms.value !== null || after.value === null) return {};
  const receiveDueOn = addWorkingDays(today, DEFAULT_RECEIVE_DAYS, await getImportedDays(tx));
  return { issuedOn: dayColumn(today), receiveDueOn: dayColumn(receiveDueOn) };
}

/** Writes a checked revision with the terms, the standing and the event. The caller has asked can(). */
export async function recordRevision(
  tx: Transaction,
  target: LockedTarget,
  { after, fields, ownerSlug, reason, authority }: CheckedRevision,
  { actor, clock }: Context,
): Promise<Revised> {
  if (actor.kind !== "user") reject({ kind: "forbidden" });
  const { record, terms } = target;
  const owner = await newOwner(tx, ownerSlug);
  const before = { ...pick(toRevisableTerms(terms), fields), ...(owner && { owner: record.owner.slug }) };
  const became = { ...pick(after, fields), ...(owner && { owner: owner.slug }) };
  const at = changeMoment(target, clock.now);
  const plannedOn = new Map(after.steps.map((step) => [step.key, step.plannedOn]));
  const moved = fields.includes("steps") ? record.steps : [];
  const stored = await tx.revision.create({
    data: { targetId: record.id, revisedAt: at, authorId: actor.userId, reason, authority, before, after: became },
  });
  const handedOver = await handOver(tx, target, after, clock);
  await tx.target.update({
    where: { id: record.id },
    data: { ...columnsOf(after), ...handedOver, ...(owner && { ownerId: owner.id }), version: { increment: 1 } },
  });
  for (const step of moved) {
    const day = plannedOn.get(step.key);
    if (day !== undefined)
      await tx.milestoneStep.update({ where: { id: step.id }, data: { plannedOn: dayColumn(day) } });
  }
  await rebuildStandings(tx, [record.id]);
  await appendEvent(tx, {
    at,
    actorId: actor.userId,
    action: "target.revised",
    entity: "target",
    entityId: record.id,
    before,
    after: { ...became, code: record.code, reason, authority },
  });
  return { revisionId: stored.id };
}
