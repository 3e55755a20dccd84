// The targets a reporter's departments report for, as the lists of the desk: each target is in exactly one.
import "server-only";
import type { SignedIn } from "@/lib/domain/permissions/actor";
import { isOwed } from "@/lib/domain/targets/standing";
import { FRESHNESSES } from "@/lib/domain/targets/types";
import type { Slice } from "@/lib/schemas/desk-view";
import { NO_FILTERS, type TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { rowsOf } from "@/lib/server/targets/data";
import {
  conditionsSql,
  STANDING_COLUMNS,
  type StandingRow,
  standingsSql,
  URGENCY,
} from "@/lib/server/targets/list-query";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import type { MyList } from "@/lib/views/update";

type Freshnesses = TargetFilters["freshness"];

/** The freshnesses of a target with a due report. */
export const OWED: Freshnesses = FRESHNESSES.filter(isOwed);

export interface Reporter {
  readonly actor: SignedIn;
  /** Of the departments the reports are for. */
  readonly slugs: readonly string[];
  /** Ids of targets whose due report is already submitted. */
  readonly sent: readonly string[];
}

/** Signed for and reported, not rolled up from parts. */
function reportableSql(department: readonly string[], context: Context): Prisma.Sql {
  const filters = {
    ...NO_FILTERS,
    department: [...department],
    state: ["received" as const],
    parts: "include" as const,
  };
  return Prisma.sql`${conditionsSql(filters, context)} AND t.roll_up IS NULL`;
}

function waitsSql({ clock }: Context): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM progress_update u WHERE u.target_id = t.id
    AND u.submitted_at <= ${clock.knownUntil} AND (u.state = 'submitted' OR u.decided_at > ${clock.knownUntil}))`;
}

/** Whose reports are the tasks of a user: a signed-in user stands in for others as well. */
type Answers = Pick<SignedIn, "userId"> & Partial<Pick<SignedIn, "memberships">>;

/** Whether the report `u` is of an absent person for whom the user reports in the department. */
function isDelegatedSql({ memberships = [] }: Answers): Prisma.Sql {
  const delegated = memberships.flatMap(({ role, departmentId, onBehalfOf }) =>
    role === "reporter" && onBehalfOf !== undefined
      ? [Prisma.sql`(dt.owner_id = ${departmentId}::uuid AND ${onBehalfOf.userId} IN (u.author_id, u.on_behalf_of_id))`]
      : [],
  );
  if (delegated.length === 0) return Prisma.sql`false`;
  return Prisma.sql`EXISTS (SELECT FROM target dt WHERE dt.id = u.target_id AND (${Prisma.join(delegated, " OR ")}))`;
}

/** Whether the report `u` was written by or for the user, is delegated to them, or was taken over from its author. */
function isOwnSql(answers: Answers, moment: Date): Prisma.Sql {
  const { userId } = answers;
  return Prisma.sql`(${userId} IN (u.author_id, u.on_behalf_of_id) OR ${isDelegatedSql(answers)} OR EXISTS (SELECT FROM hand_over h JOIN target ht ON ht.owner_id = h.department_id
    WHERE ht.id = u.target_id AND h.to_user_id = ${userId} AND h.from_user_id = u.author_id
      AND u.created_at <= h.at AND h.at <= ${moment}))`;
}

/**
 * The returned or withdrawn reports `u` of an author that are still to be answered: nothing more is needed once the
 * author has written another for the day, or a colleague's report waits or is approved.
 */
export function unansweredSql(answers: Answers, { clock }: Context): Prisma.Sql {
  const moment = clock.knownUntil;
  return Prisma.sql`${isOwnSql(answers, moment)} AND u.state IN ('returned', 'withdrawn') AND u.decided_at <= ${moment}
    AND NOT EXISTS (SELECT FROM progress_update o
      WHERE o.target_id = u.target_id AND o.as_of = u.as_of AND o.id <> u.id
        AND o.created_at > u.created_at AND o.created_at <= ${moment}
        AND (o.author_id IN (u.author_id, ${answers.userId}) AND o.state <> 'discarded' OR o.state IN ('submitted', 'approved')))`;
}

function returnedSql({ actor }: Reporter, context: Context): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM progress_update u
    WHERE u.target_id = t.id AND u.state = 'returned' AND ${unansweredSql(actor, context)})`;
}

/** Targets with a due report and a report that waits for review. */
export async function listOwedAndSent(department: readonly string[], context: Context): Promise<TargetRow[]> {
  const found = await db.$queryRaw<StandingRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key FROM ${standingsSql(context)}
    WHERE ${reportableSql(department, context)} AND s.freshness = ANY(${OWED}) AND ${waitsSql(context)}`;
  return rowsOf(found, context);
}

/** The condition of each list. A returned report comes first, then a due one, then one that waits. */
function listSql(list: MyList, reporter: Reporter, context: Context): Prisma.Sql {
  if (list === "returned") return returnedSql(reporter, context);
  const isSent = Prisma.sql`t.id = ANY(${[...reporter.sent]}::uuid[])`;
  const isDue = Prisma.sql`(s.freshness = ANY(${OWED}) AND NOT ${isSent})`;
  const notReturned = Prisma.sql`NOT ${returnedSql(reporter, context)}`;
  if (list === "toReport") return Prisma.sql`${isDue} AND ${notReturned}`;
  const waits = waitsSql(context);
  if (list === "waiting") return Prisma.sql`NOT ${isDue} AND ${waits} AND ${notReturned}`;
  return Prisma.sql`s.freshness = 'current' AND NOT ${waits} AND ${notReturned}`;
}

/** A list of the desk: what is due first comes first, then the most urgent. */
export function listMine(
  list: MyList,
  reporter: Reporter,
  slice: Slice,
  context: Context,
): Promise<Excerpt<TargetRow>> {
  return listReportable(reporter.slugs, listSql(list, reporter, context), slice, context);
}

/** The targets with a due report and one of these freshnesses. */
export function listOwed(
  freshness: Freshnesses,
  { slugs, sent }: Pick<Reporter, "slugs" | "sent">,
  slice: Slice,
  context: Context,
): Promise<Excerpt<TargetRow>> {
  const isOpen = Prisma.sql`s.freshness = ANY(${freshness}) AND t.id <> ALL(${[...sent]}::uuid[])`;
  return listReportable(slugs, isOpen, slice, context);
}

async function listReportable(
  department: readonly string[],
  condition: Prisma.Sql,
  { skip, take }: Slice,
  context: Context,
): Promise<Excerpt<TargetRow>> {
  const found = await db.$queryRaw<(StandingRow & { readonly total: number })[]>`
    SELECT ${STANDING_COLUMNS}, ${URGENCY} AS sort_key, count(*) OVER ()::int AS total
    FROM ${standingsSql(context)}
    WHERE ${reportableSql(department, context)} AND ${condition}
    ORDER BY s.next_report_due_on NULLS LAST, sort_key, t.code
    LIMIT ${Math.max(take, 1)} OFFSET ${skip}`;
  // Every row carries the total: one is read even where none is shown.
  return { total: found[0]?.total ?? 0, shown: await rowsOf(found.slice(0, take), context) };
}
