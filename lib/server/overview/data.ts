// Reads of the overview: counts of lights, and the most urgent targets, changes and due dates.
import "server-only";
import { addDays } from "@/lib/domain/calendar/iso-date";
import { type Grouping, MOST_GROUPS } from "@/lib/domain/targets/groupings";
import { LIGHTS_BEHIND } from "@/lib/domain/targets/standing";
import { LIGHTS } from "@/lib/domain/targets/types";
import { NO_FILTERS, type TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { oneOf } from "@/lib/server/db/columns";
import { listDepartments, summarize } from "@/lib/server/departments/data";
import { getBehindSince } from "@/lib/server/targets/behind-since";
import { rowsOf } from "@/lib/server/targets/data";
import { getDueDay, queryDue } from "@/lib/server/targets/falling-due";
import { countStandings, getCompletionSpread, queryLightChanges } from "@/lib/server/targets/light-counts";
import { queryStandings } from "@/lib/server/targets/list-query";
import type { Overview } from "@/lib/views/overview";
import type { TargetRow } from "@/lib/views/target";
import { countBehind, departmentGroup, listLightGroups, worstGroups } from "./groups";

const LOOK_BACK_DAYS = 30;
const LOOK_AHEAD_DAYS = 30;
/** The number of entries of a list on a page. */
const SHOWN = 10;

const NOT_REPORTED = ["late", "never"] as const;

/**
 * @param shown the maximum number of entries of each list; totals are counted.
 * @param by the groups that it counts.
 * @param mostGroups the maximum number of groups.
 */
export async function getOverview(
  context: Context,
  shown = SHOWN,
  by: Grouping = "department",
  mostGroups = MOST_GROUPS,
): Promise<Overview> {
  const { today } = context.clock;
  const [since, until] = [addDays(today, -LOOK_BACK_DAYS), addDays(today, LOOK_AHEAD_DAYS)];
  const worst = (filters: Partial<TargetFilters>) =>
    queryStandings({ ...NO_FILTERS, ...filters, limit: shown }, context).then((found) => found.slice(0, shown));
  const [departments, groups, all, { years, spread }, behind, changed, due, late] = await Promise.all([
    listDepartments(context),
    by === "department" ? null : listLightGroups(by, context),
    countStandings(context),
    getCompletionSpread(context),
    worst({ light: [...LIGHTS_BEHIND] }),
    queryLightChanges(since, shown, context),
    queryDue({}, [today, until], shown, context),
    worst({ freshness: [...NOT_REPORTED] }),
  ]);
  const standings = new Map([...behind, ...changed, ...due, ...late].map((one) => [one.code, one]));
  const behindSince = await getBehindSince(
    behind.map((one) => one.target_id),
    context.clock,
  );
  const rows = new Map((await rowsOf([...standings.values()], context)).map((row) => [row.code, row]));
  const filled = <S extends { readonly code: string }, T>(found: readonly S[], entry: (row: TargetRow, one: S) => T) =>
    found.flatMap((one) => {
      const row = rows.get(one.code);
      return row === undefined ? [] : [entry(row, one)];
    });
  const sums = summarize(all);
  const tops = departments.filter((one) => one.parentSlug === null);
  const owners = departments.filter((one) => one.total > 0);
  return {
    ...sums,
    city: tops.length === 1 ? (tops[0]?.name ?? null) : null,
    years,
    spread,
    worst: worstGroups(groups ?? owners.map(departmentGroup), mostGroups),
    attention: {
      total: countBehind(sums),
      shown: filled(behind, (row, one) => ({ row, since: behindSince.get(one.target_id) ?? null })),
    },
    changes: {
      total: changed[0]?.total ?? 0,
      shown: filled(changed, (row, { light_before }) => ({
        row,
        before: oneOf(LIGHTS, light_before),
        after: row.standing.light,
      })),
    },
    since,
    dueSoon: { total: due[0]?.total ?? 0, shown: filled(due, (row, one) => ({ row, ...getDueDay(one) })) },
    until,
    notReported: { total: sums.late, shown: filled(late, (row) => row) },
  };
}
