// The departments whose targets nobody can report, or nobody can review.
import "server-only";
import { DEPARTMENT_ROLES } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { oneOf } from "@/lib/server/db/columns";
import { env } from "@/lib/server/env";
import { bilingual } from "@/lib/server/targets/rows";
import type { Vacancy } from "@/lib/views/vacancy";

interface VacancyRow {
  readonly slug: string;
  readonly name: string;
  readonly name_en: string;
  readonly role: string;
  readonly targets: number;
  readonly waiting: number;
}

/**
 * Each missing role of a department that owns targets in force, the department with most targets first. A role is held
 * by an enabled account that can sign in; a reporter who also has the role of a reviewer does not review. Null for users
 * who may not read the office's desk, and for earlier days.
 */
export async function listVacancies({ actor, clock }: Context): Promise<Vacancy[] | null> {
  if (!can(actor, "supervision.read", null) || clock.isLookingBack) return null;
  const rows = await db.$queryRaw<VacancyRow[]>`
    WITH owned AS (
      SELECT owner_id, count(*)::int AS targets FROM target
      WHERE state IN ('issued', 'received') AND roll_up IS NULL GROUP BY owner_id),
    held AS (
      SELECT m.department_id, m.role,
        u.is_demo OR EXISTS (SELECT FROM account a WHERE a.user_id = u.id AND a.provider_id = 'credential') AS signs_in
      FROM membership m JOIN user_account u ON u.id = m.user_id
      WHERE m.ended_at IS NULL AND u.disabled_at IS NULL AND (NOT u.is_demo OR ${env.GUATU_MODE === "demo"})
        AND NOT (m.role = 'reviewer' AND EXISTS (SELECT FROM membership o WHERE o.user_id = m.user_id
          AND o.department_id = m.department_id AND o.role = 'reporter' AND o.ended_at IS NULL)))
    SELECT d.slug, d.name, d.name_en, r.role, owned.targets,
      (SELECT count(*)::int FROM held h WHERE h.department_id = d.id AND h.role = r.role) AS waiting
    FROM owned JOIN department d ON d.id = owned.owner_id
      CROSS JOIN unnest(${[...DEPARTMENT_ROLES]}::text[]) WITH ORDINALITY AS r (role, place)
    WHERE NOT EXISTS (SELECT FROM held h WHERE h.department_id = d.id AND h.role = r.role AND h.signs_in)
    ORDER BY owned.targets DESC, d.sort_order, d.slug, r.place`;
  return rows.map(({ slug, name, name_en, role, targets, waiting }) => ({
    department: { slug, name: bilingual(name, name_en) },
    role: oneOf(DEPARTMENT_ROLES, role),
    targets,
    waiting,
  }));
}
