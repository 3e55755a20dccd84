// Creates a target as a draft.
import "server-only";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { mutate, type Result } from "@/lib/server/mutation";
import { claimCode, findReferences, stepColumns, termsColumns, toSearchText } from "./draft";

/** Writes a draft. Rejects a code in use, an unknown or closed department, and an unknown metric. */
export function createTarget(input: NewTarget, context: Context): Promise<Result<{ code: string }>> {
  return mutate("target.create", context, async ({ tx, clock }) => {
    const { code, title, titleEn, calendar, publicationLagMonths, visibility, note, baselineNote, terms } = input;
    const released = await claimCode(tx, code, "code", clock.now);
    const references = await findReferences(tx, input);
    const { owner, metric, quote } = references;
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
      },
    });
    const { comparator, value, startOn, dueOn } = terms;
    const figures = { comparator, value, startOn, dueOn };
    const after = { code, title, owner: owner.slug, metric: metric.key, ...figures, visibility };
    return {
      result: { code },
      standingsOf: [id],
      events: [...released, { action: "target.created", id, before: null, after }],
    };
  });
}
