// Creates a target as a draft.
import "server-only";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { ensureLabels } from "@/lib/server/labels/mutations";
import { type ChangeEvent, mutate, type Result, type Write } from "@/lib/server/mutation";
import { claimCode, findReferences, stepColumns, termsColumns, toSearchText } from "./draft";
import { labelFacts } from "./label-target";

/**
 * Writes a draft in a transaction. Rejects a code in use, an unknown or closed department, and an unknown metric.
 * @param importFingerprint of the row of a task table from which it comes
 */
export async function writeDraft(
  { tx, clock }: Pick<Write, "tx" | "clock">,
  input: NewTarget,
  importFingerprint: string | null = null,
): Promise<{ readonly id: string; readonly events: readonly ChangeEvent[] }> {
  const { code, title, titleEn, calendar, publicationLagMonths, visibility, note, baselineNote, terms } = input;
  const released = await claimCode(tx, code, "code", clock.now);
  const references = await findReferences(tx, input);
  const { owner, metric, quote } = references;
  const labels = await ensureLabels(tx, input.labels);
  const { id } = await tx.target.create({
    data: {
      code,
      title,
      titleEn,
      ownerId: owner.id,
      metricId: metric.id,
      quoteId: quote?.id ?? null,
      ...termsColumns(terms),
      ...calendar,
      publicationLagMonths,
      cutOffWorkingDays: input.cutOffWorkingDays,
      visibility,
      note,
      noteEn: note,
      baselineNote,
      baselineNoteEn: baselineNote,
      searchText: toSearchText(input, references),
      createdAt: clock.now,
      responsiblePost: input.responsiblePost,
      leaderInCharge: input.leaderInCharge,
      supporting: { create: references.supporting.map(({ id: departmentId }) => ({ departmentId })) },
      steps: { create: stepColumns(input) },
      labels: { create: [...labels.labels] },
    },
  });
  const { comparator, value, startOn, dueOn } = terms;
  const figures = { comparator, value, startOn, dueOn };
  const labelled = input.labels.length > 0 && { labels: labelFacts(input.labels) };
  const imported = importFingerprint !== null && { importFingerprint };
  const after = {
    code,
    title,
    owner: owner.slug,
    metric: metric.key,
    ...figures,
    visibility,
    ...labelled,
    ...imported,
  };
  const created = { action: "target.created", id, before: null, after } as const;
  return { id, events: [...released, ...labels.events, created] };
}

export function createTarget(input: NewTarget, context: Context): Promise<Result<{ code: string }>> {
  return mutate("target.create", context, async (write) => {
    const { id, events } = await writeDraft(write, input);
    return { result: { code: input.code }, standingsOf: [id], events };
  });
}
