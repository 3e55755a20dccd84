// What the reports that fall due in the month take to enter: how many, of how many departments, how long their figures are.
import "server-only";
import { endOfMonth, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { type TypingLoad, USUAL_DIGITS } from "@/lib/domain/updates/typing-time";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dueReportsSql } from "./due-reports";

interface Row {
  readonly reports: number;
  readonly departments: number;
  readonly digits: number | null;
}

/** Reports that are submitted already count too. The length of a figure is that of the target's latest one. */
export async function getTypingLoad(context: Context): Promise<TypingLoad> {
  const { today, knownUntil } = context.clock;
  const due = await dueReportsSql([startOfMonth(today), endOfMonth(today)], context);
  const [row] = await db.$queryRaw<Row[]>`
    SELECT count(*)::int AS reports, count(DISTINCT due.owner_id)::int AS departments, avg(last.digits)::float AS digits
    FROM ${due} LEFT JOIN LATERAL (
      SELECT length(trim_scale(abs(u.value))::text) AS digits FROM progress_update u
      WHERE u.target_id = due.target_id AND u.value IS NOT NULL AND u.submitted_at <= ${knownUntil}
      ORDER BY u.as_of DESC LIMIT 1) last ON true`;
  return {
    reports: row?.reports ?? 0,
    departments: row?.departments ?? 0,
    digits: row?.digits ?? USUAL_DIGITS,
  };
}
