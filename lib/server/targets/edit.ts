// Edits a draft in full. Nothing has been promised yet, so neither a reason nor a document is required.
import "server-only";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Change, type Result, reject, rejectStale } from "@/lib/server/mutation";
import { claimCode, stepColumns, termsColumns, toSearchText } from "./draft";
import { type MetricOption, prepareReferences } from "./draft-references";
import { labelFacts, namedLabels } from "./label-target";
import { getLockedTarget, type LockedTarget } from "./lock";
import { mutateTarget, type TargetWrite } from "./mutate";

type Facts = Record<string, Prisma.InputJsonValue | null>;

/** All editable fields of a draft, in the form of an audit event. */
async function factsOf(tx: Transaction, { record, terms }: LockedTarget): Promise<Facts> {
  const quote = record.quoteId === null ? null : await tx.quote.findUnique({ where: { id: record.quoteId } });
  const {
    steps: _steps,
    reportingDates: _dates,
    calendar: _calendar,
    planPoints,
    ...figures
  } = toRevisableTerms(terms);
  return {
    code: record.code,
    title: record.title,
    titleEn: record.titleEn,
    owner: record.owner.slug,
    metric: record.metric.key,
    quote: quote?.key ?? null,
    calendar: record.calendarId === null ? record.calendar : ownCalendarChoice(record.calendarId),
    note: record.note,
    baselineNote: record.baselineNote,
    responsiblePost: record.responsiblePost,
    leaderInCharge: record.leaderInCharge,
    supporting: record.supporting.map((one) => one.department.slug).toSorted(),
    labels: labelFacts(await namedLabels(tx, record.id)),
    ...figures,
    planPoints: planPoints.map(({ on, ratio }) => ({ on, ratio })),
    steps: record.steps.map(({ plannedOn, title, titleEn, weight }) => ({
      plannedOn: dayOf(plannedOn),
      title,
      titleEn,
      weight: weight.toFixed(),
    })),
  };
}

function changedFacts(before: Facts, after: Facts): { readonly before: Facts; readonly after: Facts } | null {
  const changed = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return null;
  const pick = (facts: Facts) => Object.fromEntries(changed.map((key) => [key, facts[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** A part and its whole have the same metric, so neither can change it. */
async function assertMetricMayChange(tx: Transaction, { record }: LockedTarget, metricId: string): Promise<void> {
  if (metricId === record.metricId) return;
  const parts = await tx.target.count({ where: { parentId: record.id } });
  if (record.parentId !== null || parts > 0) reject({ kind: "invalid", errors: { metric: "part-keeps-metric" } });
}

/** A step with an unchanged title preserves its `printed` flag. */
async function replaceSteps(tx: Transaction, { record }: LockedTarget, input: NewTarget): Promise<void> {
  const before = new Map(record.steps.map((step) => [step.title, step]));
  await tx.milestoneStep.deleteMany({ where: { targetId: record.id } });
  for (const step of stepColumns(input)) {
    const { printed } = before.get(step.title) ?? step;
    await tx.milestoneStep.create({ data: { ...step, printed, targetId: record.id } });
  }
}

function columnsOf({ record }: LockedTarget, input: NewTarget): Prisma.TargetUncheckedUpdateInput {
  const { code, title, titleEn, note, calendar, publicationLagMonths, cutOffWorkingDays, terms, baselineNote } = input;
  return {
    code,
    title,
    titleEn,
    note,
    noteEn: note === record.note ? record.noteEn : note,
    ...termsColumns(terms),
    baselineNote,
    baselineNoteEn: baselineNote === record.baselineNote ? record.baselineNoteEn : baselineNote,
    ...calendar,
    publicationLagMonths,
    cutOffWorkingDays,
  };
}

/**
 * Overwrites a draft in the transaction of the caller. Rejects a target that is not a draft, and everything that is
 * rejected for a new target. No event if nothing changes.
 * @param importFingerprint of the row of a task table that changes it; null for a form
 */
export async function recordEdit(
  { tx, target, at, ...context }: TargetWrite,
  input: NewTarget,
  importFingerprint: string | null,
  option: MetricOption = { reusesMetrics: false },
): Promise<Change<{ code: string }>> {
  const { id, state, code } = target.record;
  if (state !== "draft") await rejectStale(tx, "target", id);
  const released = input.code === code ? [] : await claimCode(tx, input.code, "code", at);
  const references = await prepareReferences(tx, [input], option);
  const [metric, quote] = [references.metricOf(input), references.quoteOf(input)];
  await assertMetricMayChange(tx, target, metric.id);
  const before = await factsOf(tx, target);
  await tx.target.update({
    where: { id },
    data: {
      ...columnsOf(target, input),
      ownerId: references.ownerOf(input).id,
      metricId: metric.id,
      quoteId: quote?.id ?? null,
      responsiblePost: input.responsiblePost,
      leaderInCharge: input.leaderInCharge,
      supporting: {
        deleteMany: {},
        create: references.supportingOf(input).map((departmentId) => ({ departmentId })),
      },
      labels: { deleteMany: {}, create: [...references.labelsOf(input)] },
      searchText: toSearchText(input, { metric, quote }),
      version: { increment: 1 },
    },
  });
  await replaceSteps(tx, target, input);
  const found = changedFacts(before, await factsOf(tx, await getLockedTarget(tx, { id }, context)));
  // The row of an import is recorded even if the draft already says the same.
  const change = found ?? (importFingerprint === null ? null : { before: {}, after: {} });
  if (change === null) return { result: { code: input.code }, events: [] };
  const edited = { at, action: "target.edited", id, before: change.before } as const;
  const imported = importFingerprint !== null && { importFingerprint };
  return {
    result: { code: input.code },
    standingsOf: [id],
    events: [
      ...released,
      ...references.events,
      { ...edited, after: { ...change.after, code: input.code, ...imported } },
    ],
  };
}

/** The same for a form; rejects a draft that was changed since the form was opened, and a form without changes. */
export function editTarget(
  code: string,
  version: number,
  input: NewTarget,
  context: Context,
): Promise<Result<{ code: string }>> {
  return mutateTarget({ code, version }, "target.revise", context, async (write) => {
    const change = await recordEdit(write, input, null);
    return change.events.length > 0 ? change : reject({ kind: "invalid", errors: { form: "nothing-changed" } });
  });
}
