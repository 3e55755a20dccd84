// Accounts: invited, given roles, disabled. What somebody has done stays theirs.
import "server-only";
import { generateRandomString, hashPassword } from "better-auth/crypto";
import { DEPARTMENT_ROLES, type DepartmentRole, OFFICE_ROLES, type OfficeRole } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { appendEvent } from "@/lib/server/events/append";
import { noteHead } from "@/lib/server/events/heads";
import { type Outcome, refuse } from "@/lib/server/refusal";
import { hashOf, isToken, newSecret } from "@/lib/server/secret-links";
import { administer, administerFor } from "./administer";

const INVITATION = "invitation:";
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;

export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly officeRole: OfficeRole | null;
  readonly memberships: readonly { readonly id: string; readonly department: string; readonly role: DepartmentRole }[];
  readonly isDemo: boolean;
  readonly isDisabled: boolean;
  /** No password yet: the invitation has not been taken. */
  readonly isInvited: boolean;
}

/** Null for everybody but administrators. */
export async function listUsers({ actor }: Context, lang: "zh-CN" | "en"): Promise<UserView[] | null> {
  if (!can(actor, "administration", null)) return null;
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
  }));
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly officeRole: OfficeRole | null;
  readonly membership: { readonly departmentSlug: string; readonly role: DepartmentRole } | null;
}

/** Makes the account and the one-time secret its password is set with. */
export function inviteUser(invitation: Invitation, context: Context): Promise<Outcome<{ token: string }>> {
  return administerFor(context, async (tx) => {
    const email = invitation.email.toLowerCase();
    if ((await tx.user.count({ where: { email } })) > 0)
      refuse({ kind: "invalid", errors: { email: "already-there" } });
    const id = generateRandomString(32);
    const { name, officeRole, membership } = invitation;
    await tx.user.create({ data: { id, name, email, officeRole } });
    if (membership !== null) await join(tx, id, membership.departmentSlug, membership.role);
    const { token, hash } = newSecret();
    await tx.verification.create({
      data: {
        id: generateRandomString(32),
        identifier: `${INVITATION}${id}`,
        value: hash,
        expiresAt: new Date(Date.now() + LIFE_MS),
      },
    });
    const after = {
      name,
      email,
      officeRole,
      department: membership?.departmentSlug ?? null,
      role: membership?.role ?? null,
    };
    return { changes: [{ action: "user.invited", id, before: null, after }], result: { token } };
  });
}

async function join(tx: Transaction, userId: string, departmentSlug: string, role: DepartmentRole): Promise<void> {
  const department = await tx.department.findUnique({ where: { slug: departmentSlug } });
  if (department === null || department.closedOn !== null)
    refuse({ kind: "invalid", errors: { department: "unknown" } });
  const key = { userId, departmentId: department.id, role };
  await tx.membership.upsert({
    where: { userId_departmentId_role: key },
    create: key,
    update: { endedAt: null },
  });
}

async function invitedUser(token: string) {
  if (!isToken(token)) return null;
  const found = await db.verification.findFirst({
    where: { identifier: { startsWith: INVITATION }, value: hashOf(token), expiresAt: { gt: new Date() } },
  });
  return found === null ? null : db.user.findUnique({ where: { id: found.identifier.slice(INVITATION.length) } });
}

/** Whose invitation it is; null when it is not good any more. */
export async function getInvited(token: string): Promise<{ readonly name: string; readonly email: string } | null> {
  const user = await invitedUser(token);
  return user && { name: user.name, email: user.email };
}

/** Sets the password and uses the invitation up; false when it is not good or somebody was first. */
export async function acceptInvitation(token: string, password: string): Promise<boolean> {
  const user = await invitedUser(token);
  if (user === null) return false;
  const hashed = await hashPassword(password);
  const isTaken = await db.$transaction(async (tx) => {
    const used = await tx.verification.deleteMany({
      where: { identifier: `${INVITATION}${user.id}`, value: hashOf(token) },
    });
    if (used.count === 0) return false;
    await tx.account.create({
      data: {
        id: generateRandomString(32),
        accountId: user.id,
        providerId: "credential",
        userId: user.id,
        password: hashed,
      },
    });
    await tx.user.update({ where: { id: user.id }, data: { emailVerified: true } });
    await appendEvent(tx, {
      at: new Date(),
      actorId: user.id,
      action: "user.joined",
      entity: "user",
      entityId: user.id,
      before: null,
      after: { email: user.email },
    });
    return true;
  });
  if (isTaken) await noteHead();
  return isTaken;
}

async function found(tx: Transaction, userId: string) {
  return (await tx.user.findUnique({ where: { id: userId } })) ?? refuse({ kind: "not-found" });
}

/** Somebody must be left who can administer. */
async function assertAdministratorLeft(tx: Transaction): Promise<void> {
  const left = await tx.user.count({ where: { officeRole: "administrator", disabledAt: null } });
  if (left === 0) refuse({ kind: "invalid", errors: { form: "last-administrator" } });
}

export function setOfficeRole(userId: string, officeRole: OfficeRole | null, context: Context): Promise<Outcome<null>> {
  return administer(context, async (tx) => {
    const user = await found(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { officeRole } });
    await assertAdministratorLeft(tx);
    const before = { officeRole: user.officeRole };
    return { action: "user.role-changed", id: userId, before, after: { officeRole, email: user.email } };
  });
}

export function addMembership(
  userId: string,
  departmentSlug: string,
  role: DepartmentRole,
  context: Context,
): Promise<Outcome<null>> {
  return administer(context, async (tx) => {
    const { email } = await found(tx, userId);
    await join(tx, userId, departmentSlug, role);
    const after = { email, department: departmentSlug, role };
    return { action: "user.membership-added", id: userId, before: null, after };
  });
}

export function endMembership(membershipId: string, context: Context): Promise<Outcome<null>> {
  return administer(context, async (tx) => {
    const membership = await tx.membership.findUnique({ where: { id: membershipId }, include: { department: true } });
    if (membership === null) refuse({ kind: "not-found" });
    await tx.membership.update({ where: { id: membershipId }, data: { endedAt: context.clock.now } });
    const { userId, role, department } = membership;
    const after = { department: department.slug, role };
    return { action: "user.membership-ended", id: userId, before: null, after };
  });
}

/** Disabling ends every session at once. */
export function setDisabled(userId: string, isDisabled: boolean, context: Context): Promise<Outcome<null>> {
  return administer(context, async (tx) => {
    const user = await found(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { disabledAt: isDisabled ? new Date() : null } });
    if (isDisabled) await tx.session.deleteMany({ where: { userId } });
    await assertAdministratorLeft(tx);
    const action = isDisabled ? ("user.disabled" as const) : ("user.enabled" as const);
    return { action, id: userId, before: null, after: { email: user.email } };
  });
}
