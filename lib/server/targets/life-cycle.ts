// The steps of a target's life: issue, receive, withdraw, reopen; closing is part of deciding a closing report.
import "server-only";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { can } from "@/lib/domain/permissions/can";
import { missingForIssue, nextTargetState, type TargetStep } from "@/lib/domain/targets/life-cycle";
import type { TargetState, Verdict } from "@/lib/domain/targets/types";
import type { TargetTransition } from "@/lib/schemas/life-cycle";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOrNull } from "@/lib/server/db/columns";
import { appendEvent } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { getImportedDays } from "@/lib/server/working-days/data";
import { changeMoment, findOpenOwner, getLockedTarget, type LockedTarget } from "./lock";
import { rebuildStandings } from "./standings";

const PAST: Record<TargetStep, string> = {
  issue: "issued",
  receive: "received",
  close: "closed",
  reopen: "reopened",
  withdraw: "withdrawn",
};

export interface TransitionResult {
  readonly state: TargetState;
}

/** Takes a step that needs nobody's request. */
export function transitionTarget(
  code: string,
  input: TargetTransition,
  context: Context,
): Promise<Result<TransitionResult>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const target = await getLockedTarget(tx, { code }, context);
      return recordTransition(tx, target, { ...input, verdict: null }, context);
    }),
  );
}

interface Step extends Omit<TargetTransition, "step"> {
  readonly step: TargetStep;
  readonly verdict: Verdict | null;
}

/** Checks and writes one step with its transition, its standing and its event. */
export async function recordTransition(
  tx: Transaction,
  target: LockedTarget,
  input: Step,
  context: Context,
): Promise<TransitionResult> {
  const { actor, clock } = context;
  const { record, terms, scope } = target;
  const { step, note, authority, verdict } = input;
  const next = nextTargetState(terms.state, step);
  if (actor.kind !== "user") reject({ kind: "forbidden" });
  if (next === null) await refuseLateStep(tx, record.id);
  if (next === null || !can(actor, `target.${step}`, scope)) reject({ kind: "forbidden" });
  const missing = step === "issue" || step === "receive" ? missingForIssue(terms) : null;
  if (missing !== null) reject({ kind: "invalid", errors: { form: missing } });
  if (step === "reopen" && (await findOpenOwner(tx, record.owner.slug)) === null) {
    reject({ kind: "invalid", errors: { form: "owner-closed" } });
  }
  if (step === "withdraw" || step === "close") await assertNothingWaits(tx, record.id);
  const at = changeMoment(target, clock.now);
  const receiveDueOn =
    step === "issue" ? addWorkingDays(clock.today, input.receiveWithinDays, await getImportedDays(tx)) : null;
  await tx.target.update({
    where: { id: record.id },
    data: {
      state: next,
      version: { increment: 1 },
      ...(step === "issue" && { issuedAt: at }),
      ...(receiveDueOn === null ? {} : { issuedOn: dayColumn(clock.today), receiveDueOn: dayColumn(receiveDueOn) }),
    },
  });
  await tx.targetTransition.create({
    data: {
      targetId: record.id,
      step,
      fromState: terms.state,
      toState: next,
      at,
      actorId: actor.userId,
      note,
      authority,
      verdict,
    },
  });
  await rebuildStandings(tx, [record.id]);
  await appendEvent(tx, {
    at,
    actorId: actor.userId,
    action: `target.${PAST[step]}`,
    entity: "target",
    entityId: record.id,
    before: { state: terms.state, receiveDueOn: dayOrNull(record.receiveDueOn) },
    after: { state: next, code: record.code, receiveDueOn, note, authority, verdict },
  });
  return { state: next };
}

/** Somebody else has taken a step since the button was shown: who and when. */
async function refuseLateStep(tx: Transaction, targetId: string): Promise<void> {
  const last = await tx.targetTransition.findFirst({
    where: { targetId },
    orderBy: { at: "desc" },
    include: { actor: true },
  });
  if (last !== null) reject({ kind: "conflict", why: "changed", by: last.actor.name, at: last.at });
}

/** A target does not end over the heads of people who wait for an answer. */
async function assertNothingWaits(tx: Transaction, targetId: string): Promise<void> {
  const [updates, requests] = [
    await tx.update.count({ where: { targetId, state: "submitted" } }),
    await tx.targetRequest.count({ where: { targetId, state: "pending" } }),
  ];
  if (updates + requests > 0) reject({ kind: "conflict", why: "still-waiting", by: null, at: null });
}
