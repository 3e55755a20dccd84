// The latest value next to the promise, in one unit: "CNY 28.98 of 40.2 billion", 289.8/402亿元.
import { Decimal } from "decimal.js";
import type { TargetTerms } from "@/lib/domain/targets/types";
import { formatMeasure, formatNumber, measureScale } from "@/lib/domain/units/format-measure";
import { findEnglishUnit, type PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { describeTarget } from "@/lib/wording/describe-target";
import { formatLatest } from "@/lib/wording/format-latest";
import { formatSteps } from "@/lib/wording/format-steps";

type Row = Parameters<typeof formatLatest>[0] & { readonly terms: TargetTerms };

/** Comparators that "x of y" expresses; others keep their words: "28%, target about 27%". */
const PLAIN: readonly TargetTerms["comparator"][] = ["equal", "at-least"];

/** Null without a value, or without a promised figure. */
export function formatOfTarget(row: Row, lang: Language): string | null {
  const { metric, terms } = row;
  const steps = formatSteps(row, lang);
  if (steps !== null || terms.kind === "milestone" || terms.kind === "yes-no") return steps;
  const latest = formatLatest(row, lang);
  const value = row.standing.latest?.value ?? null;
  if (latest === null || value === null) return null;
  const t = getTranslator(lang);
  if (terms.kind === "cumulative" && terms.value !== null && PLAIN.includes(terms.comparator)) {
    return ofTarget(value.toDecimalPlaces(metric.precision), terms.value, metric, lang);
  }
  const target = describeTarget(terms, metric, lang);
  return t("finding.valueWithTarget", { value: latest, target });
}

function ofTarget(value: Decimal, target: Decimal, unit: PrintedUnit, lang: Language): string {
  const t = getTranslator(lang);
  const found = findEnglishUnit(unit);
  if (lang === "zh-CN" || found === null || (found.scale.eq(1) && found.form !== "currency")) {
    return t("finding.ofTarget", { value: formatNumber(value), target: formatMeasure(target, unit, lang) });
  }
  const { factor, label } = measureScale(Decimal.max(value.abs(), target.abs()), unit, lang);
  const inScale = (number: Decimal) => formatNumber(number.times(factor));
  const pair = t("finding.ofTarget", { value: inScale(value), target: inScale(target) });
  const rest = found.form === "currency" ? label.slice(found.word.length).trim() : label;
  return [found.form === "currency" ? found.word : "", pair, rest].filter(Boolean).join(" ");
}
