// Accounts created by an administrator, and the links with which users set their passwords.
import "server-only";
import { generateRandomString } from "better-auth/crypto";
import type { DepartmentRole, OfficeRole } from "@/lib/domain/permissions/actor";
import { canAdministerUser } from "@/lib/domain/permissions/roles";
import { createLink, type LinkKind } from "@/lib/server/accounts/password-links";
import type { Context } from "@/lib/server/context";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import type { LinkDelivery } from "@/lib/views/account";
import { join } from "./memberships";
import { findUser } from "./users";

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly officeRole: OfficeRole | null;
  readonly membership: { readonly departmentSlug: string; readonly role: DepartmentRole } | null;
}

export interface CreatedLink {
  readonly kind: LinkKind;
  readonly token: string;
  readonly name: string;
  readonly email: string;
}

/** Creates the account and the one-time secret that sets its password. */
export function inviteUser(invitation: Invitation, link: LinkDelivery, context: Context): Promise<Result<CreatedLink>> {
  return mutate("administration", context, async ({ tx }) => {
    const email = invitation.email.toLowerCase();
    if ((await tx.user.count({ where: { email } })) > 0)
      reject({ kind: "invalid", errors: { email: "account-exists" } });
    const id = generateRandomString(32);
    const { name, officeRole, membership } = invitation;
    await tx.user.create({ data: { id, name, email, officeRole } });
    if (membership !== null) await join(tx, id, membership.departmentSlug, membership.role);
    const token = await createLink(tx, "invitation", id);
    const after = {
      name,
      email,
      officeRole,
      department: membership?.departmentSlug ?? null,
      role: membership?.role ?? null,
      link,
    };
    return {
      events: [{ action: "user.invited", id, before: null, after }],
      result: { kind: "invitation", token, name, email },
    };
  });
}

/**
 * A new link for another user's account: an invitation if it has no password yet, otherwise a password reset.
 * Earlier links stop working.
 */
export function createPasswordLink(userId: string, link: LinkDelivery, context: Context): Promise<Result<CreatedLink>> {
  return mutate("administration", context, async ({ tx }) => {
    const { name, email, isDemo, disabledAt } = await findUser(tx, userId);
    if (!canAdministerUser(context.actor, userId)) reject({ kind: "invalid", errors: { form: "own-password" } });
    if (isDemo || disabledAt !== null) reject({ kind: "invalid", errors: { form: "no-password-here" } });
    const hasPassword = (await tx.account.count({ where: { userId, providerId: "credential" } })) > 0;
    const kind = hasPassword ? ("admin-reset" as const) : ("invitation" as const);
    const token = await createLink(tx, kind, userId);
    const action = hasPassword ? ("user.reset-link-created" as const) : ("user.invitation-renewed" as const);
    return {
      events: [{ action, id: userId, before: null, after: { email, link } }],
      result: { kind, token, name, email },
    };
  });
}
