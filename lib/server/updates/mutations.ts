// Writes of reporters: save a draft, submit a report, discard a draft.
import "server-only";
import { isSamePeriod } from "@/lib/domain/calendar/reporting-periods";
import type { SignedIn } from "@/lib/domain/permissions/actor";
import { isOwnReport } from "@/lib/domain/permissions/authorship";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { type CheckedUpdate, checkUpdate, readKeptFiles, type UpdateInput } from "@/lib/schemas/update";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOf, oneOf } from "@/lib/server/db/columns";
import { attachCopies, withCopiedFiles } from "@/lib/server/evidence/copies";
import { type Change, mutate, type Result, reject, type Write } from "@/lib/server/mutation";
import { lockTarget } from "@/lib/server/targets/lock";
import { findDrafts } from "./drafts";
import { toReportScope } from "./report-scope";
import { getReportTarget, type ReportTarget, reportFacts } from "./report-target";
import { type ExistingUpdate, type Saved, type SaveStep, storeUpdate } from "./store-update";
import { updateEvent } from "./update-event";

export function saveDraft(code: string, input: UpdateInput, context: Context): Promise<Result<Saved>> {
  return saveUpdate(code, input, "update.draft", context);
}

/** Submits for review and saves the form in the same transaction. */
export function submitUpdate(code: string, input: UpdateInput, context: Context): Promise<Result<Saved>> {
  return saveUpdate(code, input, "update.submit", context);
}

/** The locked target with its reports; rejects a target that the user may not read as not found. */
async function lockReportTarget({ tx, actor, clock }: Write, id: string): Promise<ReportTarget> {
  await lockTarget(tx, id);
  const target = await getReportTarget(tx, { id }, clock);
  if (target === null || !can(actor, "target.read", target.scope)) reject({ kind: "not-found" });
  return target;
}

function saveUpdate(code: string, input: UpdateInput, step: SaveStep, context: Context): Promise<Result<Saved>> {
  return withCopiedFiles(code, readKeptFiles(input), (copies) =>
    mutate("signed-in", context, (write) => saveWithFiles(write, code, input, step, copies)),
  );
}

type FileCopies = Parameters<typeof attachCopies>[2];

/** @param copies of files that a new report takes over; null if they are not there. */
async function saveWithFiles(
  write: Write,
  code: string,
  input: UpdateInput,
  step: SaveStep,
  copies: FileCopies | null,
): Promise<Change<Saved>> {
  const { tx, actor, clock } = write;
  const found = await tx.target.findUnique({ where: { code }, select: { id: true } });
  if (found === null) reject({ kind: "not-found" });
  const target = await lockReportTarget(write, found.id);
  if (!can(actor, step, target.scope)) reject({ kind: "forbidden" });
  const submits = step === "update.submit";
  const checked = checkUpdate(input, reportFacts(target, clock), submits);
  if (!checked.ok) reject({ kind: "invalid", errors: checked.errors });
  const { update } = checked;
  const existing = await findExisting(tx, update, target);
  if (existing !== null && isRepeated(existing, update, actor, step)) {
    return { result: { updateId: existing.id, version: existing.version, isRepeat: true }, events: [] };
  }
  if (existing !== null) assertOwnDraft(existing, update, target, actor, step);
  if (submits) await assertSlotFree(write, update, target);
  else await assertOnlyDraft(write, update, existing, target);
  const isNew = existing === null;
  if (isNew && copies === null) reject({ kind: "not-found" });
  const taken = isNew ? (copies ?? []) : [];
  if (submits && target.record.evidenceRequired && taken.length === 0) await assertHasFile(tx, existing);
  if (taken.length === 0) return storeUpdate(write, update, existing, target, step);
  return storeWithFiles(write, update, target, step, taken);
}

/** Files are added to a draft, so a report that is submitted at once is one first. */
async function storeWithFiles(
  write: Write,
  update: CheckedUpdate,
  target: ReportTarget,
  step: SaveStep,
  copies: FileCopies,
): Promise<Change<Saved>> {
  const draft = await storeUpdate(write, update, null, target, "update.draft");
  const { updateId } = draft.result;
  const { files, events } = await attachCopies(write, { updateId, targetId: target.record.id }, copies);
  const before = [...draft.events, ...events];
  if (step === "update.draft") return { ...draft, result: { ...draft.result, files }, events: before };
  const stored = await write.tx.update.findUniqueOrThrow({ where: { id: updateId } });
  const change = await storeUpdate(write, update, stored, target, step);
  return { ...change, events: [...before, ...change.events] };
}

async function findExisting(
  tx: Transaction,
  update: CheckedUpdate,
  { record }: ReportTarget,
): Promise<ExistingUpdate | null> {
  const where = update.updateId === null ? { requestKey: update.requestKey } : { id: update.updateId };
  const existing = await tx.update.findUnique({ where, include: { author: true } });
  if (existing === null) return update.updateId === null ? null : reject({ kind: "not-found" });
  if (existing.targetId !== record.id) reject({ kind: "not-found" });
  return existing;
}

/** Whether this is a repeated request (a lost response, a double click) of a report that is already submitted. */
function isRepeated(existing: ExistingUpdate, update: CheckedUpdate, actor: SignedIn, step: SaveStep): boolean {
  const isOwn = existing.authorId === actor.userId;
  return isOwn && step === "update.submit" && existing.state !== "draft" && existing.requestKey === update.requestKey;
}

function assertOwnDraft(
  existing: ExistingUpdate,
  update: CheckedUpdate,
  { scope }: ReportTarget,
  actor: SignedIn,
  step: SaveStep,
): void {
  const state = oneOf(UPDATE_STATES, existing.state);
  const isOwn = isOwnReport(actor, scope.target.ownerId, toReportScope(existing));
  const changed = update.version !== null && update.version !== existing.version;
  if (isOwn && (state !== "draft" || changed)) {
    const at = existing.decidedAt ?? existing.submittedAt ?? existing.savedAt ?? existing.createdAt;
    const why = state === "submitted" ? "already-waiting" : state === "approved" ? "already-approved" : "changed";
    reject({ kind: "conflict", why, by: existing.author.name, at, isOwn: state !== "draft" });
  }
  const withUpdate: Scope = { ...scope, update: toReportScope(existing) };
  if (!can(actor, step, withUpdate)) reject({ kind: "forbidden" });
}

/** One report a day: an approved one is corrected, a submitted one is decided first. */
async function assertSlotFree({ tx, actor, clock }: Write, update: CheckedUpdate, target: ReportTarget) {
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
    const isOwn = waiting.authorId === actor.userId;
    reject({ kind: "conflict", why: "already-waiting", by: waiting.author.name, at: waiting.submittedAt, isOwn });
  }
}

/** One draft per user, target and period: an existing one is continued. Corrections have separate drafts. */
async function assertOnlyDraft(
  write: Write,
  update: CheckedUpdate,
  existing: ExistingUpdate | null,
  target: ReportTarget,
): Promise<void> {
  const drafts = await findDrafts(write.tx, target, write, update.supersedesId);
  const isOther = (draft: (typeof drafts)[number]) =>
    draft.id !== existing?.id && isSamePeriod(target.terms, dayOf(draft.asOf), update.reading.asOf);
  const other = drafts.find(isOther);
  if (other === undefined) return;
  reject({ kind: "conflict", why: "draft-exists", by: other.author.name, at: other.createdAt });
}

/** Where evidence is required, the draft must have a file. */
async function assertHasFile(tx: Transaction, existing: ExistingUpdate | null): Promise<void> {
  const files = existing === null ? 0 : await tx.evidenceFile.count({ where: { updateId: existing.id } });
  if (files === 0) reject({ kind: "invalid", errors: { evidence: "file-required" } });
}

export interface Decision {
  readonly updateId: string;
  readonly version: number;
}

export function discardDraft({ updateId, version }: Decision, context: Context): Promise<Result<Saved>> {
  return mutate("signed-in", context, async (write) => {
    const { tx, actor } = write;
    const found = await tx.update.findUnique({ where: { id: updateId }, select: { targetId: true } });
    if (found === null) reject({ kind: "not-found" });
    const target = await lockReportTarget(write, found.targetId);
    const draft = await tx.update.findUniqueOrThrow({ where: { id: updateId }, include: { author: true } });
    const scope: Scope = { ...target.scope, update: toReportScope(draft) };
    if (!can(actor, "update.discard", scope)) reject({ kind: "forbidden" });
    if (draft.version !== version) {
      reject({ kind: "conflict", why: "changed", by: draft.author.name, at: draft.savedAt ?? draft.createdAt });
    }
    const data = { state: "discarded", version: { increment: 1 } };
    const stored = await tx.update.update({ where: { id: updateId }, data });
    return {
      result: { updateId, version: stored.version },
      events: [updateEvent(stored, "update.draft-discarded", "draft")],
    };
  });
}
