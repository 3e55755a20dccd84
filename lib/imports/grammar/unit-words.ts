// The unit that follows a number: 亿元, 万平方米, per cent, million, the noun that is counted.

/** Chinese units without a scale. The longest match wins, so their order does not matter. */
const HAN_UNITS =
  "个百分点 百分点 个工作日 工作日 个月 个小时 小时 分钟 秒 天 日 周 岁 年 个 家 项 条 件 次 场 座 所 台 辆 人次 人 名 户 步 元 美元 欧元 港元 日元 英镑 人民币 " +
  "平方米 平方公里 平方千米 公顷 亩 公里 千米 米 里 立方米 方 吨标准煤 吨标煤 吨 千克 公斤 克 升 斤 千瓦时 度 千瓦 兆瓦 吉瓦 瓦 千伏安 千伏 标准箱 标箱 微克/立方米 毫克/立方米 微克每立方米 " +
  "毫克/升 毫升 分贝 分 位 张床位 张 处 片 盏 棵 株 头 只 羽 艘 列 班 趟 孔 口 眼 站 对 组 套 幢 栋 间 支 部 篇 本 册 门 批次 批 起 例 笔 单 宗 份 枚 块 根 道 类 种 " +
  "款 架次 班次 车次 架 床 倍 番 节 课时 学时 亿次 条次 项次 户次 册次 辆次 吨公里 人公里 人日 PB MW GW kW kWh TWh GWh km m² 平米 ㎡ 公里/小时 吨/日 吨/年 立方米/日 吨/天 立方米/天 " +
  "元/人 元/亩 元/平方米 米/人 件/万人 人/万人 元/月 元/年 元/天 P EFLOPS Gbps Mbps ℃ 摄氏度 % ‰";

function alternatives(words: string): string {
  const sorted = words.split(" ").sort((one, other) => other.length - one.length);
  return sorted.map((word) => word.replace(/[/]/g, "\\$&")).join("|");
}

/** Between a number and its unit; a unit is on the line of its number. */
const SPACE = "[ \\t\\u00a0\\u3000]";
const SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百(?!分)";
/** Words that start with a unit's sign and are none: 人工智能, 户籍, 年度, 分公司 … after a bare number. */
const NOT_UNIT =
  "(?!项目(?!标)|人工|人口|人均|户籍|年级|年代|分之|分别|分公司|个性|个人|部门|道路|门户|班子|组织|套餐|级|方面|类型|单位|位于|位居|里程|日前|点)";
const HAN_UNIT = new RegExp(
  `${SPACE}?(余|多)?(${SCALE})?(余|多)?(?:${SPACE}?${NOT_UNIT}(${alternatives(HAN_UNITS)})(?![A-Za-z]))?(余)?`,
  "y",
);

export interface WrittenUnit {
  /** As written with its scale, in its usual spelling; "" for a bare number. */
  readonly unit: string;
  readonly end: number;
  /** 余, 多: 20余个 is more than 20. */
  readonly more: string | null;
}

/** The Chinese or symbolic unit at the offset; null where there is none. */
export function hanUnitAt(text: string, at: number): WrittenUnit | null {
  HAN_UNIT.lastIndex = at;
  const match = HAN_UNIT.exec(text);
  if (match === null) return null;
  const [all, before, scale = "", between, stem = "", after] = match;
  if (scale === "" && stem === "") return null;
  const more = before ?? between ?? after ?? null;
  return { unit: usualSpelling(`${scale}${stem}`), end: at + all.length, more };
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/平米|㎡|m²/, "平方米"],
  [/平方千米/, "平方公里"],
  [/千米|km/, "公里"],
  [/^百分点$/, "个百分点"],
  [/张床位/, "张"],
  [/微克每立方米/, "微克/立方米"],
  [/标准箱/, "标箱"],
];

function usualSpelling(unit: string): string {
  return SPELLINGS.reduce((spelled, [pattern, usual]) => spelled.replace(pattern, usual), unit);
}

const ENGLISH_SCALE = /[ -]?(million|billion|trillion|thousand|bn|mn?|k)\b/iy;
const ENGLISH_SCALES: Readonly<Record<string, string>> = { bn: "billion", m: "million", mn: "million", k: "thousand" };
const PERCENT = /[ \t\u00a0\u3000]?(%|‰|per ?cent\b)(?: (points?)\b)?|[ -](percentage[ -]points?|pp)\b/iy;

/** A scale word, a percent sign or percentage points at the offset; null where there is none. */
export function englishMeasureAt(text: string, at: number, hasCurrency: boolean): WrittenUnit | null {
  PERCENT.lastIndex = at;
  const percent = PERCENT.exec(text);
  if (percent !== null) {
    const isPoints = percent[2] !== undefined || percent[3] !== undefined;
    const unit = isPoints ? "percentage points" : percent[1] === "‰" ? "‰" : "%";
    return { unit, end: at + percent[0].length, more: null };
  }
  ENGLISH_SCALE.lastIndex = at;
  const scale = ENGLISH_SCALE.exec(text);
  const word = scale?.[1]?.toLowerCase() ?? "";
  // 5m is five metres unless it is money.
  if (scale === null || (word.length <= 2 && word !== "bn" && !hasCurrency)) return null;
  return { unit: ENGLISH_SCALES[word] ?? word, end: at + scale[0].length, more: null };
}

const STOP_WORDS = new Set(
  (
    "of in to for by who whom whose that which on with at and or are is was were be been being have has had will would shall should can could may must per from " +
    "more than as into across over under between during within through until before after since each every the a an their its our this these those while when where if but so not than " +
    "increase decrease reduction fall rise drop cut growth better worse higher lower up down because waiting living using wait live use"
  ).split(" "),
);
const IRREGULAR_PLURALS =
  /^(?:people|children|women|men|staff|police|hectares?|tonnes?|households?|homes?|megatonnes?|GW|MW|TWh|GWh|MWh|MtCO2e|Mt|kt|km|km²|kilometres?|miles?|ha|ktCO2e|µg\/m³)$/i;
const MOST_WORDS = 7;
const WORD = /[ -]([A-Za-z][A-Za-z0-9²³/µ'’-]*)(,?)/y;

/**
 * The English noun that is counted: the last plural of the noun phrase after the number (150 major infrastructure
 * projects → projects). The full-time equivalents keep their adjective.
 */
export function englishNounAt(text: string, at: number): WrittenUnit | null {
  let found: WrittenUnit | null = null;
  let next = at;
  for (let count = 0; count < MOST_WORDS; count += 1) {
    WORD.lastIndex = next;
    const match = WORD.exec(text);
    const word = match?.[1] ?? "";
    // 200,000 more people; not 5% more than.
    const isMore = count === 0 && /^ more (?!than\b)/i.test(text.slice(next, next + 12));
    if (
      match === null ||
      (STOP_WORDS.has(word.toLowerCase()) && !isMore) ||
      (found !== null && /(?:ed|ing|ly)$/.test(word))
    )
      break;
    next += match[0].length;
    if (/[^su'’]s$/.test(word) || IRREGULAR_PLURALS.test(word)) {
      const end = next - (match[2]?.length ?? 0);
      const unit =
        word === "equivalents" && /full-time equivalents$/.test(text.slice(at, end))
          ? `full-time ${word}`
          : /^\Wworking days$/.test(text.slice(at, end))
            ? "working days"
            : word;
      found = { unit, end, more: null };
    }
    if (match[2] === ",") break;
  }
  return found;
}

const RATE =
  /^[^.;,]{0,40}?\b(?:per|a|each|every) (year|month|week|day|hour|annum)\b(?! (?:ago|earlier|before))|^[^.;,]{0,40}?\bannually\b/i;

/** " per year" where the figure is one of each year, month or day. */
export function englishRate(after: string): string {
  const match = RATE.exec(after);
  if (match === null) return "";
  const period = match[1]?.toLowerCase() ?? "year";
  return ` per ${period === "annum" ? "year" : period}`;
}
