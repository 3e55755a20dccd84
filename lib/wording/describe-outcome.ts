// A promise and its result in words, the same on the page and in files.
import type { Decimal } from "decimal.js";
import type { Freshness, Light, MetricKind, TargetTerms } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { formatReported } from "./format-latest";
import { formatPromise } from "./format-promise";

interface ResultFacts {
  /** False: nothing is approved yet, which is not a value of 0. */
  readonly hasResult: boolean;
  /** The value covers the whole period. */
  readonly isFinal: boolean;
}

interface OutcomeFacts extends ResultFacts {
  readonly row: {
    readonly terms: TargetTerms;
    readonly metric: PrintedUnit & {
      readonly kind: MetricKind;
      readonly precision: number;
      readonly dataSource: Bilingual;
    };
    readonly quote: { readonly text: string; readonly textEn: string } | null;
    readonly standing: {
      readonly light: Light;
      readonly freshness: Freshness;
      readonly latest: {
        readonly value: Decimal | null;
        readonly sample: boolean;
        readonly peers?: number | null;
      } | null;
    };
  };
}

interface OutcomeText {
  readonly quote: string;
  readonly promise: string;
  /** The value with its unit, or why there is none. */
  readonly result: string;
  /** Whether the value is final; null without a value. */
  readonly basis: string | null;
  readonly dataSource: string;
}

export function describeOutcome({ row, hasResult, isFinal }: OutcomeFacts, lang: Language): OutcomeText {
  const t = getTranslator(lang);
  const { standing, quote, metric } = row;
  const sample = standing.latest?.sample ? [t("outcomes.sample")] : [];
  const basis = [t(isFinal ? "outcomes.final" : "outcomes.latest"), ...sample];
  return {
    quote: (lang === "en" ? quote?.textEn : quote?.text) ?? "",
    promise: formatPromise(row, lang),
    result: formatReported(row, lang),
    basis: hasResult ? basis.join(" · ") : null,
    dataSource: metric.dataSource[lang],
  };
}

/** 承诺 26 项，有结果 20 项 …: missing results are counted. */
export function countOutcomes(outcomes: readonly ResultFacts[], lang: Language): string {
  const reported = outcomes.filter(({ hasResult }) => hasResult).length;
  return getTranslator(lang)("outcomes.counts", {
    count: outcomes.length,
    reported,
    final: outcomes.filter(({ isFinal }) => isFinal).length,
    missing: outcomes.length - reported,
  });
}
