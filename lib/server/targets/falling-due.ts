// What falls due of many targets, with the steps their latest approved reports have finished.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { fallingDue } from "@/lib/domain/targets/falling-due";
import type { Bilingual } from "@/lib/i18n/languages";
import { db } from "@/lib/server/db/client";
import type { TargetRow } from "@/lib/server/targets/types";

export interface FallingDue {
  readonly row: TargetRow;
  readonly on: IsoDate;
  /** Null where it is the promise itself. */
  readonly step: Bilingual | null;
}

/** Keys of the finished steps by the update that reported them. */
async function finishedSteps(rows: readonly TargetRow[]): Promise<Map<string, Set<string>>> {
  const updateIds = rows.flatMap(({ terms, standing }) =>
    terms.steps.length > 0 ? (standing.latest?.updateId ?? []) : [],
  );
  const records = await db.updateStep.findMany({
    where: { updateId: { in: updateIds } },
    select: { updateId: true, step: { select: { key: true } } },
  });
  const byUpdate = new Map<string, Set<string>>();
  for (const { updateId, step } of records) {
    byUpdate.set(updateId, (byUpdate.get(updateId) ?? new Set()).add(step.key));
  }
  return byUpdate;
}

/** From the first day to the second, both included, in order. */
export async function listFallingDue(
  rows: readonly TargetRow[],
  days: readonly [IsoDate, IsoDate],
): Promise<FallingDue[]> {
  const finished = await finishedSteps(rows);
  return rows
    .flatMap((row) => {
      const done = finished.get(row.standing.latest?.updateId ?? "") ?? new Set<string>();
      return fallingDue(row.terms, row.standing.light, done, days).map(({ on, step }) => ({
        row,
        on,
        step: step && { "zh-CN": step.title, en: step.titleEn },
      }));
    })
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
