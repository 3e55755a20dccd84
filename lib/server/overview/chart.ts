// The overview's chart: the number of targets with each light, by department, plan, topic, category or section.
import "server-only";
import { prepareLightsChart } from "@/lib/charts/model/lights-chart-model";
import type { LightsChartModel } from "@/lib/charts/model/rows-chart-types";
import type { Grouping } from "@/lib/domain/targets/groupings";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { whereApprovedAt } from "@/lib/server/updates/state-at";
import type { LightCounts } from "@/lib/views/department";
import type { LightGroup } from "@/lib/views/light-group";

/** Whether any progress known on the clock's day is a sample. */
export async function hasSampleProgress(clock: Pick<Clock, "knownUntil">): Promise<boolean> {
  const where = { illustrative: true, ...whereApprovedAt(clock.knownUntil) };
  return (await db.update.findFirst({ where, select: { id: true } })) !== null;
}

/**
 * @param counts of all targets, each once.
 * @param illustrative whether any progress behind the lights is a sample.
 */
export function overviewChartModel(
  by: Grouping,
  groups: readonly LightGroup[],
  counts: LightCounts,
  clock: Pick<Clock, "today">,
  lang: Language,
  illustrative: boolean,
): LightsChartModel {
  return prepareLightsChart({
    by,
    groups: groups.map(({ key, name, counts }) => ({ key, name: name[lang], counts })),
    counts,
    today: clock.today,
    source: getTranslator(lang)("chart.allReports"),
    illustrative,
    lang,
  });
}
