// Reads of the wall: the overview and the schedule boards.
import "server-only";
import type { GanttChartModel, LightsChartModel } from "@/lib/charts/model/rows-chart-types";
import type { Language } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { hasSampleProgress, overviewChartModel } from "@/lib/server/overview/chart";
import { getOverview } from "@/lib/server/overview/data";
import { targetChartModel } from "@/lib/server/targets/chart";
import { listTargets } from "@/lib/server/targets/data";
import { readTargets } from "@/lib/server/targets/detail";
import type { Overview } from "@/lib/views/overview";
import type { Excerpt, TargetRow } from "@/lib/views/target";

/** 倒排工期: a milestone target and the chart of its steps. */
export interface Schedule {
  readonly row: TargetRow;
  readonly model: GanttChartModel;
}

export interface Wall {
  readonly overview: Overview;
  readonly lights: LightsChartModel;
  /** Of the most urgent milestone targets in force. */
  readonly schedules: Excerpt<Schedule>;
  readonly hasSamples: boolean;
}

/** The maximum number of entries of a list, and of schedules: a few slides each. Totals are shown. */
const LISTED = 27;
const DRAWN = 12;

async function schedulesOf(context: Context, lang: Language): Promise<Excerpt<Schedule>> {
  const filters = { kind: ["milestone" as const], state: ["issued" as const, "received" as const], limit: DRAWN };
  const { rows, total } = await listTargets(filters, context);
  const shown: Schedule[] = [];
  const codes = rows.map(({ code }) => code);
  for await (const target of readTargets(codes, context)) {
    const model = target && targetChartModel(target, context.clock, lang);
    if (target !== null && model?.drawing === "gantt") shown.push({ row: target, model });
  }
  return { total, shown };
}

export async function getWall(context: Context, lang: Language): Promise<Wall> {
  const [overview, hasSamples, schedules] = await Promise.all([
    getOverview(context, LISTED),
    hasSampleProgress(context.clock),
    schedulesOf(context, lang),
  ]);
  return {
    overview,
    lights: overviewChartModel("department", overview.worst.shown, overview.counts, context.clock, lang, hasSamples),
    schedules,
    hasSamples,
  };
}
