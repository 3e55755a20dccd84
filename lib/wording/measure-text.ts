// A value as text, by the kind of its metric.
import type { Decimal } from "decimal.js";
import type { MetricKind } from "@/lib/domain/targets/types";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { plainUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

interface MeasureStyle extends PrintedUnit {
  readonly kind: MetricKind;
  readonly lang: Language;
  /** The decimals of the metric, to which every figure is rounded; null for a promised figure, shown as promised. */
  readonly precision: number | null;
}

/** A value with its unit; a yes-no in words, a rank as an ordinal whatever its unit. */
export function measureText(value: Decimal, { kind, lang, precision, ...printed }: MeasureStyle): string {
  const t = getTranslator(lang);
  if (kind === "yes-no") return value.isZero() ? t("chart.no") : t("chart.yes");
  if (kind === "rank") return placeText(value, lang);
  return formatMeasure(value, printed, lang, precision === null ? {} : { precision });
}

export function placeText(place: Decimal.Value, lang: Language): string {
  return formatMeasure(place, plainUnit("位"), lang);
}
