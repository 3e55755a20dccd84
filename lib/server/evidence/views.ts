// Evidence files as reads return them.
import "server-only";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { EvidenceView } from "@/lib/views/evidence";

export const EVIDENCE = {
  select: { id: true, name: true, size: true, visibility: true },
  orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
} as const satisfies Prisma.EvidenceFileFindManyArgs;
type EvidenceRecord = Prisma.EvidenceFileGetPayload<typeof EVIDENCE>;

export function toEvidenceViews(records: readonly EvidenceRecord[]): EvidenceView[] {
  return records.map(({ visibility, ...file }) => ({ ...file, visibility: oneOf(VISIBILITIES, visibility) }));
}
