// The corrections since a bulletin was frozen.
import "server-only";
import type { Decimal } from "decimal.js";
import type { BulletinFacts, BulletinRow, Erratum } from "@/lib/bulletins/facts";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { readingValue } from "@/lib/domain/targets/completion";
import { ROLL_UP_METHODS, rolledUpOn } from "@/lib/domain/targets/roll-up";
import { METRIC_KINDS, type Reading, type TargetTerms } from "@/lib/domain/targets/types";
import { inBatches } from "@/lib/server/db/batches";
import { db } from "@/lib/server/db/client";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { toReading, UPDATE_READING } from "@/lib/server/targets/rows";
import { type Family, readFamily, readPartHistories, type StandingRecord } from "@/lib/server/targets/standings";
import { TERMS, type TermsRecord, toTerms } from "@/lib/server/targets/terms-columns";
import { formatValueWords } from "./facts";

const CORRECTION = {
  ...UPDATE_READING,
  target: { include: TERMS },
} as const satisfies Prisma.UpdateInclude;
type Correction = Prisma.UpdateGetPayload<{ include: typeof CORRECTION }>;

/** The corrected form of a printed value. */
type Corrected = Pick<Erratum, "corrected" | "correctedOn" | "reason">;

function measured(terms: TargetTerms, reading: Reading): Decimal | null {
  const value = readingValue(terms, reading);
  return value.known ? value.value : null;
}

function words(
  value: Decimal | null,
  { kind, ...metric }: TermsRecord["metric"],
  peers: number | null,
): Erratum["corrected"] {
  return value === null ? null : formatValueWords({ value, peers }, { ...metric, kind: oneOf(METRIC_KINDS, kind) });
}

/**
 * The last approved correction of each report, by the original report. Reads only corrections approved after the cut-off,
 * however many values were frozen.
 */
async function lastCorrections(
  updateIds: ReadonlySet<string>,
  from: Date,
  known: Date,
): Promise<Map<string, Correction>> {
  const found = await db.update.findMany({
    where: {
      supersedesId: { not: null },
      decidedAt: { gt: from, lte: known },
      state: { in: ["approved", "superseded"] },
    },
    select: { id: true, supersedesId: true, decidedAt: true },
    orderBy: { decidedAt: "asc" },
  });
  const origin = new Map([...updateIds].map((id) => [id, id]));
  const last = new Map<string, string>();
  for (const { id, supersedesId } of found) {
    const first = origin.get(supersedesId ?? "");
    if (first === undefined) continue;
    origin.set(id, first);
    last.set(first, id);
  }
  const records = await inBatches([...last.values()], (batch) =>
    db.update.findMany({ where: { id: { in: batch } }, include: CORRECTION }),
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  return new Map(
    [...last].flatMap(([first, id]) => {
      const record = byId.get(id);
      return record === undefined ? [] : [[first, record] as const];
    }),
  );
}

function correctionOf(correction: Correction): Corrected | null {
  const { target, decidedAt, note } = correction;
  if (decidedAt === null) return null;
  const value = measured(toTerms(target), toReading(correction));
  return { corrected: words(value, target.metric, correction.peers), correctedOn: toCityDay(decidedAt), reason: note };
}

/** The rolled-up targets with a corrected part, with their parts. */
async function readFamilies(codes: ReadonlySet<string>, from: Date, known: Date): Promise<Family> {
  const wholes = await db.$queryRaw<{ id: string; code: string }[]>`
    WITH RECURSIVE up AS (
      SELECT t.id, t.parent_id FROM progress_update u JOIN target t ON t.id = u.target_id
      WHERE u.supersedes_id IS NOT NULL AND u.decided_at > ${from} AND u.decided_at <= ${known}
        AND u.state IN ('approved', 'superseded')
      UNION
      SELECT p.id, p.parent_id FROM target p JOIN up ON up.parent_id = p.id
    )
    SELECT t.id, t.code FROM up JOIN target t ON t.id = up.id WHERE t.roll_up IS NOT NULL`;
  const ids = wholes.filter((one) => codes.has(one.code)).map((one) => one.id);
  return db.$transaction((tx) => readFamily(tx, ids));
}

/**
 * A total has no report: it is corrected if a part was corrected since the cut-off and the total of the same day changed.
 * Reports of the parts for later days do not count.
 */
function correctionOfWhole(
  row: BulletinRow,
  record: StandingRecord | undefined,
  family: Family,
  [from, known]: readonly [Date, Date],
): Corrected | null {
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
  const terms = toTerms(record);
  const method = oneOf(ROLL_UP_METHODS, record.rollUp);
  const reading = rolledUpOn(terms, method, readPartHistories(record, family), asOf, known.toISOString());
  const value = reading && measured(terms, reading);
  if (value === null || value.toDecimalPlaces(6).equals(row.value ?? "NaN")) return null;
  return { corrected: words(value, record.metric, null), correctedOn: toCityDay(last.decidedAt), reason: last.note };
}

/** Values of the bulletin corrected between its cut-off and `known`, in the bulletin's order. */
export async function listErrata(facts: BulletinFacts, cutOffAt: Date, known: Date): Promise<Erratum[]> {
  const ids = new Set(facts.rows.flatMap((row) => row.updateId ?? []));
  const corrections = await lastCorrections(ids, cutOffAt, known);
  const totals = facts.rows.filter((row) => row.updateId === null && row.value !== null);
  const family = await readFamilies(new Set(totals.map((row) => row.code)), cutOffAt, known);
  const byCode = new Map([...family.byId.values()].map((record) => [record.code, record]));
  return facts.rows.flatMap((row): Erratum[] => {
    const correction = corrections.get(row.updateId ?? "");
    const corrected = correction
      ? correctionOf(correction)
      : correctionOfWhole(row, byCode.get(row.code), family, [cutOffAt, known]);
    if (corrected === null || row.valueText === null) return [];
    return [{ code: row.code, title: row.title, printed: row.valueText, ...corrected }];
  });
}
