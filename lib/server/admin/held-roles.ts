// Every role that an enabled account has, one entry each: the rows of the template sheet of users.
import "server-only";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import type { SheetRole } from "@/lib/imports/users";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";

interface HeldRole {
  readonly name: string;
  readonly email: string;
  readonly department: { readonly name: string; readonly nameEn: string } | null;
  readonly role: SheetRole;
}

export async function listHeldRoles(): Promise<HeldRole[]> {
  const users = await db.user.findMany({
    where: { disabledAt: null },
    select: {
      name: true,
      email: true,
      officeRole: true,
      memberships: {
        where: { endedAt: null, department: { closedOn: null } },
        select: { role: true, department: { select: { name: true, nameEn: true } } },
        orderBy: { department: { order: "asc" } },
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return users.flatMap(({ name, email, officeRole, memberships }): HeldRole[] => [
    ...(officeRole === null ? [] : [{ name, email, department: null, role: oneOf(OFFICE_ROLES, officeRole) }]),
    ...memberships.map(({ role, department }) => ({ name, email, department, role: oneOf(DEPARTMENT_ROLES, role) })),
  ]);
}
