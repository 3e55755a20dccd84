// The days on which a target or a step falls due, as SQL. The same rule as dueDaysBetween() in the domain; a test
// compares the two.
import "server-only";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { Prisma } from "@/lib/server/db/generated/client";
import { stateSql } from "./state-sql";

/** For a query over `step` and `t`: a step's planned day as known at `moment`: the value that the first later revision of the steps replaced. */
export function plannedOnSql(moment: Date): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT (was->>'plannedOn')::date
    FROM revision r, jsonb_array_elements(r.before->'steps') was
    WHERE r.target_id = t.id AND r.revised_at > ${moment} AND was->>'key' = step.key
    ORDER BY r.revised_at LIMIT 1), step.planned_on)`;
}

/** For a query over `step` and `t`: whether the step is one of the steps in force at `moment`. */
export function stepInForceSql(moment: Date): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT r.before->'steps' @> jsonb_build_array(jsonb_build_object('key', step.key))
    FROM revision r WHERE r.target_id = t.id AND r.revised_at > ${moment} AND r.before ? 'steps'
    ORDER BY r.revised_at LIMIT 1), step.removed_at IS NULL)`;
}

/** A cheap filter to apply first: only targets with a due date or with steps can fall due. */
export function mayFallDueSql([from, to]: readonly [IsoDate, IsoDate]): Prisma.Sql {
  return Prisma.sql`(s.due_on BETWEEN ${from}::date AND ${to}::date
    OR t.id IN (SELECT step.target_id FROM milestone_step step))`;
}

/**
 * For a query over `s` and `t`: `due_day`, and `step_key` with the step's titles for a step, null for the target.
 * Achieved and inactive targets have no due days; neither have finished steps.
 */
export function dueDaysSql([from, to]: readonly [IsoDate, IsoDate], moment: Date): Prisma.Sql {
  return Prisma.sql`SELECT days.* FROM (
      SELECT s.due_on AS due_day, NULL AS step_key, NULL AS step_title, NULL AS step_title_en, -1 AS step_order
      UNION ALL
      SELECT ${plannedOnSql(moment)}, step.key, step.title, step.title_en, step.sort_order
      FROM milestone_step step
      WHERE step.target_id = t.id AND ${stepInForceSql(moment)} AND NOT EXISTS (
        SELECT 1 FROM update_step done WHERE done.update_id = s.update_id AND done.step_id = step.id)
    ) days
    WHERE days.due_day BETWEEN ${from}::date AND ${to}::date AND s.light <> 'achieved'
      AND ${stateSql(moment)} IN ('issued', 'received')`;
}
