// Compares the stored standings with those computed from terms, approvals and rules.
import "server-only";
import { Decimal } from "decimal.js";
import type { Transaction } from "@/lib/server/db/client";
import { deriveStandings, type StandingRow } from "@/lib/server/targets/standings";

export interface StandingFault {
  readonly kind: "standing-changed";
  readonly code: string;
}

/** Rounds a fraction like its column. */
function rounded(number: { toString(): string } | number | null | undefined, places: number): string | null {
  return number === null || number === undefined
    ? null
    : new Decimal(number.toString()).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toString();
}

function textOf(row: StandingRow): string {
  const { completionRatio, expectedRatio, gapPoints, gapValue, judgedValue, value, ...rest } = row;
  const fields = Object.entries(rest).map(([name, field]) => {
    const isInstant = (name === "knownFrom" || name === "knownTo") && field !== null;
    return [name, isInstant ? new Date(field as string | Date).toISOString() : (field ?? null)];
  });
  const numbers = {
    completionRatio: rounded(completionRatio, 6),
    expectedRatio: rounded(expectedRatio, 6),
    gapPoints: rounded(gapPoints, 4),
    gapValue: rounded(gapValue, 6),
    judgedValue: rounded(judgedValue, 6),
    value: rounded(value, 6),
  };
  return JSON.stringify([...fields, ...Object.entries(numbers)].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

function byTarget(rows: readonly StandingRow[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const row of rows) texts.set(row.targetId, [...(texts.get(row.targetId) ?? []), textOf(row)]);
  return texts;
}

function isSame(stored: readonly string[] = [], derived: readonly string[] = []): boolean {
  return stored.length === derived.length && [...stored].sort().join("\n") === [...derived].sort().join("\n");
}

const BATCH = 500;

/** The targets whose stored standings differ from the computed ones, in batches. */
export async function findStandingFaults(tx: Transaction): Promise<StandingFault[]> {
  const faults: StandingFault[] = [];
  for (let after = ""; ; ) {
    const targets = await tx.target.findMany({
      select: { id: true, code: true },
      where: { code: { gt: after } },
      orderBy: { code: "asc" },
      take: BATCH,
    });
    const ids = targets.map(({ id }) => id);
    const stored = byTarget(await tx.targetStanding.findMany({ where: { targetId: { in: ids } } }));
    const derived = byTarget(await deriveStandings(tx, ids));
    for (const { id, code } of targets) {
      if (!isSame(stored.get(id), derived.get(id))) faults.push({ kind: "standing-changed", code });
    }
    after = targets.at(-1)?.code ?? "";
    if (targets.length < BATCH) return faults;
  }
}
