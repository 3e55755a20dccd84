// Which targets an actor may read, as a condition of a query. The same rule as can(actor, "target.read", …).
import "server-only";
import type { Actor } from "@/lib/domain/permissions/actor";
import { Prisma } from "@/lib/server/db/generated/client";

/** For raw queries over `target t`. */
export function readableSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "visitor") return Prisma.sql`t.visibility = 'public'`;
  if (actor.officeRole !== null) return Prisma.sql`true`;
  const ids = actor.memberships.map((membership) => membership.departmentId);
  if (ids.length === 0) return Prisma.sql`t.visibility = 'public'`;
  return Prisma.sql`(t.visibility = 'public' OR t.owner_id = ANY(${ids}::uuid[]) OR EXISTS (
    SELECT 1 FROM target_support ts WHERE ts.target_id = t.id AND ts.department_id = ANY(${ids}::uuid[])))`;
}
