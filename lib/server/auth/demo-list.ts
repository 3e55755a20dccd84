// The demo accounts on the sign-in page with their English names; empty outside of demo mode.
import "server-only";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { demoNameEn, demoUsersFor } from "@/lib/server/auth/demo-users";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { env } from "@/lib/server/env";
import type { DemoUser } from "@/lib/views/account";

export async function listDemoUsers(): Promise<DemoUser[]> {
  if (env.GUATU_MODE !== "demo") return [];
  return demoUsersFor(await db.department.findMany({ orderBy: { order: "asc" } }));
}

/** Stored name → English name. */
export async function listDemoNames(): Promise<ReadonlyMap<string, string>> {
  if (env.GUATU_MODE !== "demo") return new Map();
  const users = await db.user.findMany({
    where: { isDemo: true },
    select: {
      name: true,
      officeRole: true,
      memberships: { select: { role: true, department: { select: { nameEn: true } } }, orderBy: { createdAt: "asc" } },
    },
  });
  return new Map(
    users.flatMap(({ name, officeRole, memberships: [first] }) => {
      const membership = first && { role: oneOf(DEPARTMENT_ROLES, first.role), nameEn: first.department.nameEn };
      const english = demoNameEn(officeRole === null ? null : oneOf(OFFICE_ROLES, officeRole), membership ?? null);
      return english === null ? [] : [[name, english] as const];
    }),
  );
}
