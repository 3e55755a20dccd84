// What has been corrected since a bulletin was frozen.
import "server-only";
import type { Decimal } from "decimal.js";
import type { BulletinFacts, BulletinRow, Erratum } from "@/lib/bulletins/facts";
import { readingValue } from "@/lib/domain/targets/completion";
import { ROLL_UP_METHODS, rolledUpOn } from "@/lib/domain/targets/roll-up";
import { METRIC_KINDS, type Reading, type TargetTerms } from "@/lib/domain/targets/types";
import { cityDayOf } from "@/lib/server/city-day";
import { db } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { readingOf, TERMS, type TermsRecord, termsOf, UPDATE_READING } from "@/lib/server/targets/rows";
import { type Family, partHistories, readFamily, type StandingRecord } from "@/lib/server/targets/standings";
import { valueWords } from "./facts";

const CORRECTION = {
  ...UPDATE_READING,
  target: { include: TERMS },
} as const satisfies Prisma.UpdateInclude;
type Correction = Prisma.UpdateGetPayload<{ include: typeof CORRECTION }>;

/** What a correction has made of a printed value. */
type Corrected = Pick<Erratum, "corrected" | "correctedOn" | "reason">;

function measured(terms: TargetTerms, reading: Reading): Decimal | null {
  const value = readingValue(terms, reading);
  return value.known ? value.value : null;
}

function words(value: Decimal | null, { kind, unit, precision }: TermsRecord["metric"]): Erratum["corrected"] {
  return value === null ? null : valueWords(value, { kind: oneOf(METRIC_KINDS, kind), unit, precision });
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

function correctionOf(correction: Correction): Corrected | null {
  const { target, decidedAt, note } = correction;
  if (decidedAt === null) return null;
  const value = measured(termsOf(target), readingOf(correction));
  return { corrected: words(value, target.metric), correctedOn: cityDayOf(decidedAt), reason: note };
}

/** The rolled-up targets of these codes with their parts. */
async function familyOf(codes: readonly string[]): Promise<Family> {
  const wholes = await db.target.findMany({ where: { code: { in: [...codes] }, rollUp: { not: null } } });
  const ids = wholes.map((one) => one.id);
  return db.$transaction((tx) => readFamily(tx, ids));
}

/**
 * A total has no update of its own: it is corrected when one of its parts has been since the cut-off and it is another
 * for the same day because of it. What the parts reported of later days changes nothing.
 */
function correctionOfWhole(row: BulletinRow, family: Family, from: Date, known: Date): Corrected | null {
  const record = [...family.byId.values()].find((one) => one.code === row.code);
  if (record === undefined || record.rollUp === null || row.asOf === null) return null;
  const asOf = row.asOf;
  const reports = (id: string): StandingRecord["updates"] =>
    family.partsOf(id).flatMap((part) => [...part.updates, ...reports(part.id)]);
  const last = reports(record.id)
    .filter((one) => one.supersedesId !== null && dayOf(one.asOf) <= asOf)
    .filter(({ decidedAt }) => decidedAt !== null && decidedAt > from && decidedAt <= known)
    .sort((one, other) => Number(one.decidedAt) - Number(other.decidedAt))
    .at(-1);
  if (last === undefined || last.decidedAt === null) return null;
  const terms = termsOf(record);
  const method = oneOf(ROLL_UP_METHODS, record.rollUp);
  const reading = rolledUpOn(terms, method, partHistories(record, family), asOf, known.toISOString());
  const value = reading && measured(terms, reading);
  if (value === null || value.toDecimalPlaces(6).equals(row.value ?? "NaN")) return null;
  return { corrected: words(value, record.metric), correctedOn: cityDayOf(last.decidedAt), reason: last.note };
}

/** Values of the bulletin that were corrected after its cut-off and by `known`, in its own order. */
export async function errataOf(facts: BulletinFacts, cutOffAt: Date, known: Date): Promise<Erratum[]> {
  const ids = facts.rows.flatMap((row) => row.updateId ?? []);
  const corrections = await lastCorrections(ids, known);
  const totals = facts.rows.filter((row) => row.updateId === null && row.value !== null);
  const family = await familyOf(totals.map((row) => row.code));
  return facts.rows.flatMap((row): Erratum[] => {
    const correction = corrections.get(row.updateId ?? "");
    const corrected = correction ? correctionOf(correction) : correctionOfWhole(row, family, cutOffAt, known);
    if (corrected === null || row.valueText === null) return [];
    return [{ code: row.code, title: row.title, printed: row.valueText, ...corrected }];
  });
}
