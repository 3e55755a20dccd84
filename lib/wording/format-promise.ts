// The promise of a target in words, with the unit and decimals of its own metric.
import type { TargetTerms } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { describeTarget } from "./describe-target";

interface Promised {
  readonly terms: TargetTerms;
  readonly metric: { readonly unit: string; readonly precision: number };
}

/** The promise of a row, e.g. "27%左右", with the unit and decimals of its own metric wherever it is listed. */
export function formatPromise({ terms, metric }: Promised, lang: Language): string {
  return describeTarget(terms, metric.unit, lang, { precision: metric.precision });
}
