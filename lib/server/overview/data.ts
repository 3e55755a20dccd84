// What the overview shows: how many stand where, who needs attention, what moved, what comes next.
import "server-only";
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { isGreenTooOld } from "@/lib/domain/targets/standing";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import type { Bilingual } from "@/lib/i18n/languages";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { oneOf } from "@/lib/server/db/columns";
import { type DepartmentSummary, type LightCounts, listDepartments } from "@/lib/server/departments/data";
import { listTargets } from "@/lib/server/targets/data";
import { queryStandings } from "@/lib/server/targets/list-query";
import type { TargetRow } from "@/lib/server/targets/types";

export const LOOK_BACK_DAYS = 30;
export const LOOK_AHEAD_DAYS = 30;

/** A target whose light changed within the look-back. */
export interface LightChange {
  readonly row: TargetRow;
  readonly before: Light;
  readonly after: Light;
}

export interface DueSoon {
  readonly row: TargetRow;
  /** What falls due: the target itself, or one of its steps. */
  readonly on: IsoDate;
  readonly step: Bilingual | null;
}

export interface Overview {
  readonly counts: LightCounts;
  readonly total: number;
  readonly late: number;
  /** On track or ahead by a report that is too old to count as green. */
  readonly lateGreens: number;
  readonly byDepartment: readonly DepartmentSummary[];
  /** Missed, far behind and behind, the worst first. */
  readonly attention: readonly TargetRow[];
  readonly changes: readonly LightChange[];
  readonly dueSoon: readonly DueSoon[];
  /** Never reported, or the report is past its cut-off. */
  readonly notReported: readonly TargetRow[];
}

const ATTENTION: readonly Light[] = ["missed", "far-behind", "behind"];

async function lightsBefore(context: Context): Promise<Map<string, Light>> {
  const then = { ...context, clock: clockOn(addDays(context.clock.today, -LOOK_BACK_DAYS)) };
  const standings = await queryStandings({ ...NO_FILTERS, limit: null }, then);
  return new Map(standings.map((standing) => [standing.code, oneOf(LIGHTS, standing.light)]));
}

function changesSince(earlier: ReadonlyMap<string, Light>, rows: readonly TargetRow[]): LightChange[] {
  return rows.flatMap((row) => {
    const before = earlier.get(row.code);
    return before === undefined || before === row.standing.light ? [] : [{ row, before, after: row.standing.light }];
  });
}

function dueBetween(rows: readonly TargetRow[], today: IsoDate): DueSoon[] {
  const until = addDays(today, LOOK_AHEAD_DAYS);
  const within = (day: IsoDate) => day >= today && day <= until;
  return rows
    .filter((row) => row.standing.light !== "achieved")
    .flatMap((row): DueSoon[] => [
      ...(within(row.terms.dueOn) ? [{ row, on: row.terms.dueOn, step: null }] : []),
      ...row.terms.steps
        .filter((step) => within(step.plannedOn))
        .map((step) => ({ row, on: step.plannedOn, step: { "zh-CN": step.title, en: step.titleEn } })),
    ])
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function sumCounts(departments: readonly DepartmentSummary[]): LightCounts {
  return Object.fromEntries(
    LIGHTS.map((light) => [light, departments.reduce((sum, one) => sum + one.counts[light], 0)]),
  ) as LightCounts;
}

export async function getOverview(context: Context): Promise<Overview> {
  const [departments, now, earlier] = await Promise.all([
    listDepartments(context),
    listTargets({ limit: null }, context),
    lightsBefore(context),
  ]);
  return {
    counts: sumCounts(departments),
    total: now.total,
    late: departments.reduce((sum, one) => sum + one.late, 0),
    lateGreens: now.rows.filter(({ standing: { light, freshness } }) => isGreenTooOld(light, freshness)).length,
    byDepartment: departments.filter((one) => one.total > 0),
    attention: now.rows.filter((row) => ATTENTION.includes(row.standing.light)),
    changes: changesSince(earlier, now.rows),
    dueSoon: dueBetween(now.rows, context.clock.today),
    notReported: now.rows.filter(({ standing }) => standing.freshness === "late" || standing.freshness === "never"),
  };
}
