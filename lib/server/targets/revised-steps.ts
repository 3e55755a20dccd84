// The rows of the steps that a revision changes. Removed steps keep their row: earlier days show them, reports name them.
import "server-only";
import type { RevisableTerms } from "@/lib/domain/targets/revisions";
import type { StepFacts } from "@/lib/schemas/revised-steps";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";

/** As known at `moment`. */
export async function readStepFacts(tx: Transaction, targetId: string, moment: Date): Promise<StepFacts> {
  const rows = await tx.milestoneStep.findMany({
    where: { targetId },
    select: {
      key: true,
      completed: {
        where: { update: { state: { in: ["approved", "submitted"] }, submittedAt: { lte: moment } } },
        take: 1,
      },
    },
  });
  return {
    keys: new Set(rows.map(({ key }) => key)),
    reported: new Set(rows.filter(({ completed }) => completed.length > 0).map(({ key }) => key)),
  };
}

interface Stored {
  readonly id: string;
  readonly steps: readonly Prisma.MilestoneStepGetPayload<object>[];
}

/** @param record the target with the steps in force before */
export async function storeSteps(
  tx: Transaction,
  record: Stored,
  after: RevisableTerms["steps"],
  at: Date,
): Promise<void> {
  const before = new Map(record.steps.map((step) => [step.key, step]));
  for (const [order, { key, plannedOn, weight = 1, title = key, titleEn = title }] of after.entries()) {
    const stored = before.get(key);
    const columns = { order, weight, plannedOn: dayColumn(plannedOn) };
    if (stored === undefined) {
      await tx.milestoneStep.create({ data: { ...columns, targetId: record.id, key, title, titleEn, printed: false } });
    } else {
      await tx.milestoneStep.update({ where: { id: stored.id }, data: columns });
    }
  }
  const kept = new Set(after.map(({ key }) => key));
  const removed = record.steps.filter(({ key }) => !kept.has(key)).map(({ id }) => id);
  await tx.milestoneStep.updateMany({ where: { id: { in: removed } }, data: { removedAt: at } });
}
