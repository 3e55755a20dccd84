// The year of each figure: its own deadline or date, the one that governs the sentence, the heading's, the document's.
import { findDeadlines } from "@/lib/imports/grammar/deadlines";
import { hanValue } from "@/lib/imports/grammar/numerals";

export interface DateMark {
  readonly at: number;
  readonly end: number;
  /** Null for a year that follows from the document's and is not known. */
  readonly year: number | null;
  readonly text: string;
  readonly on: string | null;
  /** 比2020年, from 2019: the year of a baseline. */
  readonly isBaseline: boolean;
  /** A deadline (到2025年, by 2030), not only a time (在2024年). */
  readonly isDeadline: boolean;
}

/** Stands in for an unknown year of the document. */
const UNKNOWN = 1000;

/** 2027/28, 2024-25. */
const FINANCIAL_YEAR = /(?<!\d)(20\d\d)[/–-](\d\d)(?!\d)/g;

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/今年|本年度?|当年/g, 0],
  [/(?:去年|上年|上一年|过去(?:的)?一年|过去(?:的)?五年|五年来|近五年|last year)/gi, -1],
  [/明年|来年|下一年|next year/gi, 1],
];
const YEARS_AHEAD =
  /(?:力争|争取|用|未来|今后|通过)?(\d|[一两三四五六七八九十])年(?:时间|内|左右时间)|(?:未来|今后|接下来)(\d|[一两三四五六七八九十])年/g;

const BASE_BEFORE =
  /(?:[比较从由自]|相比|与|\bfrom|\bsince|\bthan(?: in)?|compared (?:with|to)|\bbelow|\babove|\bagainst|\bon)\s*(?:the\s)?$/i;
const BASE_AFTER =
  /^的[\d.]+倍|^(?:的|底的|年的)?(?:基础|水平|基数|增长|增加|提高|下降|降低|减少|翻|累计下降|基线|同期|[ -]?(?:baseline|levels?|base))/;
const DEADLINE_BEFORE = /(?:到|至|于|\b(?:by|by the end of|before|until))\s*$/i;

/** The dates of a text in order, each with its year. `documentYear` completes 今年, 去年 and dates without a year. */
export function findDates(text: string, documentYear: number | null): DateMark[] {
  const base = documentYear ?? UNKNOWN;
  const known = (year: number) => (documentYear === null && year < UNKNOWN + 100 ? null : year);
  const taken = new Uint8Array(text.length);
  const marks: DateMark[] = [];
  const add = (at: number, end: number, year: number | null, on: string | null = null) => {
    if (taken[at] === 1 || taken[end - 1] === 1) return;
    taken.fill(1, at, end);
    marks.push(markOf(text, at, end, year, on));
  };
  for (const match of text.matchAll(FINANCIAL_YEAR)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    if ((first + 1) % 100 === second) add(match.index, match.index + match[0].length, first + 1);
  }
  for (const { at, end, on } of findDeadlines(text, base)) {
    add(at, end, on === null ? null : known(Number(on.slice(0, 4))), on);
  }
  for (const match of text.matchAll(/[“"]?十([二三四五六])五[”"]?(?:时期|期间|以来|期末|末)/g)) {
    add(match.index, match.index + match[0].length, fiveYearEnd(match[1]));
  }
  for (const [pattern, shift] of RELATIVE) {
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length, known(base + shift));
  }
  for (const match of text.matchAll(YEARS_AHEAD)) {
    const written = match[1] ?? match[2] ?? "";
    const years = Number(hanValue(written) ?? written);
    if (Number.isInteger(years)) add(match.index, match.index + match[0].length, known(base + years - 1));
  }
  for (const match of text.matchAll(/\b20[1-9]\d\b(?!\s?(?:年|,\d))/g)) {
    add(match.index, match.index + 4, Number(match[0]));
  }
  return marks.sort((one, other) => one.at - other.at);
}

function markOf(text: string, at: number, end: number, year: number | null, on: string | null): DateMark {
  const before = text.slice(Math.max(0, at - 18), at);
  const written = text.slice(at, end);
  const after = text.slice(end, end + 12);
  const isBaseline =
    (BASE_BEFORE.test(before) && !/\b(?:on)\s*$/i.test(before)) ||
    BASE_AFTER.test(after) ||
    /^[-–](?:levels?|baseline)/.test(after);
  const isRemark =
    /[（(]$/.test(before.trimEnd()) && /^\s*(?:actual|baseline|result|outturn|实际|基期)?\s*[:：]/i.test(after);
  const isDeadline = DEADLINE_BEFORE.test(before) || /前|底|末|^by\b|^before\b/i.test(written);
  const preposition = /(?:到|截至|截止|至|\bby(?: the end of)?\s|\bas (?:of|at)\s|\bin\s)$/i.exec(before)?.[0] ?? "";
  return {
    at: at - preposition.length,
    end,
    year,
    text: `${preposition}${written}`.trim(),
    on,
    isBaseline: isBaseline || isRemark,
    isDeadline,
  };
}

function fiveYearEnd(count: string | undefined): number {
  return 2015 + 5 * ["二", "三", "四", "五", "六"].indexOf(count ?? "");
}

/** “十四五” is 2021 to 2025; null where the title names no five-year plan. */
export function parseFiveYears(title: string): { first: number; last: number } | null {
  const count = /十([二三四五六])五/.exec(title)?.[1];
  return count === undefined ? null : { first: fiveYearEnd(count) - 4, last: fiveYearEnd(count) };
}

const TITLE_YEAR = /(20[1-4]\d)\s?年(?!.{0,6}(?:以来|回顾|总结))/;

/** The year in which a document speaks: from its first lines, a title 2023年…工作报告, otherwise the year it names most. */
export function documentYearOf(text: string): number | null {
  const head = text
    .slice(0, 200)
    .split(/[\r\n。]/)
    .slice(0, 3)
    .join("\n");
  const title = TITLE_YEAR.exec(head);
  if (
    title !== null &&
    /实事|工作|目标|任务|计划|报告|要点|方案|清单|项目|公报|通报/.test(head) &&
    !/[到至]20\d\d年/.test(head)
  )
    return Number(title[1]);
  // A five-year plan speaks at its start: what lies before is a result.
  const fiveYears = parseFiveYears(head);
  if (fiveYears !== null) return fiveYears.first;
  const thisYear = /(20[1-4]\d)\s?年(?:是|工作|重点|主要|度?目标|要|我们)/.exec(text);
  if (thisYear !== null) return Number(thisYear[1]);
  const counts = new Map<number, number>();
  for (const match of text.matchAll(/(?<![到至比较从由自\d])(20[1-4]\d)\s?年/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([one, many], [other, more]) => more - many || other - one);
  return ranked[0]?.[0] ?? null;
}
