// The reports of a target that the reader may see, with their files.
import "server-only";
import { can, canReadEvidence } from "@/lib/domain/permissions/can";
import { readingValue } from "@/lib/domain/targets/completion";
import type { TargetTerms } from "@/lib/domain/targets/types";
import type { Context } from "@/lib/server/context";
import type { Prisma } from "@/lib/server/db/generated/client";
import { EVIDENCE, toEvidenceViews } from "@/lib/server/evidence/views";
import { getStateAt } from "@/lib/server/updates/state-at";
import type { UpdateView } from "@/lib/views/target-detail";
import { isIssuedAt, toReading, toTargetScope, UPDATE_READING } from "./rows";
import type { Signatories } from "./signatories";

const NAMED = { select: { name: true } } as const;

export const UPDATES = {
  include: { ...UPDATE_READING, author: NAMED, reviewer: NAMED, files: EVIDENCE },
  orderBy: [{ asOf: "desc" }, { createdAt: "desc" }],
} as const satisfies Prisma.UpdateFindManyArgs;
type UpdateRecord = Prisma.UpdateGetPayload<typeof UPDATES>;

type TargetRecord = Parameters<typeof toTargetScope>[0] & {
  readonly updates: readonly UpdateRecord[];
  readonly supporting: readonly { readonly department: { readonly slug: string } }[];
};

function updateViewOf(record: UpdateRecord, terms: TargetTerms, { ofOwner }: Signatories, moment: Date): UpdateView {
  const state = getStateAt(record, moment);
  const decided = state === "approved" || state === "returned" || state === "superseded";
  const reading = toReading(record);
  const value = readingValue(terms, reading);
  return {
    id: record.id,
    reading,
    value: value.known ? value.value : null,
    note: record.note,
    problems: record.problems,
    nextStep: record.nextStep,
    evidence: record.evidence,
    files: toEvidenceViews(record.files),
    state,
    author: ofOwner(record.author, record.createdAt),
    reviewer: decided && record.reviewer !== null ? ofOwner(record.reviewer, record.decidedAt ?? moment) : null,
    returnReason: state === "returned" ? record.returnReason : null,
    supersedesId: record.supersedesId,
    illustrative: record.illustrative,
    createdAt: record.createdAt,
    submittedAt: state === "draft" ? null : record.submittedAt,
    decidedAt: decided ? record.decidedAt : null,
    supersededAt: state === "superseded" ? record.supersededAt : null,
  };
}

/** All users who may read the target see approved and superseded updates; those who work on it also see the rest. */
export function visibleUpdates(
  record: TargetRecord,
  terms: TargetTerms,
  signatories: Signatories,
  { actor, clock }: Context,
): UpdateView[] {
  const isIssued = isIssuedAt(record, clock.knownUntil);
  const supporting = record.supporting.map(({ department }) => department.slug);
  const target = { ...toTargetScope(record), state: terms.state, isIssued, supporting };
  const all = record.updates
    .filter((update) => update.createdAt <= clock.knownUntil)
    .map((update) => updateViewOf(update, terms, signatories, clock.knownUntil))
    // Earlier wordings of a draft are not stored.
    .filter(({ state }) => state !== "discarded" && !(state === "draft" && clock.isLookingBack));
  if (can(actor, "update.read-unapproved", { target })) return all;
  return all
    .filter((update) => update.state === "approved" || update.state === "superseded")
    .map((update) => ({
      ...update,
      files: update.files.filter((file) => canReadEvidence(actor, { target }, file.visibility)),
    }));
}
