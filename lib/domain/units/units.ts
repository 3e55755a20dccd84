// The printed units of commitments, their dimensions, and conversion between scales of one dimension.
import { Decimal } from "decimal.js";

/** The position of a unit in English: before the number, after it, as an ordinal, or omitted (88个 → 88). */
type EnglishForm = "currency" | "suffix" | "tight-suffix" | "ordinal" | "bare";

/** A unit without its 万 or 亿. */
interface Stem {
  readonly dimension: string;
  /** Size in the dimension's base unit, as a fraction: a 亩 is 2000/3 m². */
  readonly size: readonly [numerator: string, denominator: string];
  readonly form: EnglishForm;
  /** The word next to the number, e.g. "m²" or "CNY"; unused when the form is bare or ordinal. */
  readonly word: string;
  /** The word in a column's header. */
  readonly header: string;
}

export interface Unit {
  /** As printed, e.g. 亿元. */
  readonly symbol: string;
  /** Only units of one dimension convert into each other; money in different currencies does not. */
  readonly dimension: string;
  readonly form: EnglishForm;
  readonly word: string;
  readonly header: string;
  /** The factor of the Chinese scale: 万 10,000, 亿 100,000,000. */
  readonly scale: Decimal;
  readonly sizeNumerator: Decimal;
  readonly sizeDenominator: Decimal;
}

function stem(form: EnglishForm, dimension: string, word: string, size = "1", per = "1", header = word): Stem {
  return { dimension, size: [size, per], form, word, header };
}

const COUNT = "count of ";

function counted(classifier: string, header: string): [string, Stem] {
  return [classifier, stem("bare", `${COUNT}${classifier}`, "", "1", "1", header)];
}

function noun(classifier: string, word: string): [string, Stem] {
  return [classifier, stem("suffix", `${COUNT}${classifier}`, word)];
}

const STEMS: ReadonlyMap<string, Stem> = new Map([
  counted("", "number"),
  counted("个", "number"),
  counted("家", "organisations"),
  counted("项", "items"),
  counted("条", "items"),
  counted("件", "items"),
  counted("次", "times"),
  counted("场", "events"),
  counted("座", "number"),
  counted("所", "number"),
  counted("台", "number"),
  counted("辆", "vehicles"),
  noun("人", "people"),
  noun("名", "people"),
  noun("人次", "visits"),
  noun("户", "households"),
  noun("步", "steps"),
  noun("个节点", "steps"),
  noun("天", "days"),
  noun("工作日", "working days"),
  noun("月", "months"),
  noun("小时", "hours"),
  noun("分钟", "minutes"),
  noun("倍", "times"),
  noun("标箱", "TEU"),
  noun("标准箱", "TEU"),
  noun("床位", "beds"),
  noun("张床位", "beds"),
  counted("套", "units"),
  counted("处", "sites"),
  counted("起", "cases"),
  counted("例", "cases"),
  counted("宗", "cases"),
  counted("栋", "buildings"),
  counted("幢", "buildings"),
  counted("村", "villages"),
  counted("艘", "ships"),
  counted("架次", "flights"),
  counted("株", "trees"),
  counted("头", "animals"),
  counted("种", "kinds"),
  counted("批", "batches"),
  counted("份", "documents"),
  counted("篇", "papers"),
  counted("册", "copies"),
  ["元", stem("currency", "CNY", "CNY")],
  ["美元", stem("currency", "USD", "USD")],
  ["欧元", stem("currency", "EUR", "EUR")],
  ["港元", stem("currency", "HKD", "HKD")],
  ["%", stem("tight-suffix", "percent", "%")],
  ["‰", stem("tight-suffix", "percent", "‰", "1", "10")],
  ["百分点", stem("suffix", "percentage points", "pp")],
  ["个百分点", stem("suffix", "percentage points", "pp")],
  ["平方米", stem("suffix", "area", "m²")],
  ["公顷", stem("suffix", "area", "ha", "10000")],
  ["平方公里", stem("suffix", "area", "km²", "1000000")],
  ["亩", stem("suffix", "area", "mu", "2000", "3")],
  ["米", stem("suffix", "length", "m")],
  ["公里", stem("suffix", "length", "km", "1000")],
  ["立方米", stem("suffix", "volume", "m³")],
  ["千克", stem("suffix", "mass", "kg")],
  ["吨", stem("suffix", "mass", "t", "1000")],
  ["公斤", stem("suffix", "mass", "kg")],
  ["克", stem("suffix", "mass", "g", "1", "1000")],
  ["毫克", stem("suffix", "mass", "mg", "1", "1000000")],
  ["微克", stem("suffix", "mass", "µg", "1", "1000000000")],
  ["毫米", stem("suffix", "length", "mm", "1", "1000")],
  ["升", stem("suffix", "volume", "L", "1", "1000")],
  ["标方", stem("suffix", "standard volume", "Nm³")],
  ["标准立方米", stem("suffix", "standard volume", "Nm³")],
  ["千克标准煤", stem("suffix", "standard coal", "kgce")],
  ["吨标准煤", stem("suffix", "standard coal", "tce", "1000")],
  ["吨二氧化碳", stem("suffix", "carbon dioxide", "tCO₂")],
  ["千瓦", stem("suffix", "power", "kW")],
  ["兆瓦", stem("suffix", "power", "MW", "1000")],
  ["千瓦时", stem("suffix", "energy", "kWh")],
  ["分贝", stem("suffix", "sound level", "dB")],
  ["分", stem("suffix", "score", "points")],
  ["位", stem("ordinal", "place", "", "1", "1", "place")],
]);

const SCALES: ReadonlyMap<string, Decimal> = new Map([
  ["万亿", new Decimal("1e12")],
  ["千亿", new Decimal("1e11")],
  ["百亿", new Decimal("1e10")],
  ["十亿", new Decimal("1e9")],
  ["亿", new Decimal("1e8")],
  ["千万", new Decimal("1e7")],
  ["百万", new Decimal("1e6")],
  ["十万", new Decimal("1e5")],
  ["万", new Decimal("1e4")],
]);

/** 个工作日 is 工作日: the classifier says nothing more. */
function stemOf(symbol: string): Stem | undefined {
  return STEMS.get(symbol) ?? (symbol.length > 1 && symbol.startsWith("个") ? STEMS.get(symbol.slice(1)) : undefined);
}

/**
 * The unit written as `symbol`: a known stem, alone or after 万, 百万, 亿, 万亿 …, or two of them as a rate
 * (千克标准煤/万元); null when it is not in the table.
 */
export function findUnit(symbol: string): Unit | null {
  const [over, under, ...more] = symbol.split("/");
  if (over !== undefined && under !== undefined) return more.length > 0 ? null : rateOf(symbol, over, under);
  const plain = stemOf(symbol);
  if (plain !== undefined) return unitOf(symbol, plain, new Decimal(1));
  for (const [prefix, scale] of SCALES) {
    const scaled = symbol.startsWith(prefix) ? stemOf(symbol.slice(prefix.length)) : undefined;
    if (scaled !== undefined && scaled.form !== "ordinal" && scaled.form !== "tight-suffix") {
      return unitOf(symbol, scaled, scale);
    }
  }
  return null;
}

/** The factor of the Chinese scale before a word that is not in the table: 10,000 for 万所, 1 for 所. */
export function scaleOf(symbol: string): Decimal {
  const scaled = [...SCALES].find(([prefix]) => symbol.startsWith(prefix));
  return scaled?.[1] ?? new Decimal(1);
}

/** What a rate is counted on: "CNY 10,000", "10,000 people". */
function underWord({ word, header, form, scale }: Unit): string {
  const size = scale.eq(1) ? "" : `${scale.toNumber().toLocaleString("en")}`;
  return (form === "currency" ? [word, size] : [size, word === "" ? header : word]).filter(Boolean).join(" ");
}

/** A rate of two known units, such as kgce/CNY 10,000; money per something has no short English form. */
function rateOf(symbol: string, over: string, under: string): Unit | null {
  const [one, other] = [over === "" ? null : findUnit(over), under === "" ? null : findUnit(under)];
  if (one === null || other === null || one.form !== "suffix" || other.form === "ordinal") return null;
  const word = `${one.word}/${underWord(other)}`;
  return {
    ...one,
    symbol,
    dimension: `${one.dimension} per ${other.dimension}`,
    word,
    header: word,
    sizeNumerator: one.sizeNumerator.times(other.sizeDenominator),
    sizeDenominator: one.sizeDenominator.times(other.sizeNumerator),
  };
}

function unitOf(symbol: string, found: Stem, scale: Decimal): Unit {
  return {
    symbol,
    dimension: found.dimension,
    form: found.form,
    word: found.word,
    header: found.header,
    scale,
    sizeNumerator: scale.times(found.size[0]),
    sizeDenominator: new Decimal(found.size[1]),
  };
}

/** Whether the unit counts things (个, 万人), so that only a net change can be below zero. */
export function isCountUnit(symbol: string): boolean {
  return !symbol.includes("/") && (findUnit(symbol)?.dimension.startsWith(COUNT) ?? false);
}

/**
 * Whether a number in one unit is the same number in the other: equal size in one dimension. Words for counts (个 家 项 …)
 * are interchangeable. A unit that is not in the table equals only itself.
 */
export function isSameMeasure(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [findUnit(one), findUnit(other)];
  if (first === null || second === null) return false;
  const areCounts = first.form === "bare" && second.form === "bare";
  if (!areCounts && first.dimension !== second.dimension) return false;
  return first.sizeNumerator.times(second.sizeDenominator).equals(second.sizeNumerator.times(first.sizeDenominator));
}

/** More digits than any measure has, so that only a conversion without an exact result is rounded. */
export const Exact = Decimal.clone({ precision: 120 });

/** Whether 万 or "million" may stand before the unit: not before percentages and places. */
export function takesScale(symbol: string): boolean {
  return !["percent", "percentage points", "place"].includes(findUnit(symbol)?.dimension ?? "");
}

/**
 * Converts `value` from `source` to `unit`: 350亿元 in 万元 is 3500000. A scale alone (350亿) uses the stem of `unit`. Null
 * when the units have different dimensions or `source` is not in the table. A result without a finite decimal form (1亩
 * in 平方米) has 120 digits.
 */
export function convertMeasure(value: Decimal, source: string, unit: string): Decimal | null {
  if (source === unit) return value;
  const [from, to] = [findUnit(source), findUnit(unit)];
  if (from === null || to === null) return null;
  const exact = new Exact(value.toFixed());
  if (SCALES.has(source)) {
    return takesScale(unit) ? new Decimal(exact.times(from.scale).div(to.scale)) : null;
  }
  const areCounts = from.form === "bare" && to.form === "bare";
  if (!areCounts && from.dimension !== to.dimension) return null;
  const size = exact.times(from.sizeNumerator).times(to.sizeDenominator);
  return new Decimal(size.div(new Exact(to.sizeNumerator).times(from.sizeDenominator)));
}
