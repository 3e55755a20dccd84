// What a reporter does: save a draft, submit, discard. Gate → rule → one transaction → event.
import "server-only";
import { isSamePeriod } from "@/lib/domain/calendar/reporting-periods";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { type CheckedUpdate, checkUpdate, type UpdateInput } from "@/lib/schemas/update";
import { laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { env } from "@/lib/server/env";
import { appendEvent } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { lockTarget } from "@/lib/server/targets/lock";
import { findDrafts } from "./drafts";
import { getReportTarget, type ReportTarget, reportFacts } from "./report-target";
import { updateAudit } from "./update-audit";

export interface Saved {
  readonly updateId: string;
  readonly version: number;
  /** Set when an earlier request with the same key had already done it. */
  readonly isRepeat?: true;
}

type Step = "update.draft" | "update.submit";
type Existing = Prisma.UpdateGetPayload<{ include: { author: true } }>;

export function saveDraft(code: string, input: UpdateInput, context: Context): Promise<Result<Saved>> {
  return runMutation(() => write(code, input, context, "update.draft"));
}

/** Submits for review, saving what the form says in the same transaction. */
export function submitUpdate(code: string, input: UpdateInput, context: Context): Promise<Result<Saved>> {
  return runMutation(() => write(code, input, context, "update.submit"));
}

async function write(code: string, input: UpdateInput, context: Context, step: Step): Promise<Saved> {
  const found = await db.target.findUnique({ where: { code }, select: { id: true } });
  if (found === null) reject({ kind: "not-found" });
  return db.$transaction(async (tx) => {
    await lockTarget(tx, found.id);
    const target = await getReportTarget(tx, { id: found.id }, context.clock);
    if (target === null || !can(context.actor, "target.read", target.scope)) reject({ kind: "not-found" });
    if (!can(context.actor, step, target.scope)) reject({ kind: "forbidden" });
    const submits = step === "update.submit";
    const checked = checkUpdate(input, reportFacts(target, context.clock), submits);
    if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
    const { update } = checked;
    const existing = await findExisting(tx, update, target);
    if (existing !== null && repeats(existing, update, context, step)) {
      return { updateId: existing.id, version: existing.version, isRepeat: true };
    }
    if (existing !== null) assertMine(existing, update, target, context, step);
    if (submits) await assertPlaceFree(tx, update, target, context);
    else await assertOnlyDraft(tx, update, existing, target, context);
    if (submits && target.record.evidenceRequired) await assertProven(tx, existing);
    return store(tx, update, existing, target, context, step);
  });
}

async function findExisting(
  tx: Transaction,
  update: CheckedUpdate,
  { record }: ReportTarget,
): Promise<Existing | null> {
  const where = update.updateId === null ? { requestKey: update.requestKey } : { id: update.updateId };
  const existing = await tx.update.findUnique({ where, include: { author: true } });
  if (existing === null) return update.updateId === null ? null : reject({ kind: "not-found" });
  if (existing.targetId !== record.id) reject({ kind: "not-found" });
  return existing;
}

/** The same request again, whose answer was lost or whose button was pressed twice: it is already done. */
function repeats(existing: Existing, update: CheckedUpdate, { actor }: Context, step: Step): boolean {
  const mine = actor.kind === "user" && existing.authorId === actor.userId;
  return mine && step === "update.submit" && existing.state !== "draft" && existing.requestKey === update.requestKey;
}

function assertMine(existing: Existing, update: CheckedUpdate, { scope }: ReportTarget, context: Context, step: Step) {
  const state = oneOf(UPDATE_STATES, existing.state);
  const asked: Scope = { ...scope, update: { authorId: existing.authorId, state } };
  const isAuthor = context.actor.kind === "user" && context.actor.userId === existing.authorId;
  const changed = update.version !== null && update.version !== existing.version;
  if (isAuthor && (state !== "draft" || changed)) {
    const at = existing.decidedAt ?? existing.submittedAt ?? existing.savedAt ?? existing.createdAt;
    const why = state === "submitted" ? "already-waiting" : state === "approved" ? "already-approved" : "changed";
    reject({ kind: "conflict", why, by: existing.author.name, at, isOwn: state !== "draft" });
  }
  if (!can(context.actor, step, asked)) reject({ kind: "forbidden" });
}

/** One report a day: an approved one is corrected, a waiting one is decided first. */
async function assertPlaceFree(tx: Transaction, update: CheckedUpdate, target: ReportTarget, context: Context) {
  const { actor, clock } = context;
  const asOf = update.reading.asOf;
  const approved = target.readings.find((reading) => reading.asOf === asOf);
  const corrected = update.supersedesId;
  if (corrected !== null && approved?.updateId !== corrected) {
    reject({ kind: "invalid", errors: { asOf: "not-the-corrected-day" } });
  }
  if (corrected === null && approved !== undefined) reject({ kind: "invalid", errors: { asOf: "already-approved" } });
  const waiting = await tx.update.findFirst({
    where: {
      targetId: target.record.id,
      asOf: dayColumn(asOf),
      state: "submitted",
      submittedAt: { lte: clock.knownUntil },
    },
    include: { author: true },
  });
  if (waiting !== null) {
    const isOwn = actor.kind === "user" && waiting.authorId === actor.userId;
    reject({ kind: "conflict", why: "already-waiting", by: waiting.author.name, at: waiting.submittedAt, isOwn });
  }
}

/** One draft a person, target and period: the one that is there is continued. Corrections have drafts of their own. */
async function assertOnlyDraft(
  tx: Transaction,
  update: CheckedUpdate,
  existing: Existing | null,
  target: ReportTarget,
  context: Context,
) {
  const drafts = await findDrafts(tx, target, context, update.supersedesId);
  const isOther = (draft: (typeof drafts)[number]) =>
    draft.id !== existing?.id && isSamePeriod(target.terms, dayOf(draft.asOf), update.reading.asOf);
  const other = drafts.find(isOther);
  if (other === undefined) return;
  reject({ kind: "conflict", why: "draft-exists", by: other.author.name, at: other.createdAt });
}

/** Where the office asks for it, a report comes with a file: uploaded to its draft. */
async function assertProven(tx: Transaction, existing: Existing | null): Promise<void> {
  const files = existing === null ? 0 : await tx.evidenceFile.count({ where: { updateId: existing.id } });
  if (files === 0) reject({ kind: "invalid", errors: { evidence: "file-required" } });
}

function columnsOf({ reading, supersedesId, note, problems, nextStep, evidence }: CheckedUpdate) {
  return {
    asOf: dayColumn(reading.asOf),
    value: reading.value?.toFixed() ?? null,
    numerator: reading.numerator?.toFixed() ?? null,
    denominator: reading.denominator?.toFixed() ?? null,
    supersedesId,
    note,
    problems,
    nextStep,
    evidence,
  };
}

async function store(
  tx: Transaction,
  update: CheckedUpdate,
  existing: Existing | null,
  { record }: ReportTarget,
  { actor, clock }: Context,
  step: Step,
): Promise<Saved> {
  if (actor.kind !== "user") reject({ kind: "forbidden" });
  const submits = step === "update.submit";
  const createdAt = existing?.createdAt ?? clock.now;
  const state = submits
    ? { state: "submitted", submittedAt: laterInstant(clock.now, createdAt) }
    : { state: "draft", submittedAt: null };
  const stepIds = new Map(record.steps.map((one) => [one.key, one.id]));
  const steps = update.reading.completedSteps.flatMap(({ key, doneOn }) => {
    const stepId = stepIds.get(key);
    return stepId === undefined ? [] : [{ stepId, doneOn: dayColumn(doneOn) }];
  });
  if (existing !== null) await tx.updateStep.deleteMany({ where: { updateId: existing.id } });
  const columns = { ...columnsOf(update), ...state, savedAt: clock.now, steps: { create: steps } };
  const illustrative = env.GUATU_MODE === "demo";
  const stored =
    existing === null
      ? await tx.update.create({
          data: {
            ...columns,
            targetId: record.id,
            authorId: actor.userId,
            requestKey: update.requestKey,
            createdAt,
            illustrative,
          },
        })
      : await tx.update.update({ where: { id: existing.id }, data: { ...columns, version: { increment: 1 } } });
  if (submits || existing === null) {
    const action = submits ? "update.submitted" : "update.draft-saved";
    await appendEvent(tx, updateAudit(stored, action, { actor, clock }, existing?.state ?? null));
  }
  return { updateId: stored.id, version: stored.version };
}

export interface Decision {
  readonly updateId: string;
  readonly version: number;
}

export function discardDraft({ updateId, version }: Decision, context: Context): Promise<Result<Saved>> {
  return runMutation(async () => {
    const found = await db.update.findUnique({ where: { id: updateId }, select: { targetId: true } });
    if (found === null) reject({ kind: "not-found" });
    return db.$transaction(async (tx) => {
      await lockTarget(tx, found.targetId);
      const target = await getReportTarget(tx, { id: found.targetId }, context.clock);
      const draft = await tx.update.findUnique({ where: { id: updateId }, include: { author: true } });
      if (target === null || draft === null || !can(context.actor, "target.read", target.scope)) {
        reject({ kind: "not-found" });
      }
      const state = oneOf(UPDATE_STATES, draft.state);
      const scope: Scope = { ...target.scope, update: { authorId: draft.authorId, state } };
      if (!can(context.actor, "update.discard", scope)) reject({ kind: "forbidden" });
      if (draft.version !== version) {
        reject({ kind: "conflict", why: "changed", by: draft.author.name, at: draft.savedAt ?? draft.createdAt });
      }
      const data = { state: "discarded", version: { increment: 1 } };
      const stored = await tx.update.update({ where: { id: updateId }, data });
      await appendEvent(tx, updateAudit(stored, "update.draft-discarded", context, "draft"));
      return { updateId, version: stored.version };
    });
  });
}
