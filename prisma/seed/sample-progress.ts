// Writes the sample year as rows, all marked as illustrative, with the demo accounts as authors.
import { demoUserId, ensureDemoUsers } from "@/lib/server/auth/demo-users";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { generateSampleProgress } from "@/prisma/seed-data/sample-progress";
import type { SeedUpdate } from "@/prisma/seed-data/types";

interface LoadedTarget {
  readonly id: string;
  readonly steps: readonly { readonly id: string; readonly key: string }[];
}

function instantOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

async function loadUpdate(
  tx: Transaction,
  update: SeedUpdate,
  target: LoadedTarget,
  supersedesId: string | null,
): Promise<string> {
  const stepIds = new Map(target.steps.map((step) => [step.key, step.id]));
  const row = await tx.update.create({
    data: {
      targetId: target.id,
      illustrative: true,
      asOf: dayColumn(update.asOf),
      value: update.value,
      numerator: update.numerator,
      denominator: update.denominator,
      note: update.note,
      problems: update.problems ?? "",
      nextStep: update.nextStep ?? "",
      state: update.state,
      authorId: demoUserId(update.authorSlug, "reporter"),
      reviewerId: update.decidedAt === null ? null : demoUserId(update.authorSlug, "reviewer"),
      returnReason: update.returnReason,
      supersedesId,
      createdAt: new Date(update.createdAt),
      submittedAt: instantOrNull(update.submittedAt),
      decidedAt: instantOrNull(update.decidedAt),
      supersededAt: instantOrNull(update.supersededAt),
      steps: {
        create: update.completedSteps.flatMap(({ key, doneOn }) => {
          const stepId = stepIds.get(key);
          return stepId === undefined ? [] : [{ stepId, doneOn: dayColumn(doneOn) }];
        }),
      },
    },
  });
  return row.id;
}

/** Writes the sample year and its standings. @returns the number of reports. */
export async function loadSampleProgress(tx: Transaction): Promise<number> {
  await ensureDemoUsers(tx);
  const targets = await tx.target.findMany({ select: { id: true, code: true, steps: true } });
  const byCode = new Map(targets.map((target) => [target.code, target]));
  const updates = generateSampleProgress();
  const ids: string[] = [];
  for (const update of updates) {
    const target = byCode.get(update.targetCode);
    if (target === undefined) throw new Error(`the sample year names an unknown target ${update.targetCode}`);
    const supersedesId = update.supersedesIndex === null ? null : (ids[update.supersedesIndex] ?? null);
    ids.push(await loadUpdate(tx, update, target, supersedesId));
  }
  await rebuildStandings(
    tx,
    targets.map((target) => target.id),
  );
  return updates.length;
}
