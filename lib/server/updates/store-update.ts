// Writes a report that was checked: its row, its steps and its event.
import "server-only";
import { reportedFor } from "@/lib/domain/permissions/delegation";
import type { CheckedUpdate } from "@/lib/schemas/update";
import { laterInstant } from "@/lib/server/clock";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { insertRows } from "@/lib/server/db/insert-rows";
import { env } from "@/lib/server/env";
import type { SavedFile } from "@/lib/server/evidence/mutations";
import type { Change, ChangeEvent, Write } from "@/lib/server/mutation";
import type { ReportTarget } from "./report-target";
import { updateEvent } from "./update-event";

export interface Saved {
  readonly updateId: string;
  readonly version: number;
  /** An earlier request with the same key had already submitted it. */
  readonly isRepeat?: true;
  /** The files that it took over from the report it replaces. */
  readonly files?: readonly SavedFile[];
}

export type SaveStep = "update.draft" | "update.submit";
export type ExistingUpdate = Prisma.UpdateGetPayload<{ include: { author: true } }>;

function columnsOf({ reading, supersedesId, note, problems, nextStep, evidence }: CheckedUpdate) {
  return {
    asOf: dayColumn(reading.asOf),
    value: reading.value?.toFixed() ?? null,
    numerator: reading.numerator?.toFixed() ?? null,
    denominator: reading.denominator?.toFixed() ?? null,
    peers: reading.peers ?? null,
    supersedesId,
    note,
    problems,
    nextStep,
    evidence,
  };
}

function stateOf(step: SaveStep, createdAt: Date, { clock }: Pick<Write, "clock">) {
  return step === "update.submit"
    ? { state: "submitted", submittedAt: laterInstant(clock.now, createdAt), savedAt: clock.now }
    : { state: "draft", submittedAt: null, savedAt: clock.now };
}

/** The columns of a new report. */
function newColumns(update: CheckedUpdate, { record }: ReportTarget, step: SaveStep, { actor, clock }: Write) {
  return {
    ...columnsOf(update),
    ...stateOf(step, clock.now, { clock }),
    targetId: record.id,
    authorId: actor.userId,
    onBehalfOfId: reportedFor(actor, record.ownerId, null),
    requestKey: update.requestKey,
    createdAt: clock.now,
    illustrative: env.GUATU_MODE === "demo",
  };
}

export interface NewUpdate {
  readonly update: CheckedUpdate;
  readonly target: ReportTarget;
  readonly step: SaveStep;
}

const ACTIONS = { "update.draft": "update.draft-saved", "update.submit": "update.submitted" } as const;

/** The completed steps of a report as rows. */
function toStepRows({ reading }: CheckedUpdate, { record }: ReportTarget) {
  const stepIds = new Map(record.steps.map((one) => [one.key, one.id]));
  return reading.completedSteps.flatMap(({ key, doneOn }) => {
    const stepId = stepIds.get(key);
    return stepId === undefined ? [] : [{ stepId, doneOn: dayColumn(doneOn) }];
  });
}

/** Writes new reports in two statements; returns their events. */
export async function storeNewUpdates(write: Write, reports: readonly NewUpdate[]): Promise<ChangeEvent[]> {
  const rows = reports.map(({ update, target, step }) => ({
    id: crypto.randomUUID(),
    ...newColumns(update, target, step, write),
  }));
  await insertRows(write.tx, "progress_update", rows);
  const steps = rows.flatMap(({ id }, index) => {
    const { update, target } = reports[index] as NewUpdate;
    return toStepRows(update, target).map((step) => ({ updateId: id, ...step }));
  });
  await insertRows(write.tx, "update_step", steps);
  return rows.map((row, index) => {
    const { step, update } = reports[index] as NewUpdate;
    return updateEvent({ ...row, ...update.reading, asOf: row.asOf, returnReason: null }, ACTIONS[step], null);
  });
}

/** Writes a checked report as a draft, or submits it; `existing` is the draft that it continues. */
export async function storeUpdate(
  write: Write,
  update: CheckedUpdate,
  existing: Pick<ExistingUpdate, "id" | "createdAt" | "state" | "authorId" | "onBehalfOfId"> | null,
  target: ReportTarget,
  step: SaveStep,
): Promise<Change<Saved>> {
  const { tx } = write;
  const steps = toStepRows(update, target);
  if (existing !== null && target.record.steps.length > 0)
    await tx.updateStep.deleteMany({ where: { updateId: existing.id } });
  const stored =
    existing === null
      ? await tx.update.create({ data: { ...newColumns(update, target, step, write), steps: { create: steps } } })
      : await tx.update.update({
          where: { id: existing.id },
          data: {
            ...columnsOf(update),
            ...stateOf(step, existing.createdAt, write),
            authorId: write.actor.userId,
            onBehalfOfId: reportedFor(write.actor, target.record.ownerId, existing),
            steps: { create: steps },
            version: { increment: 1 },
          },
        });
  const isRecorded = step === "update.submit" || existing === null;
  return {
    result: { updateId: stored.id, version: stored.version },
    events: isRecorded ? [updateEvent(stored, ACTIONS[step], existing?.state ?? null)] : [],
  };
}
