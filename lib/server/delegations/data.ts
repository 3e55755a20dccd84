// The delegations of a person, for their settings and for administrators.
import "server-only";
import { DEPARTMENT_ROLES } from "@/lib/domain/permissions/actor";
import { canAdministerUser } from "@/lib/domain/permissions/roles";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayColumn, dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { env } from "@/lib/server/env";
import { bilingual } from "@/lib/server/targets/rows";
import type { AbsenceView, DelegationView } from "@/lib/views/delegation";

/** Enabled accounts that do not decide for the office: canBeDelegate() as a condition. */
export function whereCandidate(absentId: string): Prisma.UserWhereInput {
  return {
    id: { not: absentId },
    disabledAt: null,
    OR: [{ officeRole: null }, { officeRole: "reader" }],
    ...(env.GUATU_MODE === "demo" ? {} : { isDemo: false }),
  };
}

const WITH_PEOPLE = {
  delegate: { select: { name: true } },
  membership: { include: { department: true, user: { select: { name: true } } } },
} as const satisfies Prisma.DelegationInclude;

async function listOpen(where: Prisma.DelegationWhereInput, { clock }: Context): Promise<DelegationView[]> {
  const found = await db.delegation.findMany({
    where: { AND: where, endedAt: null, endsOn: { gte: dayColumn(clock.today) }, membership: { endedAt: null } },
    include: WITH_PEOPLE,
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  return found.map(({ id, startsOn, endsOn, delegate, membership: { user, department, role } }) => ({
    id,
    absent: user.name,
    delegate: delegate.name,
    department: bilingual(department.name, department.nameEn),
    role: oneOf(DEPARTMENT_ROLES, role),
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
    hasStarted: dayOf(startsOn) <= clock.today,
  }));
}

/** Those in which the actor stands in for somebody today. */
export async function listStandIns(context: Context): Promise<DelegationView[]> {
  const { actor, clock } = context;
  if (actor.kind !== "user" || actor.memberships.every(({ onBehalfOf }) => onBehalfOf === undefined)) return [];
  return listOpen({ delegateId: actor.userId, startsOn: { lte: dayColumn(clock.today) } }, context);
}

/** Null for visitors, and for the account of somebody else unless the actor administers it. */
export async function getAbsence(userId: string, context: Context): Promise<AbsenceView | null> {
  const { actor, clock } = context;
  if (actor.kind !== "user") return null;
  if (actor.userId !== userId && !canAdministerUser(actor, userId)) return null;
  const [memberships, delegations, standsInFor, candidates] = await Promise.all([
    db.membership.findMany({
      where: { userId, endedAt: null },
      include: { department: true },
      orderBy: [{ department: { order: "asc" } }, { role: "asc" }],
    }),
    listOpen({ membership: { userId } }, context),
    listOpen({ delegateId: userId }, context),
    db.user.findMany({
      where: whereCandidate(userId),
      select: {
        id: true,
        name: true,
        memberships: { where: { endedAt: null }, select: { department: { select: { name: true, nameEn: true } } } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  return {
    userId,
    today: clock.today,
    roles: memberships.map(({ id, department, role }) => ({
      membershipId: id,
      department: bilingual(department.name, department.nameEn),
      role: oneOf(DEPARTMENT_ROLES, role),
    })),
    delegations,
    standsInFor,
    candidates: candidates
      .filter(({ id }) => id !== actor.userId || actor.userId === userId)
      .map(({ id, name, memberships: held }) => ({
        id,
        name,
        departments: held.map(({ department }) => bilingual(department.name, department.nameEn)),
      })),
  };
}
