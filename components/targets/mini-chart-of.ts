import type { MiniChartModel } from "@/lib/charts/model/chart-model";
import { prepareMiniChart } from "@/lib/charts/model/mini-chart-model";
import type { Language } from "@/lib/i18n/languages";
import type { TargetRow } from "@/lib/views/target";

/** The small chart of a list row. */
export function miniChartOf({ title, terms, standing, course }: TargetRow, lang: Language): MiniChartModel {
  return prepareMiniChart({
    title: title[lang],
    light: standing.light,
    terms,
    completionRatio: standing.completionRatio,
    expectedRatio: standing.expectedRatio,
    history: course,
    lang,
  });
}
