// A report as lists on desks show it.
import "server-only";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import type { Context } from "@/lib/server/context";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { EVIDENCE, toEvidenceViews } from "@/lib/server/evidence/views";
import { bilingual, toReading, UPDATE_READING } from "@/lib/server/targets/rows";
import type { ListedUpdate } from "@/lib/views/update";

export const LISTED = {
  ...UPDATE_READING,
  author: { select: { name: true } },
  onBehalfOf: { select: { name: true } },
  files: EVIDENCE,
  target: {
    select: {
      code: true,
      title: true,
      titleEn: true,
      metric: { select: { unit: true, unitEn: true, precision: true } },
    },
  },
} as const satisfies Prisma.UpdateInclude;
export type ListedRecord = Prisma.UpdateGetPayload<{ include: typeof LISTED }>;

export function toListedUpdate(record: ListedRecord, { actor }: Context): ListedUpdate {
  const { id, version, author, submittedAt, decidedAt, returnReason, files, target } = record;
  const { note, problems, nextStep, evidence } = record;
  return {
    id,
    version,
    state: oneOf(UPDATE_STATES, record.state),
    day: dayOf(record.asOf),
    reading: toReading(record),
    author: author.name,
    onBehalfOf: record.onBehalfOf?.name ?? null,
    isOwn: actor.kind === "user" && record.authorId === actor.userId,
    submittedAt,
    decidedAt,
    returnReason,
    isCorrection: record.supersedesId !== null,
    texts: { note, problems, nextStep, evidence },
    files: toEvidenceViews(files),
    target: { code: target.code, title: bilingual(target.title, target.titleEn), metric: target.metric },
  };
}
