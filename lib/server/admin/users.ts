// Accounts: find and disable. A disabled user remains the author of earlier changes.
import "server-only";
import { canAdministerUser } from "@/lib/domain/permissions/roles";
import { revokeLinks } from "@/lib/server/accounts/password-links";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { ACCOUNTS_LOCK } from "@/lib/server/db/locks";
import { type Result, reject } from "@/lib/server/mutation";
import { administer } from "./administer";

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
