// Resolves the actor of a request from its session, with the memberships of that user only, and those of the absent
// people for whom the user stands in.
import "server-only";
import { cache } from "react";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { type Actor, DEPARTMENT_ROLES, OFFICE_ROLES, VISITOR } from "@/lib/domain/permissions/actor";
import { canBeDelegate, withDelegated } from "@/lib/domain/permissions/delegation";
import { getPresentDay } from "@/lib/request/clock";
import { getSession } from "@/lib/server/auth/session";
import { standardClock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { listDelegatedTo } from "@/lib/server/delegations/in-force";
import { env } from "@/lib/server/env";

/** The user as an actor on a day; null for an unknown user, or a demo account in production. */
export async function getActorOfUser(userId: string, today: IsoDate = standardClock().today): Promise<Actor | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    include: {
      memberships: { where: { endedAt: null }, include: { department: { select: { id: true, slug: true } } } },
    },
  });
  if (user === null || user.disabledAt !== null || (user.isDemo && env.GUATU_MODE !== "demo")) return null;
  const officeRole = user.officeRole === null ? null : oneOf(OFFICE_ROLES, user.officeRole);
  const own = user.memberships.map(({ department, role }) => ({
    departmentId: department.id,
    departmentSlug: department.slug,
    role: oneOf(DEPARTMENT_ROLES, role),
  }));
  const delegated = canBeDelegate(officeRole) ? await listDelegatedTo(userId, today) : [];
  return { kind: "user", userId: user.id, name: user.name, officeRole, memberships: withDelegated(own, delegated) };
}

/** The actor of the current request. */
export const getActor = cache(async (): Promise<Actor> => {
  const session = await getSession();
  return session === null ? VISITOR : ((await getActorOfUser(session.userId, await getPresentDay())) ?? VISITOR);
});
