// Roles in the office and in departments. Users cannot change their own.
import "server-only";
import { DEPARTMENT_ROLES, type DepartmentRole, hasOtherRole, type OfficeRole } from "@/lib/domain/permissions/actor";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { endDelegationsOf } from "@/lib/server/delegations/mutations";
import { type Result, reject } from "@/lib/server/mutation";
import { administer } from "./administer";
import { draftsIn } from "./drafts-in";
import { assertAdministratorLeft, findOtherUser } from "./users";

/** Gives the role in the department. Rejects a user who already has the other role there. */
export async function join(
  tx: Transaction,
  userId: string,
  departmentSlug: string,
  role: DepartmentRole,
): Promise<void> {
  const department = await tx.department.findUnique({ where: { slug: departmentSlug } });
  if (department === null || department.closedOn !== null)
    reject({ kind: "invalid", errors: { department: "unknown" } });
  const held = await tx.membership.findMany({ where: { userId, endedAt: null } });
  const roles = held.map((one) => ({ departmentId: one.departmentId, role: oneOf(DEPARTMENT_ROLES, one.role) }));
  if (hasOtherRole(roles, { departmentId: department.id, role }))
    reject({ kind: "invalid", errors: { role: "both-roles" } });
  const key = { userId, departmentId: department.id, role };
  await tx.membership.upsert({
    where: { userId_departmentId_role: key },
    create: key,
    update: { endedAt: null },
  });
}

export function changeOfficeRole(
  userId: string,
  officeRole: OfficeRole | null,
  context: Context,
): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const user = await findOtherUser(tx, userId, context);
    await tx.user.update({ where: { id: userId }, data: { officeRole } });
    await assertAdministratorLeft(tx);
    const before = { officeRole: user.officeRole };
    return { action: "user.office-role-changed", id: userId, before, after: { officeRole, email: user.email } };
  });
}

export function addMembership(
  userId: string,
  departmentSlug: string,
  role: DepartmentRole,
  context: Context,
): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const { email } = await findOtherUser(tx, userId, context);
    await join(tx, userId, departmentSlug, role);
    const after = { email, department: departmentSlug, role };
    return { action: "user.membership-added", id: userId, before: null, after };
  });
}

export function endMembership(membershipId: string, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const membership = await tx.membership.findUnique({ where: { id: membershipId }, include: { department: true } });
    if (membership === null) reject({ kind: "not-found" });
    const { userId, role, department } = membership;
    const { email } = await findOtherUser(tx, userId, context);
    const drafts = await tx.update.count({ where: draftsIn(userId, department.id) });
    if (role === "reporter" && drafts > 0) reject({ kind: "invalid", errors: { form: "hand-over-first" } });
    await tx.membership.update({ where: { id: membershipId }, data: { endedAt: context.clock.now } });
    await endDelegationsOf(tx, membershipId, context.clock.now);
    const after = { email, department: department.slug, role };
    return { action: "user.membership-ended", id: userId, before: null, after };
  });
}
