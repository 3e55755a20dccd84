// The delegations that give a delegate roles on a day.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { type ActorMembership, DEPARTMENT_ROLES } from "@/lib/domain/permissions/actor";
import { db } from "@/lib/server/db/client";
import { dayColumn, oneOf } from "@/lib/server/db/columns";

/** The memberships of absent people that the user has as their delegate, until the role or the account ends. */
export async function listDelegatedTo(userId: string, today: IsoDate): Promise<ActorMembership[]> {
  const day = dayColumn(today);
  const found = await db.delegation.findMany({
    where: {
      delegateId: userId,
      endedAt: null,
      startsOn: { lte: day },
      endsOn: { gte: day },
      membership: { endedAt: null, user: { disabledAt: null } },
    },
    include: { membership: { include: { department: true, user: { select: { id: true, name: true } } } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return found.map(({ membership: { department, role, user } }) => ({
    departmentId: department.id,
    departmentSlug: department.slug,
    role: oneOf(DEPARTMENT_ROLES, role),
    onBehalfOf: { userId: user.id, name: user.name },
  }));
}
