// The promise of a target in a few words: 不少于30个 / at least 30.
import type { Decimal } from "decimal.js";
import { rangeOf, statesFigure } from "@/lib/domain/targets/comparators";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

type Described = Pick<TargetTerms, "kind" | "comparator" | "value" | "upperValue" | "stretchValue" | "steps">;

/** The words around a target value: 27% → "about 27%", 2nd → "2nd or better". Not for a `between`, with two values. */
export function describeFigure(
  { comparator }: Pick<TargetTerms, "comparator">,
  figure: string,
  lang: Language,
): string {
  return comparator === "between" ? figure : getTranslator(lang)(`promise.${comparator}`, { figure });
}

/**
 * The promise in words, with its stretch if it has one: 第2位以内，力争第1位 / "2nd or better, aiming for 1st".
 * A milestone states its number of steps; a target without a figure is described as not set. Figures are shown as
 * promised: a rounded promise would be another one.
 */
export function describeTarget(terms: Described, unit: PrintedUnit, lang: Language): string {
  const t = getTranslator(lang);
  if (terms.kind === "yes-no") return t("promise.done");
  if (terms.kind === "milestone") {
    const count = terms.steps.length;
    return count === 0 ? t("unknownReasons.no-steps") : t("promise.steps", { count });
  }
  const measure = (value: Decimal) => formatMeasure(value, unit, lang);
  const promise = phrase(terms, lang, measure);
  if (promise === null) return t("unknownReasons.no-target-value");
  if (terms.stretchValue === null) return promise;
  return t("promise.withStretch", { promise, stretch: measure(terms.stretchValue) });
}

function phrase(terms: Described, lang: Language, measure: (value: Decimal) => string): string | null {
  if (!statesFigure(terms.comparator)) return describeFigure(terms, "", lang);
  if (terms.value === null) return null;
  if (terms.comparator !== "between") return describeFigure(terms, measure(terms.value), lang);
  const range = rangeOf(terms);
  return range === null ? null : describeRange(measure(range.low), measure(range.high), lang);
}

/** 60%至70% / "between 60% and 70%". */
export function describeRange(low: string, high: string, lang: Language): string {
  return getTranslator(lang)("promise.between", { low, high });
}
