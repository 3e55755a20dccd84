// What has been corrected since a bulletin was frozen.
import "server-only";
import type { BulletinFacts, Erratum } from "@/lib/bulletins/facts";
import { readingValue } from "@/lib/domain/targets/completion";
import { METRIC_KINDS } from "@/lib/domain/targets/types";
import { cityDayOf } from "@/lib/server/city-day";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { readingOf, TERMS, termsOf, UPDATE_READING } from "@/lib/server/targets/rows";
import { valueWords } from "./facts";

const CORRECTION = {
  ...UPDATE_READING,
  target: { include: TERMS },
} as const satisfies Prisma.UpdateInclude;
type Correction = Prisma.UpdateGetPayload<{ include: typeof CORRECTION }>;

function correctedWords(correction: Correction): Erratum["corrected"] {
  const { kind, unit, precision } = correction.target.metric;
  const value = readingValue(termsOf(correction.target), readingOf(correction));
  return value.known ? valueWords(value.value, { kind: oneOf(METRIC_KINDS, kind), unit, precision }) : null;
}

/** The approved corrections of these updates, and the corrections of those, by the update each goes back to. */
async function lastCorrections(updateIds: readonly string[], known: Date): Promise<Map<string, Correction>> {
  const last = new Map<string, Correction>();
  let origin = new Map(updateIds.map((id) => [id, id]));
  while (origin.size > 0) {
    const found = await db.update.findMany({
      where: {
        supersedesId: { in: [...origin.keys()] },
        decidedAt: { lte: known },
        state: { in: ["approved", "superseded"] },
      },
      include: CORRECTION,
    });
    const next = new Map<string, string>();
    for (const correction of found) {
      const first = origin.get(correction.supersedesId ?? "");
      if (first === undefined) continue;
      last.set(first, correction);
      next.set(correction.id, first);
    }
    origin = next;
  }
  return last;
}

/** Values of the bulletin that were corrected after its cut-off and by `known`, in its own order. */
export async function errataOf(facts: BulletinFacts, known: Date): Promise<Erratum[]> {
  const ids = facts.rows.flatMap((row) => row.updateId ?? []);
  const corrections = await lastCorrections(ids, known);
  return facts.rows.flatMap((row): Erratum[] => {
    const correction = corrections.get(row.updateId ?? "");
    if (correction === undefined || correction.decidedAt === null || row.valueText === null) return [];
    return [
      {
        code: row.code,
        title: row.title,
        printed: row.valueText,
        corrected: correctedWords(correction),
        correctedOn: cityDayOf(correction.decidedAt),
        reason: correction.note,
      },
    ];
  });
}
