// The small chart in a row of a list: no text, no axis, the same facts.

import { lastPlaceAmong } from "@/lib/domain/targets/comparators";
import type { Light, Reading, TargetTerms } from "@/lib/domain/targets/types";
import { getTranslator } from "@/lib/i18n/translator";
import { dayNumber } from "./chart-axes";
import type { ChartLanguage } from "./chart-model";
import { plotNumber } from "./chart-terms";
import type { MiniChartModel } from "./mini-chart-types";

export interface MiniChartInput {
  readonly title: string;
  readonly light: Light;
  readonly terms: Pick<TargetTerms, "kind" | "comparator" | "startOn" | "dueOn" | "value">;
  readonly completionRatio: number | null;
  readonly expectedRatio: number | null;
  /** The values so far, needed only without a share of the way (a rank); otherwise optional. */
  readonly history?: readonly Pick<Reading, "asOf" | "value" | "peers">[];
  readonly lang: ChartLanguage;
}

/** The bar ends at 125 % of the promise, so that over-achievement is visible. */
const BULLET_END = 1.25;

function onBullet(ratio: number): number {
  return Math.min(1, Math.max(0, ratio / BULLET_END));
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 1000) / 10}%`;
}

function sparkline(input: MiniChartInput): MiniChartModel | null {
  const values = (input.history ?? []).map((point) => ({ x: dayNumber(point.asOf), y: plotNumber(point.value) }));
  const drawn = values.flatMap((point) => (point.y === null ? [] : [point.y]));
  if (drawn.length < 1) return null;
  const bound = lastPlaceAmong(input.terms.comparator, input.history?.at(-1)?.peers);
  const promised = plotNumber(input.terms.value ?? bound);
  const all = promised === null ? drawn : [...drawn, promised];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const from = dayNumber(input.terms.startOn);
  const days = Math.max(1, dayNumber(input.terms.dueOn) - from);
  const height = (value: number) => {
    const share = high === low ? 0.5 : 0.1 + (0.8 * (value - low)) / (high - low);
    return input.terms.kind === "rank" ? 1 - share : share;
  };
  const path = values.map(({ x, y }) => {
    return { x: Math.min(1, Math.max(0, (x - from) / days)), y: y === null ? null : height(y) };
  });
  const promiseY = promised === null ? null : height(promised);
  const t = getTranslator(input.lang);
  const description = `${input.title}${t("punctuation.colon")}${t(`lights.${input.light}`)}`;
  return { drawing: "sparkline", description, light: input.light, path, promiseY };
}

/**
 * A bullet if a share of the way is known or expected; a sparkline if only values are (a rank); otherwise blank.
 * Ratios are 0–1 and may lie outside: below 0 draws an empty bar, above 1.25 a full one.
 */
export function prepareMiniChart(input: MiniChartInput): MiniChartModel {
  const t = getTranslator(input.lang);
  const { completionRatio, expectedRatio, light } = input;
  if (completionRatio === null) {
    const line = sparkline(input);
    if (line !== null) return line;
  }
  if (completionRatio === null && expectedRatio === null) {
    return { drawing: "blank", light, description: `${input.title}${t("punctuation.colon")}${t(`lights.${light}`)}` };
  }
  const facts = [t(`lights.${light}`)];
  if (completionRatio !== null) facts.push(`${t("chart.completion")} ${percent(completionRatio)}`);
  if (expectedRatio !== null) facts.push(`${t("chart.expectedCompletion")} ${percent(expectedRatio)}`);
  return {
    drawing: "bullet",
    description: `${input.title}${t("punctuation.colon")}${facts.join(t("punctuation.separator"))}`,
    light,
    doneX: completionRatio === null ? null : onBullet(completionRatio),
    expectedX: expectedRatio === null ? null : onBullet(expectedRatio),
    promiseX: 1 / BULLET_END,
  };
}
