// Formats the promise of a target as text, in the unit of its metric.
import type { TargetTerms } from "@/lib/domain/targets/types";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { describeTarget } from "./describe-target";

interface Promised {
  readonly terms: TargetTerms;
  readonly metric: PrintedUnit;
}

/** The promise of a list row, for example "27%左右". A part is formatted by its metric, not by that of its whole. */
export function formatPromise({ terms, metric }: Promised, lang: Language): string {
  return describeTarget(terms, metric, lang);
}
