// The steps of a target's life cycle: issue, receive, withdraw, reopen. Closing is part of deciding a closing request.
import "server-only";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { can } from "@/lib/domain/permissions/can";
import { missingForIssue, nextTargetState, type TargetStep } from "@/lib/domain/targets/life-cycle";
import type { TargetState, Verdict } from "@/lib/domain/targets/types";
import type { TargetTransition } from "@/lib/schemas/life-cycle";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOrNull } from "@/lib/server/db/columns";
import { type Change, type Result, reject } from "@/lib/server/mutation";
import { getImportedDays } from "@/lib/server/working-days/data";
import { findOpenOwner } from "./lock";
import { mutateTarget, type TargetWrite } from "./mutate";

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

/** Takes a step that needs no request. */
export function transitionTarget(
  code: string,
  input: TargetTransition,
  context: Context,
): Promise<Result<TransitionResult>> {
  return mutateTarget({ code }, null, context, (write) => recordTransition(write, { ...input, verdict: null }));
}

interface Step extends Omit<TargetTransition, "step"> {
  readonly step: TargetStep;
  readonly verdict: Verdict | null;
}

async function assertAllowed({ tx, actor, target }: TargetWrite, step: TargetStep): Promise<TargetState> {
  const { record, terms, scope } = target;
  const next = nextTargetState(terms.state, step);
  if (next === null) await rejectLateStep(tx, record.id);
  if (next === null || !can(actor, `target.${step}`, scope)) reject({ kind: "forbidden" });
  const missing = step === "issue" || step === "receive" ? missingForIssue(terms) : null;
  if (missing !== null) reject({ kind: "invalid", errors: { form: missing } });
  if (step === "reopen" && (await findOpenOwner(tx, record.owner.slug)) === null) {
    reject({ kind: "invalid", errors: { form: "owner-closed" } });
  }
  if (step === "withdraw" || step === "close") await assertNothingWaits(tx, record.id);
  return next;
}

/** Checks the permission and writes one step with its transition. */
export async function recordTransition(
  write: TargetWrite,
  { step, note, authority, verdict, receiveWithinDays }: Step,
): Promise<Change<TransitionResult>> {
  const { tx, actor, clock, target, at } = write;
  const { record, terms } = target;
  const next = await assertAllowed(write, step);
  const receiveDueOn =
    step === "issue" ? addWorkingDays(clock.today, receiveWithinDays, await getImportedDays(tx)) : null;
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
  const event = {
    at,
    action: `target.${PAST[step]}`,
    id: record.id,
    before: { state: terms.state, receiveDueOn: dayOrNull(record.receiveDueOn) },
    after: { state: next, code: record.code, receiveDueOn, note, authority, verdict },
  } as const;
  return { result: { state: next }, standingsOf: [record.id], events: [event] };
}

/** A conflict where another user has taken a step since the button was shown. */
async function rejectLateStep(tx: Transaction, targetId: string): Promise<void> {
  const last = await tx.targetTransition.findFirst({
    where: { targetId },
    orderBy: { at: "desc" },
    include: { actor: true },
  });
  if (last !== null) reject({ kind: "conflict", why: "changed", by: last.actor.name, at: last.at });
}

/** Rejects ending a target while reports wait for review or requests for a decision. */
async function assertNothingWaits(tx: Transaction, targetId: string): Promise<void> {
  const [updates, requests] = [
    await tx.update.count({ where: { targetId, state: "submitted" } }),
    await tx.targetRequest.count({ where: { targetId, state: "pending" } }),
  ];
  if (updates + requests > 0) reject({ kind: "conflict", why: "still-waiting", by: null, at: null });
}
