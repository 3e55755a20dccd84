// The terms of a target's reports on a day, as SQL. Revisions are undone as in termsHistory(); a test compares the two.
import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";

type Field = "mergeJanuaryFebruary" | "calendar" | "reportingDates" | "cutOffWorkingDays" | "publicationLagMonths";

/** For a query over `t`: the field as JSON before the first revision after `moment` that changed it; null if none did. */
export function replacedSql(field: Field, moment: Date): Prisma.Sql {
  return Prisma.sql`(SELECT r.before->${field}::text FROM revision r
    WHERE r.target_id = t.id AND r.revised_at > ${moment} AND r.before ? ${field}::text ORDER BY r.revised_at LIMIT 1)`;
}

/** For a query over `t`: the calendar as known at `moment`. */
export function calendarSql(moment: Date): Prisma.Sql {
  return Prisma.sql`coalesce(${replacedSql("calendar", moment)} #>> '{}', t.calendar)`;
}

/** For a query over `t`: the publication lag in months as known at `moment`. */
export function lagSql(moment: Date): Prisma.Sql {
  return Prisma.sql`coalesce(${replacedSql("publicationLagMonths", moment)}::int, t.publication_lag_months)`;
}
