// Words around a number that decide its comparator and its form: 不少于, 以上, at least, 增长, reduced by.
import type { Comparator } from "@/lib/domain/targets/types";

export type Form = "level" | "growth" | "change" | "gap" | "rank";

type Words = readonly (readonly [RegExp, Comparator])[];

/** Before the number, at the end of the text read so far. The first match wins: 不超过 comes before 超过. */
const BEFORE: Words = [
  [/(?:不少于|不低于|不小于|不得?(?:少|低)于|至少|最少|最低|不下于|不弱于|≥|>=|≧|⩾)$/, "at-least"],
  [/(?:不超过|不高于|不大于|不多于|不得?(?:超过|高于)|未超过|至多|最多|最高|≤|<=|≦|⩽)$/, "at-most"],
  [/(?:超过|超出|超|突破|逾|大于|高于|多于|>)$/, "more-than"],
  [/(?:低于|少于|小于|不足|不到|不满|<)$/, "less-than"],
  [/(?:大约|大概|约为|约|接近|将近|(?<!附|最|相|邻|临|远)近)$/, "about"],
  [/控制在$/, "at-most"],
  [/\b(?:at least|(?:no|not) (?:less|fewer|lower) than|a minimum of|minimum|not below|not under)$/i, "at-least"],
  [
    /\b(?:(?:no|not) (?:more|longer|greater|higher) than|at most|up to|a maximum of|maximum|not (?:over|above|exceed(?:ing)?)|capped at|limited to)$/i,
    "at-most",
  ],
  [
    /\b(?:more than|greater than|higher than|longer than|in excess of|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|upwards of)$/i,
    "more-than",
  ],
  [/\b(?:less than|fewer than|lower than|shorter than|under|below)$/i, "less-than"],
  [/\bwithin$/i, "at-most"],
  [/(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|close to|or so)|~|≈)$/i, "about"],
];

/** After the number and its unit. */
const AFTER: Words = [
  [/^\s?(?:及|或|\(含\)|（含）)?以上/, "at-least"],
  [/^\s?(?:及|或|\(含\)|（含）)?(?:以内|之内|以下|内(?![部外容在涵需蒙河陆]))/, "at-most"],
  [/^\s?(?:左右|上下)/, "about"],
  [/^\s?(?:\+|(?:or|and) (?:more|above|higher|greater|better|over)\b|plus\b)/i, "at-least"],
  [/^\s?(?:or|and) (?:less|fewer|below|lower|under)\b/i, "at-most"],
  [/^\s?(?:or so\b)/i, "about"],
];

/** Words between a comparator or a verb and its number that change neither. */
const CONNECTOR =
  /(?:达到了?|达成|达|完成|实现|保持在?|稳定在|维持在|控制|稳定|为|在|是|以|共|共计|总计|合计|力争|确保|争取|预计|努力|分别|累计|同比|年均|平均|每年|各|均|都|再|将|拟|[:：]|\b(?:the|a|an|by|to|of|at|is|are|be|was|were|reach(?:ed|es|ing)?|total of|record|only|just|well|currently|approximately equal to|some)|[£$€¥]|NZ\$|US\$|A\$|CNY|RMB|GBP|USD|人民币|\s)$/i;
const MOST_STRIPS = 12;

export interface WordsBefore {
  /** The first offset of the words read. */
  readonly at: number;
  readonly comparator: Comparator | null;
  readonly words: readonly string[];
}

/** Reads backwards from the number over connectors and comparators, not past `from`. */
export function readBefore(text: string, from: number, at: number): WordsBefore {
  let comparator: Comparator | null = null;
  const words: string[] = [];
  let end = at;
  for (let count = 0; count < MOST_STRIPS; count += 1) {
    const rest = text.slice(Math.max(from, end - 24), end);
    const trimmed = rest.trimEnd();
    const found = BEFORE.map(([pattern, name]) => ({ match: pattern.exec(trimmed), name })).find(({ match }) => match);
    if (found?.match) {
      // The word next to the number wins: 控制在不超过 5% is at most.
      if (comparator === null) comparator = found.name;
      words.unshift(found.match[0]);
      end -= rest.length - found.match.index;
      continue;
    }
    const connector = CONNECTOR.exec(rest);
    if (connector === null || connector[0] === "") break;
    end -= connector[0].length;
  }
  return { at: end, comparator, words };
}

/** The comparator words right after the number and its unit, and where they end. */
export function readAfter(text: string, at: number): { comparator: Comparator; word: string; end: number } | null {
  const rest = text.slice(at, at + 16);
  for (const [pattern, comparator] of AFTER) {
    const match = pattern.exec(rest);
    if (match !== null) return { comparator, word: match[0].trim(), end: at + match[0].length };
  }
  return null;
}

const RISE = "增长|增加|增幅|增速|增长率|涨幅|提高|提升|上升|上涨|递增|扩大|增值|净增|提速|增";
const FALL = "下降|降低|减少|降幅|下降率|下滑|压减|压缩|缩短|削减|回落|收窄|下跌|缩小|降|减";
const VERB = new RegExp(`(${RISE}|${FALL})(?:了|率|比例|幅度|速度|目标)?$`);
const FALLS = new RegExp(`^(?:${FALL})$`);
/** Not 增加值, 新增, 自然增长率: names of levels. */
const LEVEL_NAMES = /(?:新增|自然增长率|死亡率下降率)$/;

export interface Course {
  readonly direction: "up" | "down";
  readonly word: string;
  readonly at: number;
}

/** The verb or noun of growth that ends at the offset: 同比增长, 降幅, cut emissions by. */
export function readCourse(text: string, from: number, at: number): Course | null {
  const rest = text.slice(Math.max(from, at - 90), at);
  const trimmed = rest.trimEnd();
  const match = VERB.exec(trimmed);
  if (match !== null && !LEVEL_NAMES.test(trimmed)) {
    const word = match[1] ?? "";
    return { direction: FALLS.test(word) ? "down" : "up", word, at: at - rest.length + match.index };
  }
  return null;
}

const EN_RISE =
  "increas|ris|rose|grow|grew|growth|boost|rais|improv|expand|(?<=(?:^|[,;(]|is|was|were) ?)up\\b|higher|more|better|gain";
const EN_FALL =
  "reduc|cut|fall|fell|decreas|drop|declin|lower|shrink|(?<=(?:^|[,;(]|is|was|were) ?)down\\b|fewer|less\\b|slash|halv";
const EN_BY = new RegExp(`\\b(${EN_RISE}|${EN_FALL})[a-z]*\\b[^.;:]{0,70}?\\bby\\s*$`, "i");
const EN_OF = /\b(increas|ris|growth|boost|improv|expan|gain|reduc|cut|fall|decreas|drop|declin)[a-z]*\s+of\s*$/i;
const EN_DIRECT = new RegExp(`\\b(${EN_RISE}|${EN_FALL})[a-z]*\\s*$`, "i");
const EN_AFTER = new RegExp(
  `^[- ](?:year-on-year |annual |real-terms |net |overall )?(${EN_RISE}|${EN_FALL})[a-z]*\\b`,
  "i",
);
const EN_FALLS = new RegExp(`^(?:${EN_FALL})$`, "i");

function courseAhead(before: string, linked: string): RegExpExecArray | null {
  if (/\bof\b/i.test(linked)) return EN_OF.exec(`${before} of`);
  if (/\bby\b/i.test(linked)) return EN_BY.exec(`${before} by`);
  return /\bto\b/i.test(linked) ? null : EN_DIRECT.exec(before);
}

/**
 * English growth: "reduce emissions by 30%" (`before` ends with "by"), "growth of 0.5%", "15% reduction", "20,000 fewer".
 * `before` ends at the comparator words, `linked` says whether "by" or "of" stood among them.
 */
export function readEnglishCourse(before: string, linked: string, after: string): Omit<Course, "at"> | null {
  if (/^ below (?:the )?(?:19|20)\d\d\b/.test(after)) return { direction: "down", word: "below" };
  const behind = EN_AFTER.exec(after);
  const word = behind?.[1] ?? courseAhead(before, linked)?.[1];
  if (word === undefined) return null;
  return { direction: EN_FALLS.test(word) ? "down" : "up", word };
}
