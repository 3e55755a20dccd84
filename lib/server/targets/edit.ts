// Editing a draft in full: nothing has been promised yet, so neither a reason nor a document is asked for.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { toRevisableTerms } from "@/lib/domain/targets/revisions";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { appendEvents } from "@/lib/server/events/append";
import { type Result, reject, runMutation } from "@/lib/server/mutation";
import { claimCode, findReferences, stepColumns, termsColumns, toSearchText } from "./draft";
import { changeMoment, getLockedTarget, type LockedTarget } from "./lock";
import { rebuildStandings } from "./standings";

type Facts = Record<string, Prisma.InputJsonValue | null>;

/** Everything the form shows of a draft, as the audit keeps it. */
async function factsOf(tx: Transaction, { record, terms }: LockedTarget): Promise<Facts> {
  const quote = record.quoteId === null ? null : await tx.quote.findUnique({ where: { id: record.quoteId } });
  const { steps: _steps, planPoints, ...figures } = toRevisableTerms(terms);
  return {
    code: record.code,
    title: record.title,
    titleEn: record.titleEn,
    owner: record.owner.slug,
    metric: record.metric.key,
    quote: quote?.key ?? null,
    calendar: record.calendarId === null ? record.calendar : ownCalendarChoice(record.calendarId),
    note: record.note,
    ...figures,
    planPoints: planPoints.map(({ on, ratio }) => ({ on, ratio })),
    steps: record.steps.map(({ plannedOn, title, titleEn }) => ({ plannedOn: dayOf(plannedOn), title, titleEn })),
  };
}

function changedFacts(before: Facts, after: Facts): { readonly before: Facts; readonly after: Facts } | null {
  const changed = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return null;
  const pick = (facts: Facts) => Object.fromEntries(changed.map((key) => [key, facts[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** A part and its whole count the same: neither changes its metric. */
async function assertMetricMayChange(tx: Transaction, { record }: LockedTarget, metricId: string): Promise<void> {
  if (metricId === record.metricId) return;
  const parts = await tx.target.count({ where: { parentId: record.id } });
  if (record.parentId !== null || parts > 0) reject({ kind: "invalid", errors: { metric: "part-keeps-metric" } });
}

/** Steps that are typed as before keep their weight and whether they are printed. */
async function replaceSteps(tx: Transaction, { record }: LockedTarget, steps: NewTarget["steps"]): Promise<void> {
  const before = new Map(record.steps.map((step) => [step.title, step]));
  await tx.milestoneStep.deleteMany({ where: { targetId: record.id } });
  for (const step of stepColumns(steps)) {
    const { weight, printed } = before.get(step.title) ?? { weight: step.weight, printed: true };
    await tx.milestoneStep.create({ data: { ...step, weight, printed, targetId: record.id } });
  }
}

function columnsOf(target: LockedTarget, input: NewTarget): Prisma.TargetUncheckedUpdateInput {
  const { record } = target;
  const { code, title, titleEn, note, calendar, terms } = input;
  const before = toRevisableTerms(target.terms);
  const isSameBaseline =
    terms.baselineYear === before.baselineYear && Number(terms.baselineValue) === Number(before.baselineValue);
  const baseline =
    isSameBaseline && before.baselineOrigin !== null
      ? { baselineOrigin: before.baselineOrigin }
      : { baselineNote: "", baselineNoteEn: "" };
  return {
    code,
    title,
    titleEn,
    note,
    noteEn: note === record.note ? record.noteEn : note,
    ...termsColumns(terms),
    ...(terms.baselineValue === null && record.baselineValue === null ? {} : baseline),
    ...calendar,
  };
}

/**
 * Overwrites a draft with the whole form. Rejects a target that is not a draft, one that was changed since the
 * form was opened, whatever a new target is refused for, and a form that changes nothing.
 */
export function editTarget(
  code: string,
  version: number,
  input: NewTarget,
  context: Context,
): Promise<Result<{ code: string }>> {
  return runMutation(() =>
    db.$transaction(async (tx) => {
      const { actor, clock } = context;
      const target = await getLockedTarget(tx, { code }, context);
      const { record } = target;
      if (actor.kind !== "user" || !can(actor, "target.revise", target.scope)) reject({ kind: "forbidden" });
      if (record.version !== version || record.state !== "draft") {
        reject({ kind: "conflict", why: "changed", by: null, at: null });
      }
      const at = changeMoment(target, clock.now);
      const by = { at, actorId: actor.userId };
      const released = input.code === code ? [] : await claimCode(tx, input.code, "code", by);
      const references = await findReferences(tx, input);
      const { owner, metric, quote } = references;
      await assertMetricMayChange(tx, target, metric.id);
      const before = await factsOf(tx, target);
      await tx.target.update({
        where: { id: record.id },
        data: {
          ...columnsOf(target, input),
          ownerId: owner.id,
          metricId: metric.id,
          quoteId: quote?.id ?? null,
          searchText: toSearchText(input, references),
          version: { increment: 1 },
        },
      });
      await replaceSteps(tx, target, input.steps);
      const change = changedFacts(before, await factsOf(tx, await getLockedTarget(tx, { id: record.id }, context)));
      if (change === null) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
      await rebuildStandings(tx, [record.id]);
      const edited = { action: "target.edited", entity: "target", entityId: record.id, before: change.before };
      await appendEvents(tx, [...released, { ...by, ...edited, after: { ...change.after, code: input.code } }]);
      return { code: input.code };
    }),
  );
}
