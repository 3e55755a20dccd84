// How a target is judged, in words.
import { hasTolerance, mayBeBetter, toleranceOf } from "@/lib/domain/targets/comparators";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { type PrintedUnit, plainUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

/** 按最新值；优于目标值同样算兑现 / "by the latest value; give or take 0.15 pp". */
export function describeJudging(
  terms: Pick<TargetTerms, "judging" | "comparator" | "orBetter" | "tolerance" | "value" | "kind">,
  printed: PrintedUnit,
  lang: Language,
): string {
  const t = getTranslator(lang);
  const parts = [t(`judgings.${terms.judging}`)];
  const hasFigure = terms.value !== null && terms.kind !== "milestone" && terms.kind !== "yes-no";
  if (hasFigure && hasTolerance(terms.comparator)) {
    const points = printed.unit === "%" ? plainUnit("个百分点") : printed;
    parts.push(t("target.judgedWithin", { tolerance: formatMeasure(toleranceOf(terms), points, lang) }));
  }
  if (hasFigure && mayBeBetter(terms.comparator)) {
    if (terms.orBetter) parts.push(t("target.judgedOrBetter"));
    else if (!hasTolerance(terms.comparator)) parts.push(t("target.judgedExactly"));
  }
  return parts.join(t("punctuation.semicolon"));
}
