// Resolves the actor of a request from its session, with the memberships of that user only.
import "server-only";
import { cache } from "react";
import { type Actor, DEPARTMENT_ROLES, OFFICE_ROLES, VISITOR } from "@/lib/domain/permissions/actor";
import { getSession } from "@/lib/server/auth/session";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { env } from "@/lib/server/env";

/** The user as an actor; null for an unknown user, or a demo account in production. */
export async function getActorOfUser(userId: string): Promise<Actor | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    include: {
      memberships: { where: { endedAt: null }, include: { department: { select: { id: true, slug: true } } } },
    },
  });
  if (user === null || user.disabledAt !== null || (user.isDemo && env.GUATU_MODE !== "demo")) return null;
  return {
    kind: "user",
    userId: user.id,
    name: user.name,
    officeRole: user.officeRole === null ? null : oneOf(OFFICE_ROLES, user.officeRole),
    memberships: user.memberships.map(({ department, role }) => ({
      departmentId: department.id,
      departmentSlug: department.slug,
      role: oneOf(DEPARTMENT_ROLES, role),
    })),
  };
}

/** The actor of the current request. */
export const getActor = cache(async (): Promise<Actor> => {
  const session = await getSession();
  return session === null ? VISITOR : ((await getActorOfUser(session.userId)) ?? VISITOR);
});
