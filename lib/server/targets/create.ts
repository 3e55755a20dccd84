// Creates targets as drafts.
import "server-only";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Context } from "@/lib/server/context";
import { insertRows } from "@/lib/server/db/insert-rows";
import { type ChangeEvent, mutate, type Result, type Write } from "@/lib/server/mutation";
import { stepColumns, termsColumns, toSearchText } from "./draft";
import { claimCodes, type DraftReferences, type MetricOption, prepareReferences } from "./draft-references";
import { labelFacts } from "./label-target";

export interface NewDraft {
  readonly input: NewTarget;
  /** Of the row of a task table from which it comes; null for others. */
  readonly importFingerprint: string | null;
}

function draftColumns(input: NewTarget, references: DraftReferences, createdAt: Date) {
  const { code, title, titleEn, calendar, note, baselineNote } = input;
  const [metric, quote] = [references.metricOf(input), references.quoteOf(input)];
  return {
    code,
    title,
    titleEn,
    ownerId: references.ownerOf(input).id,
    metricId: metric.id,
    quoteId: quote?.id ?? null,
    ...termsColumns(input.terms),
    ...calendar,
    publicationLagMonths: input.publicationLagMonths,
    cutOffWorkingDays: input.cutOffWorkingDays,
    visibility: input.visibility,
    note,
    noteEn: note,
    baselineNote,
    baselineNoteEn: baselineNote,
    searchText: toSearchText(input, { metric, quote }),
    createdAt,
    responsiblePost: input.responsiblePost,
    leaderInCharge: input.leaderInCharge,
  };
}

function createdFacts({ input, importFingerprint }: NewDraft, metricKey: string): ChangeEvent["after"] {
  const { code, title, owner, visibility, labels } = input;
  const { comparator, value, startOn, dueOn } = input.terms;
  return {
    code,
    title,
    owner,
    metric: metricKey,
    comparator,
    value,
    startOn,
    dueOn,
    visibility,
    ...(labels.length > 0 && { labels: labelFacts(labels) }),
    ...(importFingerprint !== null && { importFingerprint }),
  };
}

/**
 * Writes drafts in a transaction, in as many statements for many as for one. Rejects a code in use, an unknown or closed
 * department, and an unknown metric.
 */
export async function writeDrafts(
  { tx, clock }: Pick<Write, "tx" | "clock">,
  drafts: readonly NewDraft[],
  option: MetricOption,
): Promise<{ readonly ids: readonly string[]; readonly events: readonly ChangeEvent[] }> {
  if (drafts.length === 0) return { ids: [], events: [] };
  const inputs = drafts.map(({ input }) => input);
  const codes = inputs.map(({ code }) => code);
  const released = await claimCodes(tx, codes, clock.now);
  const references = await prepareReferences(tx, inputs, option);
  const idOf = new Map(codes.map((code) => [code, crypto.randomUUID()]));
  await insertRows(
    tx,
    "target",
    inputs.map((input) => ({ id: idOf.get(input.code), ...draftColumns(input, references, clock.now) })),
  );
  const each = <T>(rowsOf: (input: NewTarget) => readonly T[]) =>
    inputs.flatMap((input) => rowsOf(input).map((row) => ({ ...row, targetId: idOf.get(input.code) ?? "" })));
  await tx.targetSupport.createMany({
    data: each((input) => references.supportingOf(input).map((departmentId) => ({ departmentId }))),
  });
  await tx.milestoneStep.createMany({ data: each(stepColumns) });
  await tx.targetLabel.createMany({ data: each(references.labelsOf) });
  const created = drafts.map((draft): ChangeEvent => {
    const after = createdFacts(draft, references.metricOf(draft.input).key);
    return { action: "target.created", id: idOf.get(draft.input.code) ?? "", before: null, after };
  });
  return { ids: codes.map((code) => idOf.get(code) ?? ""), events: [...released, ...references.events, ...created] };
}

export function createTarget(input: NewTarget, context: Context): Promise<Result<{ code: string }>> {
  return mutate("target.create", context, async (write) => {
    const drafts = [{ input, importFingerprint: null }];
    const { ids, events } = await writeDrafts(write, drafts, { reusesMetrics: false });
    return { result: { code: input.code }, standingsOf: ids, events };
  });
}
