// The small chart of a target's row, for pages and the wall.
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { type MiniChartInput, prepareMiniChart } from "./mini-chart-model";
import type { MiniChartModel } from "./mini-chart-types";

interface ChartedRow extends Pick<MiniChartInput, "terms"> {
  readonly title: Bilingual;
  readonly standing: Pick<MiniChartInput, "light" | "completionRatio" | "expectedRatio">;
  readonly course: NonNullable<MiniChartInput["history"]>;
}

export function miniChartOf({ title, terms, standing, course }: ChartedRow, lang: Language): MiniChartModel {
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
