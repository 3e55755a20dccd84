// Creates, renames, closes and merges departments. A closed department retains the history of its targets.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { makeSlug } from "@/lib/imports/department-slugs";
import { nextInstantAfter } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOrNull } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type Result, reject } from "@/lib/server/mutation";
import type { DepartmentCodes, DepartmentRecord } from "@/lib/views/department";
import { administer } from "./administer";

/** Null for all users except administrators. */
export async function listDepartmentRecords({ actor }: Context): Promise<DepartmentRecord[] | null> {
  if (!can(actor, "administration", null)) return null;
  const records = await db.department.findMany({
    orderBy: { order: "asc" },
    include: {
      mergedInto: { select: { slug: true } },
      _count: { select: { owned: { where: { state: { notIn: ["closed", "withdrawn"] } } } } },
    },
  });
  return records.map(({ slug, name, nameEn, divisionCode, creditCode, closedOn, mergedInto, _count }) => ({
    slug,
    name,
    nameEn,
    divisionCode,
    creditCode,
    closedOn: dayOrNull(closedOn),
    mergedInto: mergedInto?.slug ?? null,
    openTargets: _count.owned,
  }));
}

export interface DepartmentNames {
  readonly name: string;
  readonly nameEn: string;
}

export interface NewDepartment extends Partial<DepartmentCodes> {
  readonly name: string;
  /** Null: its name stands in both languages. */
  readonly nameEn: string | null;
  /** Null: made from its name. */
  readonly slug: string | null;
  readonly parentSlug: string | null;
}

/** The code as written, or a free one. Rejects one in use. */
async function freeSlug(tx: Transaction, { slug, name, nameEn }: NewDepartment): Promise<string> {
  if (slug === null) {
    const taken = await tx.department.findMany({ select: { slug: true } });
    return makeSlug(nameEn ?? name, new Set(taken.map((one) => one.slug)));
  }
  if ((await tx.department.count({ where: { slug } })) > 0)
    reject({ kind: "invalid", errors: { slug: "already-there" } });
  return slug;
}

export function createDepartment(input: NewDepartment, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const { name, nameEn, parentSlug, divisionCode = null, creditCode = null } = input;
    const slug = await freeSlug(tx, input);
    const parent = parentSlug === null ? null : await tx.department.findUnique({ where: { slug: parentSlug } });
    if (parentSlug !== null && parent === null) reject({ kind: "invalid", errors: { parentSlug: "unknown" } });
    const last = await tx.department.aggregate({ _max: { order: true } });
    const data = { slug, name, nameEn: nameEn ?? name, divisionCode, creditCode };
    const order = (last._max.order ?? 0) + 1;
    const made = await tx.department.create({
      data: { ...data, parentId: parent?.id ?? null, order, createdAt: context.clock.now },
    });
    return { action: "department.created", id: made.id, before: null, after: { ...data, parent: parentSlug } };
  });
}

export const LATEST_FORMER_NAME = {
  formerNames: { orderBy: { knownTo: "desc" }, take: 1 },
} as const satisfies Prisma.DepartmentInclude;
type NamedDepartment = Prisma.DepartmentGetPayload<{ include: typeof LATEST_FORMER_NAME }>;

/** A new name from now on; earlier days show the former one. */
export async function giveName(
  tx: Transaction,
  { id, name, nameEn, formerNames }: NamedDepartment,
  names: DepartmentNames,
  now: Date,
): Promise<void> {
  const knownFrom = formerNames[0]?.knownTo ?? null;
  const knownTo = nextInstantAfter(knownFrom, now);
  await tx.formerName.create({ data: { departmentId: id, name, nameEn, knownFrom, knownTo } });
  await tx.department.update({ where: { id }, data: { ...names } });
}

/** Locks the department and reads it with its latest former name. */
async function found(tx: Transaction, slug: string) {
  await tx.$queryRaw`SELECT id FROM department WHERE slug = ${slug} FOR UPDATE`;
  const record = await tx.department.findUnique({
    where: { slug },
    include: LATEST_FORMER_NAME,
  });
  return record ?? reject({ kind: "not-found" });
}

/** Renames it from now on; earlier days still show the former name. */
export function renameDepartment(slug: string, names: DepartmentNames, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const record = await found(tx, slug);
    const { id, name, nameEn } = record;
    if (name === names.name && nameEn === names.nameEn)
      reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    await giveName(tx, record, names, context.clock.now);
    return { action: "department.renamed", id, before: { name, nameEn }, after: { slug, ...names } };
  });
}

/** The official codes; null for none. */
export function changeDepartmentCodes(slug: string, codes: DepartmentCodes, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const { id, divisionCode, creditCode } = await found(tx, slug);
    if (divisionCode === codes.divisionCode && creditCode === codes.creditCode)
      reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    await tx.department.update({ where: { id }, data: { ...codes } });
    const before = { divisionCode, creditCode };
    return { action: "department.codes-changed", id, before, after: { slug, ...codes } };
  });
}

/** Closes it, or merges it into another. Open targets must be given another owner first. */
export function closeDepartment(slug: string, mergedInto: string | null, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const { id } = await found(tx, slug);
    const open = await tx.target.count({ where: { ownerId: id, state: { notIn: ["closed", "withdrawn"] } } });
    if (open > 0) reject({ kind: "invalid", errors: { form: "still-open" } });
    const heir = mergedInto === null ? null : await tx.department.findUnique({ where: { slug: mergedInto } });
    if (mergedInto !== null && (heir === null || heir.id === id)) {
      reject({ kind: "invalid", errors: { mergedInto: "unknown" } });
    }
    const closedOn = dayColumn(context.clock.today);
    await tx.department.update({ where: { id }, data: { closedOn, mergedIntoId: heir?.id ?? null } });
    await tx.membership.updateMany({
      where: { departmentId: id, endedAt: null },
      data: { endedAt: context.clock.now },
    });
    return {
      action: "department.closed",
      id,
      before: null,
      after: { slug, mergedInto, closedOn: context.clock.today },
    };
  });
}
