// A promise and its result in words, the same on the page and in files.
import { lightShape } from "@/lib/charts/svg/light-shapes";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Outcome } from "@/lib/views/source";
import { formatReported } from "./format-latest";
import { formatPromise } from "./format-promise";

export interface OutcomeText {
  readonly quote: string;
  readonly promise: string;
  /** The value with its unit, or why there is none. */
  readonly result: string;
  /** Whether the value is final; null without a value. */
  readonly basis: string | null;
  readonly light: string;
  readonly dataSource: string;
}

export function describeOutcome({ row, hasResult, isFinal }: Outcome, lang: Language): OutcomeText {
  const t = getTranslator(lang);
  const { standing, quote, metric } = row;
  const basis = [
    t(isFinal ? "outcomes.final" : "outcomes.latest"),
    ...(standing.latest?.sample ? [t("outcomes.sample")] : []),
  ];
  return {
    quote: (lang === "en" ? quote?.textEn : quote?.text) ?? "",
    promise: formatPromise(row, lang),
    result: formatReported(row, lang),
    basis: hasResult ? basis.join(" · ") : null,
    light: `${lightShape(standing.light, standing.freshness)} ${t(`lights.${standing.light}`)}`,
    dataSource: metric.dataSource[lang],
  };
}

/** 承诺 26 项，有结果 20 项 …: missing results are counted. */
export function countOutcomes(outcomes: readonly Outcome[], lang: Language): string {
  const reported = outcomes.filter(({ hasResult }) => hasResult).length;
  return getTranslator(lang)("outcomes.counts", {
    count: outcomes.length,
    reported,
    final: outcomes.filter(({ isFinal }) => isFinal).length,
    missing: outcomes.length - reported,
  });
}
