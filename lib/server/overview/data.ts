// What the overview shows: how many stand where, who needs attention, what moved, what comes next.
import "server-only";
import { addDays } from "@/lib/domain/calendar/iso-date";
import { isGreenTooOld, isOverdue, LIGHTS_BEHIND } from "@/lib/domain/targets/standing";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import type { Context } from "@/lib/server/context";
import { type DepartmentSummary, type LightCounts, listDepartments } from "@/lib/server/departments/data";
import { listTargets } from "@/lib/server/targets/data";
import { type FallingDue, listFallingDue } from "@/lib/server/targets/falling-due";
import { lightsOn } from "@/lib/server/targets/list-query";
import type { TargetRow } from "@/lib/server/targets/types";

const LOOK_BACK_DAYS = 30;
const LOOK_AHEAD_DAYS = 30;

/** A target whose light changed within the look-back. */
interface LightChange {
  readonly row: TargetRow;
  readonly before: Light;
  readonly after: Light;
}

export interface Overview {
  readonly counts: LightCounts;
  readonly total: number;
  readonly late: number;
  /** Green by a report that is too old to count as green. */
  readonly lateGreens: number;
  readonly byDepartment: readonly DepartmentSummary[];
  /** Missed, far behind and behind, the worst first. */
  readonly attention: readonly TargetRow[];
  readonly changes: readonly LightChange[];
  readonly dueSoon: readonly FallingDue[];
  /** Never reported, or the report is past its cut-off. */
  readonly notReported: readonly TargetRow[];
}

function changesSince(earlier: ReadonlyMap<string, Light>, rows: readonly TargetRow[]): LightChange[] {
  return rows.flatMap((row) => {
    const before = earlier.get(row.code);
    return before === undefined || before === row.standing.light ? [] : [{ row, before, after: row.standing.light }];
  });
}

function sumCounts(departments: readonly DepartmentSummary[]): LightCounts {
  return Object.fromEntries(
    LIGHTS.map((light) => [light, departments.reduce((sum, one) => sum + one.counts[light], 0)]),
  ) as LightCounts;
}

export async function getOverview(context: Context): Promise<Overview> {
  const { today } = context.clock;
  const [departments, now, earlier] = await Promise.all([
    listDepartments(context),
    listTargets({ limit: null }, context),
    lightsOn(addDays(today, -LOOK_BACK_DAYS), context),
  ]);
  return {
    counts: sumCounts(departments),
    total: now.total,
    late: departments.reduce((sum, one) => sum + one.late, 0),
    lateGreens: now.rows.filter(({ standing: { light, freshness } }) => isGreenTooOld(light, freshness)).length,
    byDepartment: departments.filter((one) => one.total > 0),
    attention: now.rows.filter((row) => LIGHTS_BEHIND.includes(row.standing.light)),
    changes: changesSince(earlier, now.rows),
    dueSoon: await listFallingDue(now.rows, [today, addDays(today, LOOK_AHEAD_DAYS)]),
    notReported: now.rows.filter(({ standing }) => isOverdue(standing.freshness)),
  };
}
