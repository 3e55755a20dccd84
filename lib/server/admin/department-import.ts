// Imports departments from a sheet: previews the changes, then writes them in one transaction.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { readDepartmentList } from "@/lib/imports/department-list";
import {
  DEPARTMENT_HEADINGS,
  type DepartmentColumn,
  type DepartmentEntry,
  type KnownDepartment,
  OPTIONAL_COLUMNS,
  planDepartments,
} from "@/lib/imports/departments";
import type { ImportPlan } from "@/lib/imports/plan";
import type { TableRow } from "@/lib/imports/table";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { type ChangeEvent, type Result, reject, runMutation } from "@/lib/server/mutation";
import { assertConfirmed, type ImportPreview, readRowsUnder, toImportPreview } from "@/lib/server/sheet-import";
import { administer } from "./administer";
import { giveName, LATEST_FORMER_NAME } from "./departments";

type Rows = readonly TableRow<DepartmentColumn>[];
type Database = Pick<Transaction, "department">;

async function planFor(database: Database, rows: Rows): Promise<ImportPlan<DepartmentEntry>> {
  const records = await database.department.findMany({ include: { parent: { select: { slug: true } } } });
  const known = records.map(
    ({ slug, name, nameEn, parent, divisionCode, creditCode, closedOn }): KnownDepartment => ({
      slug,
      name,
      nameEn,
      parent: parent?.slug ?? null,
      divisionCode,
      creditCode,
      isClosed: closedOn !== null,
    }),
  );
  return planDepartments(rows, known);
}

const readRows = (bytes: Uint8Array): Promise<Rows> =>
  readRowsUnder(bytes, DEPARTMENT_HEADINGS, OPTIONAL_COLUMNS, readDepartmentList);

export function previewDepartments(bytes: Uint8Array, { actor }: Context): Promise<Result<ImportPreview>> {
  return runMutation(async () => {
    if (!can(actor, "administration", null)) reject({ kind: "forbidden" });
    return toImportPreview(await planFor(db, await readRows(bytes)));
  });
}

/** New departments first, without parents: a parent may be in a later row. */
async function write(tx: Transaction, entries: readonly DepartmentEntry[], now: Date): Promise<ChangeEvent[]> {
  let { order } = (await tx.department.aggregate({ _max: { order: true } }))._max;
  for (const { slug, name, nameEn, divisionCode, creditCode } of entries.filter(({ isNew }) => isNew)) {
    order = (order ?? 0) + 1;
    await tx.department.create({ data: { slug, name, nameEn, divisionCode, creditCode, order, createdAt: now } });
  }
  const records = await tx.department.findMany({
    include: { ...LATEST_FORMER_NAME, parent: { select: { slug: true } } },
  });
  const bySlug = new Map(records.map((record) => [record.slug, record]));
  const changes: ChangeEvent[] = [];
  for (const { isNew, ...after } of entries) {
    const old = bySlug.get(after.slug) ?? reject({ kind: "not-found" });
    const parentId = after.parent === null ? null : (bySlug.get(after.parent)?.id ?? null);
    const { slug, parent, divisionCode, creditCode, ...names } = after;
    const [was, codes] = [{ parent: old.parent?.slug ?? null }, { divisionCode, creditCode }];
    await tx.department.update({ where: { id: old.id }, data: { parentId, ...codes } });
    if (isNew) {
      changes.push({ action: "department.created", id: old.id, before: null, after });
      continue;
    }
    if (old.name !== names.name || old.nameEn !== names.nameEn) {
      await giveName(tx, old, names, now);
      const before = { name: old.name, nameEn: old.nameEn };
      changes.push({ action: "department.renamed", id: old.id, before, after: { slug, ...names } });
    }
    if (old.divisionCode !== divisionCode || old.creditCode !== creditCode) {
      const before = { divisionCode: old.divisionCode, creditCode: old.creditCode };
      changes.push({ action: "department.codes-changed", id: old.id, before, after: { slug, ...codes } });
    }
    if (was.parent !== parent) {
      changes.push({ action: "department.moved", id: old.id, before: was, after: { slug, parent } });
    }
  }
  return changes;
}

/** Writes the preview with this digest; rejected lines are skipped. */
export function importDepartments(bytes: Uint8Array, digest: string, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const rows = await readRows(bytes);
    await tx.$executeRaw`LOCK TABLE department IN SHARE ROW EXCLUSIVE MODE`;
    return write(tx, assertConfirmed(await planFor(tx, rows), digest), context.clock.now);
  });
}
