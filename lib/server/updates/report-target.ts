// The target of a report, with what its rules need: readings, steps, scope of permissions.
import "server-only";
import type { Decimal } from "decimal.js";
import { isClosedForEntry } from "@/lib/domain/calendar/late-entry";
import type { ImportedDays } from "@/lib/domain/calendar/working-days";
import type { Scope } from "@/lib/domain/permissions/can";
import { readingValue } from "@/lib/domain/targets/completion";
import type { Reading, TargetTerms } from "@/lib/domain/targets/types";
import type { ReportFacts } from "@/lib/domain/updates/report-rules";
import type { Clock } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { toReading, toTargetScope, UPDATE_READING } from "@/lib/server/targets/rows";
import { CHANGES, TERMS, toTerms } from "@/lib/server/targets/terms-columns";
import { getImportedDays } from "@/lib/server/working-days/data";
import { whereApprovedAt } from "./state-at";

const REPORT_TARGET = {
  ...CHANGES,
  ...TERMS,
  owner: true,
  openings: true,
} as const satisfies Prisma.TargetInclude;

export interface ReportTarget {
  readonly record: Prisma.TargetGetPayload<{ include: typeof REPORT_TARGET }>;
  readonly terms: TargetTerms;
  readonly scope: Scope;
  readonly importedDays: ImportedDays;
  /** In force at the clock's moment, by as-of date. */
  readonly readings: readonly (Reading & { readonly updateId: string })[];
}

type Reader = Pick<Transaction, "target" | "update" | "specialDay">;

/** Null if there is no such target. Pass the current transaction for a write, or `db` for a read. */
export async function getReportTarget(
  database: Reader,
  where: Prisma.TargetWhereUniqueInput,
  clock: Clock,
): Promise<ReportTarget | null> {
  return (await readReportTargets(database, where, clock))[0] ?? null;
}

/** Many targets by id, with as many queries as for one. */
export async function getReportTargets(
  database: Reader,
  ids: readonly string[],
  clock: Clock,
): Promise<ReadonlyMap<string, ReportTarget>> {
  const targets = await readReportTargets(database, { id: { in: [...new Set(ids)] } }, clock);
  return new Map(targets.map((target) => [target.record.id, target]));
}

async function readReportTargets(
  database: Reader,
  where: Prisma.TargetWhereInput,
  clock: Clock,
): Promise<ReportTarget[]> {
  const records = await database.target.findMany({ where, include: REPORT_TARGET });
  if (records.length === 0) return [];
  const updates = await database.update.findMany({
    where: { targetId: { in: records.map((record) => record.id) }, ...whereApprovedAt(clock.knownUntil) },
    include: UPDATE_READING,
    orderBy: { asOf: "asc" },
  });
  const readings = new Map<string, ReportTarget["readings"][number][]>();
  for (const update of updates) {
    const own = readings.get(update.targetId) ?? [];
    own.push({ ...toReading(update), updateId: update.id });
    readings.set(update.targetId, own);
  }
  const importedDays = await getImportedDays(database);
  return records.map((record) => ({
    record,
    terms: toTerms(record),
    scope: { target: { ...toTargetScope(record), isRolledUp: record.rollUp !== null } },
    importedDays,
    readings: readings.get(record.id) ?? [],
  }));
}

/** The value of the latest reading before a day; null if there is none. */
export function valueBefore(
  { terms, readings }: Pick<ReportTarget, "terms" | "readings">,
  asOf: string,
): Decimal | null {
  const before = readings.findLast((reading) => reading.asOf < asOf);
  const value = before === undefined ? null : readingValue(terms, before);
  return value?.known ? value.value : null;
}

export function reportFacts(target: ReportTarget, clock: Clock): ReportFacts {
  const { kind, startOn, dueOn, steps } = target.terms;
  const { unit, unitEn } = target.record.metric;
  const openings = target.record.openings.map(({ periodEnd, openUntil }) => ({
    periodEnd: dayOf(periodEnd),
    openUntil: dayOf(openUntil),
  }));
  return {
    kind,
    printedUnit: { unit, unitEn },
    startOn,
    dueOn,
    stepKeys: steps.map((step) => step.key),
    today: clock.today,
    isClosed: (asOf) =>
      isClosedForEntry(target.terms, asOf, clock.today, target.record.closesAfterDays, openings, target.importedDays),
    previousValue: (asOf) => valueBefore(target, asOf),
  };
}
