// The charts of many targets as one file: a department's, those of a filtered list, or all.
import type { TargetChartModel } from "@/lib/charts/model/chart-model";
import type { Language } from "@/lib/i18n/languages";

export interface CollectedChart {
  readonly code: string;
  readonly owner: string;
  readonly model: TargetChartModel;
}

export interface ChartCollection {
  readonly lang: Language;
  readonly title: string;
  /** What is in it, and as known on which day. */
  readonly about: string;
  /** In the order of the list; a number in a caption is the place here, from 1. */
  readonly charts: readonly CollectedChart[];
}

/** Called after each chart with the number of those drawn; may throw to stop. */
export type OnDrawn = (done: number) => Promise<void>;

export const IGNORE_DRAWN: OnDrawn = async () => undefined;

/** The charts one after another. The next one is requested when one is drawn. */
export async function* withProgress(charts: readonly CollectedChart[], onDrawn: OnDrawn) {
  for (const [index, chart] of charts.entries()) {
    yield chart;
    await onDrawn(index + 1);
  }
}

/** The heading and the lines of the index. */
export function collectionIndex({ charts }: ChartCollection): string[][] {
  return charts.map(({ code, owner, model }, index) => [`${index + 1}`, code, model.title, owner]);
}
