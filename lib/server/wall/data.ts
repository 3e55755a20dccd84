// What hangs on the wall: the overview and the schedule boards.
import "server-only";
import type { GanttChartModel, LightsChartModel } from "@/lib/charts/chart-model";
import type { Language } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { hasSampleProgress, overviewChartModel } from "@/lib/server/overview/chart";
import { getOverview, type Overview } from "@/lib/server/overview/data";
import { targetChartModel } from "@/lib/server/targets/chart";
import { listTargets } from "@/lib/server/targets/data";
import { getTarget } from "@/lib/server/targets/detail";

export interface Wall {
  readonly overview: Overview;
  readonly lights: LightsChartModel;
  /** 倒排工期: the steps of each milestone target in force. */
  readonly schedules: readonly GanttChartModel[];
  readonly hasSamples: boolean;
}

async function schedulesOf(context: Context, lang: Language): Promise<GanttChartModel[]> {
  const { rows } = await listTargets({ kind: ["milestone"], limit: null }, context);
  const inForce = rows.filter((row) => row.terms.state === "issued" || row.terms.state === "received");
  const schedules: GanttChartModel[] = [];
  for (const { code } of inForce) {
    const target = await getTarget(code, context);
    const model = target && targetChartModel(target, context.clock, lang);
    if (model?.drawing === "gantt") schedules.push(model);
  }
  return schedules;
}

export async function getWall(context: Context, lang: Language): Promise<Wall> {
  const [overview, hasSamples, schedules] = await Promise.all([
    getOverview(context),
    hasSampleProgress(context.clock),
    schedulesOf(context, lang),
  ]);
  return { overview, lights: overviewChartModel(overview, context.clock, lang, hasSamples), schedules, hasSamples };
}
