// Units with and without their scale: 万元 is 元 times 10,000; converts between scales of one unit.
import { Decimal } from "decimal.js";
import { ENGLISH_SCALES } from "@/lib/domain/units/typed-unit";
import { convertMeasure } from "@/lib/domain/units/units";

const SPELLINGS: Readonly<Record<string, string>> = {
  千米: "公里",
  km: "公里",
  平米: "平方米",
  平方: "平方米",
  m2: "平方米",
  m3: "立方米",
  公斤: "千克",
  kg: "千克",
  "μg/m3": "微克/立方米",
  "ug/m3": "微克/立方米",
  名次: "位",
  名: "位",
  percent: "%",
  "per cent": "%",
  pct: "%",
  百分比: "%",
  days: "天",
  百分点: "百分点",
  个百分点: "百分点",
};

/** The unit in its usual spelling: ㎡ and 平米 are 平方米, km 公里. 名 counts people except after a place. */
export function usualUnit(written: string): string {
  const plain = written
    .normalize("NFKC")
    .replaceAll("µ", "μ")
    .replace(/^(\S+)\((\S+)\)$/u, "$1")
    .trim();
  const lower = plain.toLowerCase();
  if (plain === "名") return plain;
  for (const scale of ["亿", "千万", "百万", "十万", "万"]) {
    const stem = lower.startsWith(scale) ? SPELLINGS[lower.slice(scale.length)] : undefined;
    if (stem !== undefined) return `${scale}${stem}`;
  }
  return SPELLINGS[lower] ?? plain;
}

const SCALES: readonly (readonly [word: string, factor: string])[] = [
  ["万亿", "1e12"],
  ["千亿", "1e11"],
  ["百亿", "1e10"],
  ["亿", "1e8"],
  ["千万", "1e7"],
  ["百万", "1e6"],
  ["十万", "1e5"],
  ["万", "1e4"],
];
const SCALES_IN_CELLS: Readonly<Record<string, string>> = {
  ...ENGLISH_SCALES,
  k: "1e3",
  m: "1e6",
  mn: "1e6",
  bn: "1e9",
};
const MONEY: Readonly<Record<string, string>> = {
  cny: "元",
  rmb: "元",
  "¥": "元",
  usd: "美元",
  us$: "美元",
  $: "美元",
  "£": "英镑",
  gbp: "英镑",
  eur: "欧元",
  "€": "欧元",
};

interface Scaled {
  readonly stem: string;
  readonly factor: Decimal;
  /** A scale alone, as in 1.2万. */
  readonly isBare: boolean;
}

function scaleOf(unit: string): Scaled {
  const plain = usualUnit(unit);
  const lower = plain.toLowerCase();
  const money = lower.match(/^(cny|rmb|¥|usd|us\$|\$|£|gbp|eur|€)\s*(k|thousand|m|mn|million|bn|billion)?$/u);
  if (money !== null)
    return {
      stem: MONEY[money[1] ?? ""] ?? "",
      factor: new Decimal(SCALES_IN_CELLS[money[2] ?? ""] ?? 1),
      isBare: false,
    };
  const english = lower.match(/^(k|thousand|m|mn|million|bn|billion)(?:\s+(\S.*))?$/u);
  if (english !== null && (english[2] !== undefined || lower.length > 1)) {
    return {
      stem: english[2] ?? "",
      factor: new Decimal(SCALES_IN_CELLS[english[1] ?? ""] ?? 1),
      isBare: english[2] === undefined,
    };
  }
  for (const [word, factor] of SCALES) {
    if (plain.startsWith(word))
      return { stem: plain.slice(word.length), factor: new Decimal(factor), isBare: plain === word };
  }
  return { stem: plain, factor: new Decimal(1), isBare: false };
}

const COUNTS: readonly string[] = [
  "",
  "个",
  "家",
  "项",
  "条",
  "件",
  "次",
  "场",
  "座",
  "所",
  "台",
  "辆",
  "处",
  "number",
];

/** The value in another unit; null if the units measure different things. */
export function convertValue(value: number, from: string, to: string): number | null {
  if (usualUnit(from) === usualUnit(to)) return value;
  const [one, other] = [scaleOf(from), scaleOf(to)].map((part) => ({
    ...part,
    stem: ENGLISH_STEMS[part.stem.toLowerCase()] ?? part.stem,
  })) as [Scaled, Scaled];
  const alike = one.stem === other.stem || one.isBare || (COUNTS.includes(one.stem) && COUNTS.includes(other.stem));
  if (alike) return new Decimal(value).times(one.factor).div(other.factor).toNumber();
  return convertMeasure(new Decimal(value), usualUnit(from), usualUnit(to))?.toNumber() ?? null;
}

/** The unit of a cell in a column: 1.2万 in a 个 column is 万个, 3.5亿元 in 万元 is 亿元, a bare number takes the column's. */
export function joinUnits(cell: string, column: string | null): string {
  const written = usualUnit(cell);
  if (written === "") return column ?? "";
  const scaled = scaleOf(written);
  if (!scaled.isBare || column === null || column === "") return written;
  const stem = scaleOf(column).stem;
  return `${written}${stem}`;
}

const ENGLISH_STEMS: Readonly<Record<string, string>> = {
  number: "个",
  count: "个",
  "no.": "个",
  persons: "人",
  people: "人",
  person: "人",
  households: "户",
  visits: "人次",
  teu: "标箱",
  tonnes: "吨",
  t: "吨",
  ha: "公顷",
  "% change": "%",
};
const HAN_SCALES: readonly (readonly [factor: number, word: string])[] = [
  [1e8, "亿"],
  [1e4, "万"],
];

/**
 * A unit written in English in the spelling of the unit table, with the factor for its values: CNY bn → 亿元 (10),
 * 50,000 persons → 万人 (0.0001). Other units stay as written.
 */
export function hanUnit(unit: string, size: number): { readonly unit: string; readonly factor: number } {
  const written = unit.trim().toLowerCase();
  const same = { unit, factor: 1 };
  if (!/^[a-z¥£$€%]/u.test(written)) return same;
  const { stem, factor } = scaleOf(unit);
  const isMoney = /^(?:元|美元)$/u.test(stem);
  const han = isMoney ? stem : ENGLISH_STEMS[stem.toLowerCase()];
  if (han === undefined || han === "") return same;
  if (han === "标箱" && factor.eq(1e6)) return { unit: "百万标箱", factor: 1 };
  const isScaled =
    isMoney || (["人", "户", "人次", "吨"].includes(han) && Math.abs(size) * factor.toNumber() >= 1e4) || !factor.eq(1);
  const scale = isScaled ? HAN_SCALES.find(([one]) => Math.abs(size) * factor.toNumber() >= one) : undefined;
  return scale === undefined
    ? { unit: han, factor: factor.toNumber() }
    : { unit: `${scale[1]}${han}`, factor: factor.div(scale[0]).toNumber() };
}
