// Which targets an actor may read, as a query condition. The same rule as can(actor, "target.read", …).
import "server-only";
import type { Context } from "@/lib/server/context";
import { Prisma } from "@/lib/server/db/generated/client";

/** For raw queries over `target t`. */
export function readableSql({ actor, clock }: Context): Prisma.Sql {
  const isIssued = Prisma.sql`t.issued_at <= ${clock.knownUntil}`;
  const isPublic = Prisma.sql`(t.visibility = 'public' AND ${isIssued})`;
  if (actor.kind === "visitor") return isPublic;
  if (actor.officeRole === "supervisor" || actor.officeRole === "administrator") return Prisma.sql`true`;
  const ids = actor.memberships.map((membership) => membership.departmentId);
  const isOwn = Prisma.sql`t.owner_id = ANY(${ids}::uuid[])`;
  if (actor.officeRole === "reader") return Prisma.sql`(${isIssued} OR ${isOwn})`;
  if (ids.length === 0) return isPublic;
  return Prisma.sql`(${isPublic} OR ${isOwn} OR (${isIssued} AND EXISTS (
    SELECT 1 FROM target_support ts WHERE ts.target_id = t.id AND ts.department_id = ANY(${ids}::uuid[]))))`;
}

/** For raw queries over `quote q`. The same rule as canReadQuote(). */
export function readableQuoteSql({ actor }: Context): Prisma.Sql {
  if (actor.kind === "user") return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT FROM source_section readable JOIN source o ON o.id = readable.source_id
    WHERE readable.id = q.section_id AND o.visibility = 'public')`;
}

/** For raw queries over `target t`: whether it is hidden from visitors at present. */
export const HIDDEN_FROM_VISITORS = Prisma.sql`(t.visibility <> 'public' OR t.issued_at IS NULL)`;
