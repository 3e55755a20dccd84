// Imports users from a sheet: previews the changes, then writes them in one transaction. Nobody is invited by it.
import "server-only";
import { generateRandomString } from "better-auth/crypto";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { ImportPlan } from "@/lib/imports/plan";
import type { PlacedRow } from "@/lib/imports/table";
import { type KnownUser, planUsers, USER_HEADINGS, type UserColumn, type UserEntry } from "@/lib/imports/users";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { ACCOUNTS_LOCK } from "@/lib/server/db/locks";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import { type ChangeEvent, type Result, reject, runMutation } from "@/lib/server/mutation";
import { assertConfirmed, type ImportPreview, readRowsUnder, toImportPreview } from "@/lib/server/sheet-import";
import { administer } from "./administer";
import { join } from "./memberships";
import { assertAdministratorLeft } from "./users";

type Rows = readonly PlacedRow<UserColumn>[];
type Database = Pick<Transaction, "user" | "department">;

async function listKnownUsers(database: Database, rows: Rows, actorId: string): Promise<KnownUser[]> {
  const emails = [...new Set(rows.map(({ values }) => (values.email ?? "").toLowerCase()))];
  const users = await database.user.findMany({
    where: { email: { in: emails } },
    include: {
      memberships: {
        where: { endedAt: null },
        include: { department: { select: { slug: true } } },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  return users.map(({ id, email, name, officeRole, disabledAt, memberships }) => ({
    email,
    name,
    officeRole: officeRole === null ? null : oneOf(OFFICE_ROLES, officeRole),
    memberships: memberships.map(({ department, role }) => ({
      department: department.slug,
      role: oneOf(DEPARTMENT_ROLES, role),
    })),
    isDisabled: disabledAt !== null,
    isOneself: id === actorId,
  }));
}

async function planFor(database: Database, rows: Rows, { actor }: Context): Promise<ImportPlan<UserEntry>> {
  const actorId = actor.kind === "user" ? actor.userId : "";
  const users = await listKnownUsers(database, rows, actorId);
  return planUsers(rows, { users, departments: await listNamedDepartments(database) });
}

export function previewUsers(bytes: Uint8Array, context: Context): Promise<Result<ImportPreview>> {
  return runMutation(async () => {
    if (!can(context.actor, "administration", null)) reject({ kind: "forbidden" });
    return toImportPreview(await planFor(db, await readRowsUnder(bytes, USER_HEADINGS), context));
  });
}

async function writeEntry(tx: Transaction, { email, name, department, role }: UserEntry): Promise<ChangeEvent[]> {
  const officeRole = OFFICE_ROLES.find((one) => one === role) ?? null;
  const departmentRole = DEPARTMENT_ROLES.find((one) => one === role);
  const membership = department === null || departmentRole === undefined ? null : { department, role: departmentRole };
  const user = await tx.user.findUnique({ where: { email } });
  if (user === null) {
    const id = generateRandomString(32);
    await tx.user.create({ data: { id, name, email, officeRole } });
    if (membership !== null) await join(tx, id, membership.department, membership.role);
    const after = { name, email, officeRole, department, role: departmentRole ?? null };
    return [{ action: "user.created", id, before: null, after }];
  }
  const { id } = user;
  const events: ChangeEvent[] = [];
  if (user.name !== name) {
    await tx.user.update({ where: { id }, data: { name } });
    events.push({ action: "user.renamed", id, before: { name: user.name }, after: { name, email } });
  }
  if (officeRole !== null && user.officeRole !== officeRole) {
    await tx.user.update({ where: { id }, data: { officeRole } });
    const before = { officeRole: user.officeRole };
    events.push({ action: "user.office-role-changed", id, before, after: { officeRole, email } });
  }
  const isHeld =
    membership === null ||
    (await tx.membership.count({
      where: { userId: id, endedAt: null, role: membership.role, department: { slug: membership.department } },
    })) > 0;
  if (!isHeld) {
    await join(tx, id, membership.department, membership.role);
    events.push({ action: "user.membership-added", id, before: null, after: { email, ...membership } });
  }
  return events;
}

/** Writes the preview with this digest; rejected lines are skipped. */
export function importUsers(bytes: Uint8Array, digest: string, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const rows = await readRowsUnder(bytes, USER_HEADINGS);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ACCOUNTS_LOCK})`;
    const entries = assertConfirmed(await planFor(tx, rows, context), digest);
    const events: ChangeEvent[] = [];
    for (const entry of entries) events.push(...(await writeEntry(tx, entry)));
    await assertAdministratorLeft(tx);
    return events;
  });
}
