// Targets that their owner has not received: drafts, and issued ones without a receipt. Each part of a split target is
// issued and received separately.
import "server-only";
import { missingForIssue } from "@/lib/domain/targets/life-cycle";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import type { Slice } from "@/lib/schemas/desk-view";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOrNull, oneOf } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import type { DraftTarget, Excerpt, NotReceived } from "@/lib/views/target";
import { rowsOf } from "./data";
import { conditionsSql, STANDING_COLUMNS, type StandingRow, standingsSql } from "./list-query";
import { stateSql } from "./state-sql";

/** Issued without a figure or steps: cannot be received before they are set. */
const LACKS_TERMS = Prisma.sql`(s.light = 'unset' AND s.reason IN ('no-target-value', 'no-steps'))`;

interface CountedRow extends StandingRow {
  readonly total: number;
  readonly receive_due_on: Date | null;
  readonly visibility: string;
}

/** Issued and not received, the overdue ones first. @param department slugs; empty for all. */
export async function listNotReceived(
  department: readonly string[],
  { skip, take }: Slice,
  context: Context,
): Promise<Excerpt<NotReceived>> {
  const filters = { ...NO_FILTERS, department: [...department], state: ["issued" as const], parts: "include" as const };
  const found = await db.$queryRaw<CountedRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key, t.receive_due_on, count(*) OVER ()::int AS total
    FROM ${standingsSql(context)}
    WHERE ${conditionsSql(filters, context)} AND NOT coalesce(${LACKS_TERMS}, false)
    ORDER BY t.receive_due_on NULLS LAST, t.code
    LIMIT ${take} OFFSET ${skip}`;
  const dues = new Map(found.map((one) => [one.code, dayOrNull(one.receive_due_on)]));
  const rows = await rowsOf(found, context);
  return {
    total: found[0]?.total ?? 0,
    shown: rows.map((row) => {
      const dueOn = dues.get(row.code) ?? null;
      return { row, dueOn, isLate: dueOn !== null && dueOn < context.clock.today };
    }),
  };
}

/** Drafts, and targets that were issued without a figure: those that lack nothing first, then by code. */
export async function listDrafts({ skip, take }: Slice, context: Context): Promise<Excerpt<DraftTarget>> {
  const state = stateSql(context.clock.knownUntil);
  const found = await db.$queryRaw<CountedRow[]>`
    SELECT ${STANDING_COLUMNS}, 0::numeric AS sort_key, t.visibility, count(*) OVER ()::int AS total
    FROM ${standingsSql(context)}
    WHERE ${conditionsSql({ ...NO_FILTERS, parts: "include" }, context)}
      AND (${state} = 'draft' OR (${state} = 'issued' AND coalesce(${LACKS_TERMS}, false)))
    ORDER BY coalesce(${LACKS_TERMS}, false), t.code
    LIMIT ${take} OFFSET ${skip}`;
  const visibilities = new Map(found.map((one) => [one.code, oneOf(VISIBILITIES, one.visibility)]));
  const rows = await rowsOf(found, context);
  return {
    total: found[0]?.total ?? 0,
    shown: rows.map((row) => ({
      row,
      missing: missingForIssue(row.terms),
      visibility: visibilities.get(row.code) ?? "internal",
    })),
  };
}
