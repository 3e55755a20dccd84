// Naming a delegate for an absence, and ending a delegation.
import "server-only";
import { DEPARTMENT_ROLES, hasOtherRole } from "@/lib/domain/permissions/actor";
import { type Days, doOverlap, findDayError } from "@/lib/domain/permissions/delegation";
import { canAdministerUser } from "@/lib/domain/permissions/roles";
import type { DelegationInput } from "@/lib/schemas/delegation";
import { findUser } from "@/lib/server/admin/users";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn, dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import { whereCandidate } from "./data";

type Held = Prisma.MembershipGetPayload<{ include: { department: true; user: true } }>;

/** The chosen roles, which must be of one person: the actor, or somebody whose account the actor administers. */
async function findRoles(
  tx: Transaction,
  ids: readonly string[],
  { actor }: Context,
): Promise<readonly [Held, ...Held[]]> {
  const found = await tx.membership.findMany({
    where: { id: { in: [...ids] }, endedAt: null },
    include: { department: true, user: true },
    orderBy: [{ department: { order: "asc" } }, { id: "asc" }],
  });
  const [first, ...rest] = found;
  if (first === undefined || found.length !== new Set(ids).size) reject({ kind: "not-found" });
  const { userId } = first;
  if (rest.some((one) => one.userId !== userId)) reject({ kind: "not-found" });
  const isOwn = actor.kind === "user" && actor.userId === userId;
  if (!isOwn && !canAdministerUser(actor, userId)) reject({ kind: "forbidden" });
  return [first, ...rest];
}

async function listDuring(tx: Transaction, where: Prisma.DelegationWhereInput, days: Days) {
  const found = await tx.delegation.findMany({
    where: { AND: where, endedAt: null, membership: { endedAt: null } },
    include: { membership: true },
  });
  return found.filter(({ startsOn, endsOn }) => doOverlap(days, { startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) }));
}

/**
 * Rejects a delegate who would report and review for one department, stands in for somebody else there, or is absent
 * too; so every act of a delegate is for one person.
 */
async function assertCanStandIn(tx: Transaction, delegateId: string, role: Held, days: Days): Promise<void> {
  const { departmentId } = role;
  const wrong = (error: string) => reject({ kind: "invalid", errors: { delegateId: error } });
  const own = await tx.membership.findMany({ where: { userId: delegateId, departmentId, endedAt: null } });
  const held = own.map((one) => ({ departmentId, role: oneOf(DEPARTMENT_ROLES, one.role) }));
  if (hasOtherRole(held, { departmentId, role: oneOf(DEPARTMENT_ROLES, role.role) })) wrong("both-roles");
  const others = await listDuring(tx, { delegateId, membership: { departmentId } }, days);
  if (others.length > 0) wrong("stands-in-already");
  if ((await listDuring(tx, { membership: { userId: delegateId } }, days)).length > 0) wrong("delegate-absent");
}

/** Names a colleague who has the chosen roles during the absence. The absent person keeps them. */
export function delegate(input: DelegationInput, context: Context): Promise<Result<null>> {
  const { membershipIds, delegateId, startsOn, endsOn } = input;
  const { actor, clock } = context;
  return mutate("signed-in", context, async ({ tx }) => {
    const { userId } = (await findRoles(tx, membershipIds, context))[0];
    // The lock first: two overlapping delegations may be named at the same moment.
    await findUser(tx, userId);
    const roles = await findRoles(tx, membershipIds, context);
    const errors = findDayError({ startsOn, endsOn }, clock.today);
    if (errors !== null) reject({ kind: "invalid", errors });
    const recipient = await tx.user.findFirst({ where: { AND: [whereCandidate(userId), { id: delegateId }] } });
    if (recipient === null) return reject({ kind: "invalid", errors: { delegateId: "unknown" } });
    const isOwn = actor.kind === "user" && actor.userId === userId;
    if (!isOwn && actor.kind === "user" && actor.userId === delegateId)
      reject({ kind: "invalid", errors: { delegateId: "own-roles" } });
    for (const role of roles) {
      const existing = await listDuring(tx, { membershipId: role.id }, { startsOn, endsOn });
      if (existing.length > 0) reject({ kind: "invalid", errors: { startsOn: "delegation-overlaps" } });
      await assertCanStandIn(tx, delegateId, role, { startsOn, endsOn });
    }
    await tx.delegation.createMany({
      data: roles.map(({ id }) => ({
        membershipId: id,
        delegateId,
        startsOn: dayColumn(startsOn),
        endsOn: dayColumn(endsOn),
        createdAt: clock.now,
      })),
    });
    const events = roles.map(({ department, role, user }) => ({
      action: "user.delegated" as const,
      id: userId,
      before: null,
      after: { email: user.email, department: department.slug, role, to: recipient.name, startsOn, endsOn },
    }));
    return { result: null, events };
  });
}

/** Ends a delegation before its last day: by either person, or by an administrator. */
export function endDelegation(delegationId: string, context: Context): Promise<Result<null>> {
  const { actor, clock } = context;
  return mutate("signed-in", context, async ({ tx }) => {
    const found = await tx.delegation.findUnique({
      where: { id: delegationId },
      include: { delegate: true, membership: { include: { department: true, user: true } } },
    });
    if (found === null || actor.kind !== "user") reject({ kind: "not-found" });
    const { delegateId, membership, endsOn } = found;
    const { userId, department, role, user } = membership;
    await findUser(tx, userId);
    const isOwn = actor.userId === userId || actor.userId === delegateId;
    if (!isOwn && !canAdministerUser(actor, userId)) reject({ kind: "forbidden" });
    const { count } = await tx.delegation.updateMany({
      where: { id: delegationId, endedAt: null, endsOn: { gte: dayColumn(clock.today) } },
      data: { endedAt: clock.now },
    });
    if (count === 0) reject({ kind: "invalid", errors: { form: "delegation-ended" } });
    const to = found.delegate.name;
    const after = { email: user.email, department: department.slug, role, to, endsOn: dayOf(endsOn) };
    return { result: null, events: [{ action: "user.delegation-ended", id: userId, before: null, after }] };
  });
}

/** Ends the delegations of a role that ends: given again later, it does not come with an earlier delegate. */
export async function endDelegationsOf(tx: Transaction, membershipId: string, endedAt: Date): Promise<void> {
  await tx.delegation.updateMany({ where: { membershipId, endedAt: null }, data: { endedAt } });
}
