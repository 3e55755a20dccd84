// The overview's chart: the number of targets with each light, by department.
import "server-only";
import { prepareLightsChart } from "@/lib/charts/model/lights-chart-model";
import type { LightsChartModel } from "@/lib/charts/model/rows-chart-types";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { whereApprovedAt } from "@/lib/server/updates/state-at";
import type { DepartmentSummary } from "@/lib/views/department";

/** Whether any progress known on the clock's day is a sample. */
export async function hasSampleProgress(clock: Pick<Clock, "knownUntil">): Promise<boolean> {
  const where = { illustrative: true, ...whereApprovedAt(clock.knownUntil) };
  return (await db.update.findFirst({ where, select: { id: true } })) !== null;
}

/** @param illustrative whether any progress behind the lights is a sample. */
export function overviewChartModel(
  departments: readonly DepartmentSummary[],
  clock: Pick<Clock, "today">,
  lang: Language,
  illustrative: boolean,
): LightsChartModel {
  return prepareLightsChart({
    departments: departments.map(({ slug, name, counts }) => ({ key: slug, name: name[lang], counts })),
    today: clock.today,
    source: getTranslator(lang)("chart.allReports"),
    illustrative,
    lang,
  });
}
