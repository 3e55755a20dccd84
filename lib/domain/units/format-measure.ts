// Values, ratios and gaps as text in Chinese and English.
import { Decimal } from "decimal.js";
import { type EnglishUnit, findEnglishUnit, type PrintedUnit } from "@/lib/domain/units/printed-unit";
import { toSingular } from "@/lib/domain/units/singular";

export type FormatLanguage = "zh-CN" | "en";

export interface FormatOptions {
  /** The most decimals to show, in the stored unit; by default all. */
  readonly precision?: number;
  /** Pads with zeros up to `precision`, for columns that align on the decimal point. */
  readonly padded?: boolean;
}

const MINUS = "−";
const ENGLISH_SCALES: readonly (readonly [Decimal, string])[] = [
  [new Decimal("1e12"), "trillion"],
  [new Decimal("1e9"), "billion"],
  [new Decimal("1e6"), "million"],
];

/**
 * A number with grouped digits and a true minus sign, e.g. "−1,234.5". Trailing zeros are removed and not added, unless
 * `padded`: 402 stays 402, 29.50 becomes 29.5. NaN and infinity are "—".
 */
export function formatNumber(value: Decimal.Value, options: FormatOptions = {}): string {
  const number = rounded(new Decimal(value), options);
  if (!number.isFinite()) return "—";
  const digits = options.padded ? number.abs().toFixed(options.precision) : number.abs().toFixed();
  const [whole = "0", decimals] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = number.isNegative() && !number.isZero() ? MINUS : "";
  return `${sign}${grouped}${decimals === undefined ? "" : `.${decimals}`}`;
}

function rounded(value: Decimal, options: FormatOptions): Decimal {
  if (options.precision === undefined || !value.isFinite()) return value;
  return value.toDecimalPlaces(options.precision, Decimal.ROUND_HALF_UP);
}

/**
 * A value with its unit. Chinese uses the printed unit: 402亿元, 第2位, 2.5个百分点. English spells the scale out:
 * CNY 40.2 billion, 1 million m², 2nd, 2.5 pp, and leaves a bare count bare (88个 → 88). The metric's own English unit
 * comes before that of the table: 30所 → 30 schools. Rounding happens in the printed unit, so both languages show the
 * same amount. A unit without known English follows the number unchanged.
 */
export function formatMeasure(
  value: Decimal.Value,
  printed: PrintedUnit,
  language: FormatLanguage,
  options: FormatOptions = {},
): string {
  const number = new Decimal(value);
  const found = findEnglishUnit(printed);
  if (!number.isFinite()) return "—";
  if (language === "zh-CN") return chineseMeasure(number, printed.unit, options);
  if (found === null) return `${formatNumber(number, options)} ${printed.unit}`;
  return englishMeasure(number, found, options);
}

function chineseMeasure(value: Decimal, unit: string, options: FormatOptions): string {
  const digits = formatNumber(value, options);
  if (unit === "位") return `第${digits}位`;
  return unit === "百分点" ? `${digits}个百分点` : `${digits}${unit}`;
}

function englishMeasure(value: Decimal, unit: EnglishUnit, options: FormatOptions): string {
  if (unit.form === "ordinal") return ordinal(value, options);
  const digits =
    unit.scale.eq(1) && unit.form !== "currency" ? formatNumber(value, options) : spelled(value, unit, options);
  switch (unit.form) {
    case "currency":
      return `${unit.word} ${digits}`;
    case "suffix":
      return `${digits} ${value.abs().eq(1) && unit.scale.eq(1) ? toSingular(unit.word) : unit.word}`;
    case "tight-suffix":
      return `${digits}${unit.word}`;
    case "bare":
      return digits;
  }
}

/** The full number in English scale words: 402 in 亿 is "40.2 billion", 3 in 万 is "30,000". */
function spelled(value: Decimal, unit: EnglishUnit, options: FormatOptions): string {
  const full = rounded(value, options).times(unit.scale);
  for (const [size, word] of ENGLISH_SCALES) {
    if (full.abs().gte(size)) return `${formatNumber(full.div(size))} ${word}`;
  }
  return formatNumber(full);
}

function ordinal(value: Decimal, options: FormatOptions): string {
  const digits = formatNumber(value, options);
  if (!value.isInteger() || value.lt(1)) return digits;
  const lastTwo = value.mod(100).toNumber();
  const last = lastTwo % 10;
  if (lastTwo >= 11 && lastTwo <= 13) return `${digits}th`;
  return `${digits}${last === 1 ? "st" : last === 2 ? "nd" : last === 3 ? "rd" : "th"}`;
}

/**
 * The unit alone, for a header over bare numbers: 亿元 / "CNY 100 million", 万平方米 / "10,000 m²", 个 / "number",
 * or the metric's own English unit. An empty or unknown unit is unchanged.
 */
export function formatUnit(printed: PrintedUnit, language: FormatLanguage): string {
  const found = findEnglishUnit(printed);
  if (language === "zh-CN" || found === null || (printed.unit === "" && printed.unitEn === null)) return printed.unit;
  if (found.scale.eq(1)) return found.header;
  const scale = spelled(new Decimal(1), found, {});
  if (found.form === "currency") return `${found.word} ${scale}`;
  return found.form === "bare" ? scale : `${scale} ${found.header}`;
}

export interface MeasureScale {
  /** The factor for a value in the printed unit. A power of ten, so that round ticks stay round. */
  readonly factor: number;
  /** The unit of the product: "CNY billion", "million m²", 亿元. */
  readonly label: string;
}

/**
 * The unit in which bare numbers up to `largest` are read most easily, the one that formatMeasure() writes in words.
 * Chinese uses the printed unit. An empty or unknown unit is unchanged.
 * @param largest in the printed unit; its sign does not matter.
 */
export function measureScale(largest: Decimal.Value, printed: PrintedUnit, language: FormatLanguage): MeasureScale {
  const found = findEnglishUnit(printed);
  if (language === "zh-CN" || found === null || (found.scale.eq(1) && found.form !== "currency")) {
    return { factor: 1, label: formatUnit(printed, language) };
  }
  const full = new Decimal(largest).abs().times(found.scale);
  const [size, word] = ENGLISH_SCALES.find(([one]) => full.gte(one)) ?? [new Decimal(1), ""];
  const parts =
    found.form === "currency" ? [found.word, word] : [word, found.form === "bare" && word !== "" ? "" : found.header];
  return { factor: found.scale.div(size).toNumber(), label: parts.filter(Boolean).join(" ") };
}

/** Percentage points with their sign: "+5个百分点" / "+5 pp". At most `precision` decimals (1). 0 has no sign. */
export function formatPoints(points: Decimal.Value, language: FormatLanguage, options: FormatOptions = {}): string {
  const digits = formatNumber(points, { precision: 1, ...options });
  const sign = digits.startsWith(MINUS) || /^[0.—]*$/.test(digits) ? "" : "+";
  return `${sign}${digits}${language === "zh-CN" ? "个百分点" : " pp"}`;
}

/**
 * A ratio (1 = 100 %) as a percentage of at most `precision` decimals (1). A ratio below 1 never rounds up to
 * 100 %: 0.99996 is "99.9%", so that nothing incomplete looks complete.
 */
export function formatRatio(ratio: Decimal.Value, options: FormatOptions = {}): string {
  const settings = { precision: 1, ...options };
  const percent = new Decimal(ratio).times(100);
  const nearly = percent.lt(100) && rounded(percent, settings).gte(100);
  return `${formatNumber(nearly ? percent.toDecimalPlaces(settings.precision, Decimal.ROUND_DOWN) : percent, settings)}%`;
}
