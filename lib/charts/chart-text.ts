// Values and days as finished text: the one place this folder asks the unit rules for words.
import type { Decimal } from "decimal.js";
import type { ChartLanguage } from "@/lib/charts/chart-model";
import { chartWords } from "@/lib/charts/chart-words";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { MetricKind } from "@/lib/domain/targets/types";

export interface MeasureStyle {
  readonly kind: MetricKind;
  readonly unit: string;
  readonly lang: ChartLanguage;
}

export function dayText(day: IsoDate, lang: ChartLanguage): string {
  return lang === "en" ? day : day;
}

export function unitText(unit: string, lang: ChartLanguage): string {
  return lang === "en" ? unit : unit;
}

/** A value with its unit; a yes-no answer in words. */
export function measureText(value: Decimal, style: MeasureStyle): string {
  const words = chartWords(style.lang);
  if (style.kind === "yes-no") return value.isZero() ? words.no : words.yes;
  return `${value.toString()}${style.unit}`;
}

export function placeText(place: number, lang: ChartLanguage): string {
  return lang === "en" ? `${place}` : `第${place}位`;
}
