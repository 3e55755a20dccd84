// The gap of a target in words, in the terms of its metric.
import type { Decimal } from "decimal.js";
import type { MetricKind } from "@/lib/domain/targets/types";
import { formatMeasure, formatNumber, formatPoints } from "@/lib/domain/units/format-measure";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

interface Gapped {
  readonly metric: PrintedUnit & { readonly kind: MetricKind; readonly precision: number };
  readonly standing: { readonly gapValue: Decimal | null };
}

/**
 * A difference with its sign, in the metric's unit: −0.5 percentage points for a percentage, −1 place for a rank, +2
 * steps for a milestone, −CNY 400 million. 0 has no sign. One decimal more than the metric, because an expected value
 * lies between its values.
 */
export function formatDifference(gap: Decimal, metric: Gapped["metric"], lang: Language): string {
  const { kind, unit } = metric;
  const options = { precision: metric.precision + 1 };
  if (kind === "rank" || kind === "milestone") {
    const sign = gap.isZero() ? "" : gap.isNegative() ? "−" : "+";
    return getTranslator(lang)(kind === "rank" ? "gap.places" : "gap.steps", { sign, count: gap.abs().toNumber() });
  }
  if (unit === "%" || unit === "百分点" || unit === "个百分点") return formatPoints(gap, lang, options);
  const amount = formatMeasure(gap.abs(), metric, lang, options);
  if (/^[0.]*$/.test(formatNumber(gap.abs(), options))) return amount;
  return `${gap.isNegative() ? "−" : "+"}${amount}`;
}

/** The gap of a list row; null where it is unknown. */
export function formatGap({ metric, standing }: Gapped, lang: Language): string | null {
  return standing.gapValue === null ? null : formatDifference(standing.gapValue, metric, lang);
}
