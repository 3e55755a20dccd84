// The targets from and to which a target was carried over.
import "server-only";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import type { Baseline } from "@/lib/domain/targets/types";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/columns";
import { Prisma } from "@/lib/server/db/generated/client";
import type { TargetDetail, YearTarget } from "@/lib/views/target-detail";
import { finalValueOf } from "./carry-over";
import { bareStandingsSql } from "./list-query";
import { readableSql } from "./readable";
import { bilingual } from "./rows";

interface YearRow {
  readonly code: string;
  readonly title: string;
  readonly title_en: string;
  readonly due_on: Date;
  readonly judging: string;
}

const yearTarget = ({ code, title, title_en, due_on }: YearRow): YearTarget => ({
  code,
  title: bilingual(title, title_en),
  year: yearOf(dayOf(due_on)),
});

/** The target as known on the context's day; those carried over from it must have existed then. */
export async function getYears(
  { id, carriedFromId }: { readonly id: string; readonly carriedFromId: string | null },
  baseline: Baseline | null,
  context: Context,
): Promise<TargetDetail["years"]> {
  const read = (condition: Prisma.Sql) => db.$queryRaw<YearRow[]>`
    SELECT t.code, t.title, t.title_en, t.judging, s.due_on FROM ${bareStandingsSql(context)}
    WHERE ${condition} AND ${readableSql(context)} ORDER BY s.due_on, t.code`;
  const [[before], after] = await Promise.all([
    carriedFromId === null ? [] : read(Prisma.sql`t.id = ${carriedFromId}::uuid`),
    read(Prisma.sql`t.carried_from_id = ${id}::uuid`),
  ]);
  const isOpen = baseline === null || baseline.isProvisional === true;
  const final =
    before !== undefined && isOpen ? await finalValueOf({ ...before, dueOn: before.due_on }, context) : null;
  return {
    before: before === undefined ? null : yearTarget(before),
    after: after.map(yearTarget),
    finalBefore: final?.known ? final.value : null,
  };
}
