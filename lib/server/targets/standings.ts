// The stored standings of targets: worked out anew from terms and approvals, in the transaction that changed either.
import "server-only";
import type { Approval } from "@/lib/domain/targets/standing";
import { standingTimeline } from "@/lib/domain/targets/standing-timeline";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { getRuleSetInForce } from "@/lib/server/rule-sets/data";
import { CHANGES, readingOf, STEPS_IN_ORDER, termsVersionsOf, UPDATE_READING } from "./rows";

const STANDING_INPUTS = {
  ...CHANGES,
  metric: true,
  steps: STEPS_IN_ORDER,
  updates: { where: { state: { in: ["approved", "superseded"] } }, include: UPDATE_READING },
} as const satisfies Prisma.TargetInclude;

type StandingRecord = Prisma.TargetGetPayload<{ include: typeof STANDING_INPUTS }>;

function approvalsOf(record: StandingRecord): Approval[] {
  return record.updates.flatMap((update): Approval[] => {
    if (update.decidedAt === null) return [];
    return [
      {
        updateId: update.id,
        reading: readingOf(update),
        approvedAt: update.decidedAt.toISOString(),
        supersededAt: update.supersededAt?.toISOString() ?? null,
      },
    ];
  });
}

/** Rewrites the standings of these targets. Three queries and one insert, however many targets there are. */
export async function rebuildStandings(tx: Transaction, targetIds: readonly string[]): Promise<void> {
  const rules = await getRuleSetInForce(tx);
  const records = await tx.target.findMany({ where: { id: { in: [...targetIds] } }, include: STANDING_INPUTS });
  const rows = records.flatMap((record): Prisma.TargetStandingCreateManyInput[] =>
    standingTimeline({
      terms: termsVersionsOf(record),
      approvals: approvalsOf(record),
      rules,
    }).map((standing) => ({
      ...standing,
      targetId: record.id,
      value: standing.value?.toString() ?? null,
      asOf: standing.asOf && dayColumn(standing.asOf),
      startOn: dayColumn(standing.startOn),
      dueOn: dayColumn(standing.dueOn),
      nextReportOpensOn: standing.nextReportOpensOn && dayColumn(standing.nextReportOpensOn),
      nextReportDueOn: standing.nextReportDueOn && dayColumn(standing.nextReportDueOn),
    })),
  );
  await tx.targetStanding.deleteMany({ where: { targetId: { in: [...targetIds] } } });
  await tx.targetStanding.createMany({ data: rows });
}
