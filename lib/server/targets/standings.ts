// The stored standings of targets: recomputed from terms and approvals, in the transaction that changed either.
import "server-only";
import type { Decimal } from "decimal.js";
import { type PartHistory, ROLL_UP_METHODS, rolledUpApprovals } from "@/lib/domain/targets/roll-up";
import type { Approval, OwnerVersion, TargetHistory } from "@/lib/domain/targets/standing";
import { standingTimeline } from "@/lib/domain/targets/standing-timeline";
import { revisedResponsibilitySchema } from "@/lib/schemas/responsibility";
import { inBatches } from "@/lib/server/db/batches";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { insertRows } from "@/lib/server/db/insert-rows";
import { listRuleSets } from "@/lib/server/rule-sets/data";
import { getImportedDays } from "@/lib/server/working-days/data";
import { toReading, UPDATE_READING } from "./rows";
import { CHANGES, TERMS, toTerms, toTermsVersions } from "./terms-columns";

/** The number of targets computed at once. */
const BATCH = 500;

const STANDING_INPUTS = {
  ...CHANGES,
  ...TERMS,
  owner: { select: { slug: true } },
  updates: { where: { state: { in: ["approved", "superseded"] } }, include: UPDATE_READING },
} as const satisfies Prisma.TargetInclude;

export type StandingRecord = Prisma.TargetGetPayload<{ include: typeof STANDING_INPUTS }>;

function ownApprovals(record: StandingRecord): Approval[] {
  return record.updates.flatMap((update): Approval[] => {
    if (update.decidedAt === null) return [];
    return [
      {
        updateId: update.id,
        reading: toReading(update),
        illustrative: update.illustrative,
        approvedAt: update.decidedAt.toISOString(),
        supersededAt: update.supersededAt?.toISOString() ?? null,
      },
    ];
  });
}

/** The targets with their parts, read once; parts are found by id. */
export interface Family {
  readonly byId: ReadonlyMap<string, StandingRecord>;
  readonly partsOf: (id: string) => readonly StandingRecord[];
}

/** These targets and everything that they are rolled up from, at any depth. */
export async function readFamily(tx: Transaction, targetIds: readonly string[]): Promise<Family> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE down AS (
      SELECT id, roll_up FROM target WHERE id = ANY(${[...targetIds]}::uuid[])
      UNION
      SELECT t.id, t.roll_up FROM target t JOIN down ON t.parent_id = down.id WHERE down.roll_up IS NOT NULL
    )
    SELECT id FROM down`;
  const records = await inBatches(found, (batch) =>
    tx.target.findMany({ where: { id: { in: batch.map((one) => one.id) } }, include: STANDING_INPUTS }),
  );
  records.sort((one, other) => (one.code < other.code ? -1 : 1));
  const byId = new Map(records.map((record) => [record.id, record]));
  const partsOf = (id: string) => records.filter((record) => record.parentId === id);
  return { byId, partsOf };
}

/** A target's approvals: its own, or if it is rolled up, those computed from its parts. */
export function toApprovals(record: StandingRecord, family: Family): Approval[] {
  const own = ownApprovals(record);
  if (record.rollUp === null) return own;
  const method = oneOf(ROLL_UP_METHODS, record.rollUp);
  return [...own, ...rolledUpApprovals(toTerms(record), method, readPartHistories(record, family))];
}

export function readPartHistories(record: StandingRecord, family: Family): PartHistory[] {
  return family.partsOf(record.id).map((part) => ({
    code: part.code,
    weight: Number(part.weight),
    terms: toTermsVersions(part),
    approvals: toApprovals(part, family),
  }));
}

/** The owners with their start, latest first: each change of owner names the previous one. */
function ownersOf({ owner, createdAt, revisions }: StandingRecord): OwnerVersion[] {
  const versions: OwnerVersion[] = [];
  let slug = owner.slug;
  for (const { revisedAt, before } of revisions) {
    const earlier = revisedResponsibilitySchema.parse(before).owner;
    if (earlier === undefined) continue;
    versions.push({ owner: slug, knownFrom: revisedAt.toISOString() });
    slug = earlier;
  }
  return [...versions, { owner: slug, knownFrom: createdAt.toISOString() }];
}

/** Everything that a target's standings depend on, except rules and calendar. */
export function toHistory(record: StandingRecord, family: Family): Omit<TargetHistory, "rules" | "imported"> {
  return {
    terms: toTermsVersions(record),
    owners: ownersOf(record),
    approvals: toApprovals(record, family),
  };
}

/** These targets and every target that is rolled up from one of them. */
async function withWholes(tx: Transaction, targetIds: readonly string[]): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM target WHERE id = ANY(${[...targetIds]}::uuid[])
      UNION
      SELECT t.id, t.parent_id FROM target t JOIN up ON t.id = up.parent_id WHERE t.roll_up IS NOT NULL
    )
    SELECT id FROM up`;
  return found.map((one) => one.id);
}

/** A measure with the six decimals of its column. */
function columnText(value: Decimal | null): string | null {
  return value?.toDecimalPlaces(6).toString() ?? null;
}

export type StandingRow = Prisma.TargetStandingCreateManyInput;

/** Computes the standings of these targets from terms, approvals, rules and calendar, in a few queries. */
export async function deriveStandings(tx: Transaction, targetIds: readonly string[]): Promise<StandingRow[]> {
  const [rules, imported, departments] = [
    await listRuleSets(tx),
    await getImportedDays(tx),
    await tx.department.findMany({ select: { id: true, slug: true } }),
  ];
  const idOf = new Map(departments.map(({ id, slug }) => [slug, id]));
  const family = await readFamily(tx, targetIds);
  const records = targetIds.flatMap((id) => family.byId.get(id) ?? []);
  return records.flatMap((record) =>
    standingTimeline({ ...toHistory(record, family), rules, imported }).map(({ owner, ...standing }) => ({
      ...standing,
      targetId: record.id,
      ownerId: idOf.get(owner) ?? record.ownerId,
      value: columnText(standing.value),
      gapValue: columnText(standing.gapValue),
      judgedValue: columnText(standing.judgedValue),
      behindFrom: standing.behindFrom && dayColumn(standing.behindFrom),
      farBehindFrom: standing.farBehindFrom && dayColumn(standing.farBehindFrom),
      openSteps: standing.openSteps.map(dayColumn),
      asOf: standing.asOf && dayColumn(standing.asOf),
      startOn: dayColumn(standing.startOn),
      dueOn: dayColumn(standing.dueOn),
      notExpectedFrom: standing.notExpectedFrom && dayColumn(standing.notExpectedFrom),
      nextReportOpensOn: standing.nextReportOpensOn && dayColumn(standing.nextReportOpensOn),
      nextReportDueOn: standing.nextReportDueOn && dayColumn(standing.nextReportDueOn),
    })),
  );
}

async function listTargetIds(tx: Pick<Transaction, "target">): Promise<string[]> {
  return (await tx.target.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map((target) => target.id);
}

/** Rewrites the standings of these targets and of their wholes, in batches. */
export async function rebuildStandings(tx: Transaction, targetIds: readonly string[] | "all"): Promise<void> {
  if (targetIds.length === 0) return;
  const ids = targetIds === "all" ? await listTargetIds(tx) : await withWholes(tx, targetIds);
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const data = await deriveStandings(tx, batch);
    await tx.targetStanding.deleteMany({ where: { targetId: { in: batch } } });
    await insertRows(tx, "target_standing", data);
  }
}

/**
 * Rewrites the standings of all targets after a migration has changed their columns, one transaction per batch. Records
 * the migration last, so that an interrupted run is repeated at the next start.
 */
export async function rebuildAllStandings(): Promise<void> {
  const [last] = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations ORDER BY started_at DESC, migration_name DESC LIMIT 1`;
  const ids = await listTargetIds(db);
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    await db.$transaction((tx) => rebuildStandings(tx, batch), { timeout: 120_000 });
  }
  const migration = last?.migration_name ?? "";
  await db.standingsBuilt.upsert({ where: { id: 1 }, create: { migration }, update: { migration } });
}
