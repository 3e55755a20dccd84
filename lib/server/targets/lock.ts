// Row locks of targets: a write locks the target first, so that writes of one target run one after another.
import "server-only";
import type { Scope } from "@/lib/domain/permissions/can";
import { can } from "@/lib/domain/permissions/can";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { laterInstant, nextInstantAfter } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { reject } from "@/lib/server/mutation";
import { SUPPORTING, toTargetScope } from "./rows";
import { CHANGES, TERMS, toTerms } from "./terms-columns";

const LOCKED = { ...CHANGES, ...SUPPORTING, ...TERMS, owner: true } as const satisfies Prisma.TargetInclude;
type LockedRecord = Prisma.TargetGetPayload<{ include: typeof LOCKED }>;

export interface LockedTarget {
  readonly record: LockedRecord;
  readonly terms: TargetTerms;
  readonly scope: Scope;
}

/** Waits until earlier writes of the target are committed. */
export async function lockTarget(tx: Transaction, targetId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM target WHERE id = ${targetId}::uuid FOR UPDATE`;
}

/** Locks many targets in the order of their ids, so that two bulk writes cannot deadlock. */
export async function lockTargets(tx: Transaction, targetIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM target WHERE id = ANY(${[...targetIds]}::uuid[]) ORDER BY id FOR UPDATE`;
}

export interface Owner {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
}

/** The department that owns a target, share-locked so that it stays open; null if it is closed or unknown. */
export async function findOpenOwner(tx: Transaction, slug: string): Promise<Owner | null> {
  const found = await tx.$queryRaw<Owner[]>`
    SELECT id, slug, name, name_en AS "nameEn" FROM department WHERE slug = ${slug} AND closed_on IS NULL FOR SHARE`;
  return found[0] ?? null;
}

/** Locks and reads the target. Rejects a target that the user may not read as not found. */
export async function getLockedTarget(
  tx: Transaction,
  where: { readonly id: string } | { readonly code: string },
  { actor }: Context,
): Promise<LockedTarget> {
  const found = await tx.target.findUnique({ where, select: { id: true } });
  if (found === null) reject({ kind: "not-found" });
  await lockTarget(tx, found.id);
  const record = await tx.target.findUniqueOrThrow({ where: { id: found.id }, include: LOCKED });
  const terms = toTerms(record);
  const supporting = record.supporting.map((one) => one.department.slug);
  const scope: Scope = { target: { ...toTargetScope(record), supporting } };
  if (!can(actor, "target.read", scope)) reject({ kind: "not-found" });
  return { record, terms, scope };
}

/** The instant of a change: now, and after every earlier change of the target. */
export function changeMoment({ record }: LockedTarget, now: Date): Date {
  const latest = [
    record.createdAt,
    ...record.revisions.map((one) => one.revisedAt),
    ...record.transitions.map((one) => one.at),
  ];
  return nextInstantAfter(latest.reduce(laterInstant), now);
}
