// Values and days as finished text: the one place this folder asks the unit rules for words.
import { Decimal } from "decimal.js";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { MetricKind } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure, formatNumber, formatUnit } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";
import type { ChartLanguage } from "./chart-model";

export interface MeasureStyle {
  readonly kind: MetricKind;
  readonly unit: string;
  readonly lang: ChartLanguage;
  /** Decimals at most; the unit's own where none are given. */
  readonly precision?: number;
}

export function dayText(day: IsoDate, lang: ChartLanguage): string {
  return formatIsoDate(day, lang);
}

/** The unit alone, for an axis or a column's header. */
export function unitText(unit: string, lang: ChartLanguage): string {
  return formatUnit(unit, lang);
}

/** A value with its unit; a yes-no answer in words, a place as a place whatever its unit is called. */
export function measureText(value: Decimal, { kind, unit, lang, precision }: MeasureStyle): string {
  const t = getTranslator(lang);
  if (kind === "yes-no") return value.isZero() ? t("chart.no") : t("chart.yes");
  if (kind === "rank") return placeText(value, lang);
  return formatMeasure(value, unit, lang, { precision });
}

export function placeText(place: Decimal.Value, lang: ChartLanguage): string {
  return formatMeasure(place, "位", lang);
}

/** A whole per cent figure from 0–100: 62.5%. */
export function percentText(percent: number): string {
  return `${formatNumber(new Decimal(percent))}%`;
}
