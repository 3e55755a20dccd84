// Accounts: list and disable. A disabled user remains the author of earlier changes.
import "server-only";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { canAdministerUser } from "@/lib/domain/permissions/roles";
import { revokeLinks } from "@/lib/server/accounts/password-links";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { ACCOUNTS_LOCK } from "@/lib/server/db/locks";
import { type Result, reject } from "@/lib/server/mutation";
import type { UserView } from "@/lib/views/account";
import { administer } from "./administer";

/** Null for all users except administrators. */
export async function listUsers({ actor }: Context, lang: "zh-CN" | "en"): Promise<UserView[] | null> {
  if (!can(actor, "administration", null)) return null;
  const open = await db.verification.findMany({
    where: { identifier: { startsWith: "invitation:" }, expiresAt: { gt: new Date() } },
    select: { identifier: true },
  });
  const invited = new Set(open.map(({ identifier }) => identifier.slice("invitation:".length)));
  const users = await db.user.findMany({
    include: {
      memberships: { where: { endedAt: null }, include: { department: true } },
      accounts: { where: { providerId: "credential" }, select: { id: true } },
    },
    orderBy: [{ isDemo: "asc" }, { name: "asc" }],
  });
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    officeRole: user.officeRole === null ? null : oneOf(OFFICE_ROLES, user.officeRole),
    memberships: user.memberships.map(({ id, department, role }) => ({
      id,
      department: lang === "en" ? department.nameEn : department.name,
      role: oneOf(DEPARTMENT_ROLES, role),
    })),
    isDemo: user.isDemo,
    isDisabled: user.disabledAt !== null,
    isInvited: !user.isDemo && user.accounts.length === 0,
    hasOpenInvitation: invited.has(user.id),
    isOneself: actor.kind === "user" && actor.userId === user.id,
  }));
}

/** Locks the changes of accounts and reads the user. */
export async function findUser(tx: Transaction, userId: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ACCOUNTS_LOCK})`;
  return (await tx.user.findUnique({ where: { id: userId } })) ?? reject({ kind: "not-found" });
}

/** Locks and reads the user; rejects the actor, because users cannot change their own roles. */
export async function findOtherUser(tx: Transaction, userId: string, { actor }: Context) {
  const user = await findUser(tx, userId);
  if (!canAdministerUser(actor, userId)) reject({ kind: "invalid", errors: { form: "own-roles" } });
  return user;
}

/** One administrator must remain: two may remove each other's role at the same moment. */
export async function assertAdministratorLeft(tx: Transaction): Promise<void> {
  const left = await tx.user.count({ where: { officeRole: "administrator", disabledAt: null } });
  if (left === 0) reject({ kind: "invalid", errors: { form: "last-administrator" } });
}

/** Disabling ends all sessions and revokes all links at once. */
export function setUserDisabled(userId: string, isDisabled: boolean, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const user = await findOtherUser(tx, userId, context);
    await tx.user.update({ where: { id: userId }, data: { disabledAt: isDisabled ? new Date() : null } });
    if (isDisabled) {
      await tx.session.deleteMany({ where: { userId } });
      await revokeLinks(tx, userId);
    }
    await assertAdministratorLeft(tx);
    const action = isDisabled ? ("user.disabled" as const) : ("user.enabled" as const);
    return { action, id: userId, before: null, after: { email: user.email } };
  });
}
