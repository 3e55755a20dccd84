// Chinese dates and deadlines for findDeadlines (10月底前, 上半年, 汛期前), and dates in digits (2024.6.30).
import type { DeadlinePattern, DeadlinePrecision, DeadlineReading } from "@/lib/imports/grammar/deadline-pattern";

const DIGITS = "〇一二三四五六七八九";

/** 12, 十二, 二十八 → the number; NaN for anything else. */
function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const digit = (one: string | undefined, missing: number) =>
    one === undefined || one === "" ? missing : DIGITS.indexOf(one) < 0 ? Number.NaN : DIGITS.indexOf(one);
  return text.includes("十") ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, Number.NaN);
}

const RELATIVE: Readonly<Record<string, number>> = { 明: 1, 次: 1, 翌: 1, 后: 2, 去: -1, 上: -1 };

function yearOf(text: string | undefined, year: number): number {
  if (text === undefined) return year;
  const plain = text.replace(/[\s年度]/g, "");
  if (/^\d{4}$/.test(plain)) return Number(plain);
  if (/^\d{2}$/.test(plain)) return 2000 + Number(plain);
  if (/^[〇零○一二三四五六七八九]{4}$/.test(plain)) {
    return Number([...plain].map((one) => Math.max(0, DIGITS.indexOf(one))).join(""));
  }
  return year + (RELATIVE[plain.charAt(0)] ?? 0);
}

const YEAR = String.raw`(?<year>(?<!\d)20\d{2}\s*年(?:度)?|(?<!\d)2\d(?=年\d)年|[二一][〇零○一二三四五六七八九]{3}年|[今本当明次翌]年)\s*`;
const NUMBER = String.raw`(?<!\d)\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]`;
const BEFORE = "(?:之?前|以前)?";

function pattern(source: string): RegExp {
  return new RegExp(source, "gu");
}

function reading(
  year: string | undefined,
  table: number,
  month: number,
  day: number,
  precision: DeadlinePrecision,
): DeadlineReading {
  return { year: yearOf(year, table), month, day, precision, hasYear: year !== undefined && /\d|[〇零○]/.test(year) };
}

const TEN_DAYS: Readonly<Record<string, number>> = { 上旬: 10, 初: 10, 月初: 10, 中旬: 20, 下旬: 0 };
const QUARTER: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 首: 1, 末: 4 };
/** Days that everyone in China knows by name; the deadline is the day before. */
const FEASTS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  国庆: [9, 30],
  十一: [9, 30],
  五一: [4, 30],
  七一: [6, 30],
  元旦: [12, 31],
};

export const CHINESE_DEADLINES: readonly DeadlinePattern[] = [
  [
    pattern(
      `(?:${YEAR})?(?<month>${NUMBER})\\s*月\\s*(?<day>\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\\s*[日号]${BEFORE}`,
    ),
    ({ year, month = "", day = "" }, table) => reading(year, table, smallNumber(month), smallNumber(day) || 99, "day"),
  ],
  [
    pattern(`(?:${YEAR})?(?:${NUMBER})\\s*月?\\s*(?:[-–—~～至]|到)\\s*(?<month>${NUMBER})\\s*月(?:份|底|末)?${BEFORE}`),
    ({ year, month = "" }, table) => reading(year, table, smallNumber(month), 0, "month"),
  ],
  [
    pattern(`(?:${YEAR})?(?<month>${NUMBER})\\s*月\\s*份?(?<part>上旬|中旬|下旬|月?初)?(?:底|末)?${BEFORE}`),
    ({ year, month = "", part }, table) =>
      part === undefined
        ? reading(year, table, smallNumber(month), 0, "month")
        : reading(year, table, smallNumber(month), TEN_DAYS[part] ?? 0, "ten-days"),
  ],
  [
    pattern(
      `(?:${YEAR})?(?:第)?(?:[一二三1-3]\\s*[-–—至、到])?(?<quarter>[一二三四首1-4])个?季度(?:底|末|内)?${BEFORE}`,
    ),
    ({ year, quarter = "" }, table) => reading(year, table, 3 * (QUARTER[quarter] ?? Number(quarter)), 0, "quarter"),
  ],
  [
    pattern(`(?:${YEAR})?前(?<quarter>[一二两三四1-4])个?季度(?:底|末)?${BEFORE}`),
    ({ year, quarter = "" }, table) =>
      reading(year, table, 3 * (QUARTER[quarter.replace("两", "二")] ?? Number(quarter)), 0, "quarter"),
  ],
  [
    pattern(`(?:${YEAR})?(?<half>上半年|下半年|年中)(?:底|末|内)?${BEFORE}`),
    ({ year, half }, table) => reading(year, table, half === "下半年" ? 12 : 6, 0, "half-year"),
  ],
  [
    pattern(`(?:${YEAR})?(?:全年(?:度)?|(?:本|当)?年(?:底|末|终|内)|岁末)${BEFORE}`),
    ({ year }, table) => reading(year, table, 12, 0, "year"),
  ],
  [pattern(`${YEAR}(?:底|末|终|内|全年)*${BEFORE}`), ({ year }, table) => reading(year, table, 12, 0, "year")],
  [
    pattern('[“"]?十(?<plan>[三四五六七])五[”"]?(?:时期|期|规划期?)?(?:末|内|期间|期末)'),
    ({ plan = "" }) => ({
      year: 2005 + 5 * DIGITS.indexOf(plan),
      month: 12,
      day: 0,
      precision: "year",
      hasYear: true,
    }),
  ],
  [
    pattern(`(?:${YEAR})?(?<feast>国庆|“?十一”?(?=前)|“?五一”?(?=前)|“?七一”?(?=前)|元旦)(?:节|假期)?之?前`),
    ({ year, feast = "" }, table) => {
      const [month, day] = FEASTS[feast.replace(/[“”]/g, "")] ?? [12, 31];
      return reading(year, table, month, day, "day");
    },
  ],
  [
    pattern(
      `(?:${YEAR})?(?:主汛期|汛期|入汛|雨季|梅雨季?|台风季|春节|中秋|端午|清明|供暖[期季]|采暖[期季]|入冬|冬季|封冻|上冻|春耕|秋收|开学|高考|旺季)(?:到?来临?|开始)?(?:之?前|以前)`,
    ),
    ({ year }, table) => ({ ...reading(year, table, 12, 0, "season"), isAmbiguous: true }),
  ],
];

/** Digits with separators: 2024.6.30, 2024/6, 31/12/2024, 20240630. */
export const NUMERIC_DEADLINES: readonly DeadlinePattern[] = [
  [
    /(?<![\d.])(?<year>20\d{2})\s*[-./]\s*(?<month>\d{1,2})\s*[-./]\s*(?<day>\d{1,2})(?![\d.]\d)(?:日?之?前)?/gu,
    ({ year, month, day }, table) => reading(year, table, Number(month), Number(day) || 99, "day"),
  ],
  [
    /(?<![\d.])(?<day>\d{1,2})[-./](?<month>\d{1,2})[-./](?<year>20\d{2})(?!\d)/gu,
    ({ year, month, day }, table) =>
      Number(month) > 12 && Number(day) <= 12
        ? reading(year, table, Number(day), Number(month), "day")
        : reading(year, table, Number(month), Number(day) || 99, "day"),
  ],
  [
    /(?<![\d.])(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?![\d.])/gu,
    ({ year, month, day }, table) => reading(year, table, Number(month), Number(day), "day"),
  ],
  [
    // 2022/23: no month has this number, and it is the next year.
    /(?<![\d.])(?<year>20\d{2})[/–-](?<second>\d{2})(?![\d.%]|[-/]\d)/gu,
    ({ year = "", second }, table) => {
      const next = Number(year) + 1;
      return Number(second) > 12 && Number(second) === next % 100
        ? reading(String(next), table, 3, 31, "financial-year")
        : null;
    },
  ],
  [
    // 2024.1 is January, or October whose zero the spreadsheet dropped.
    /(?<![\d.])(?<year>20\d{2})(?<mark>[./-])(?<month>\d{1,2})(?![\d.%]|[-/]\d)(?:月?之?前)?/gu,
    ({ year, mark, month = "" }, table) => ({
      ...reading(year, table, Number(month) || 99, 0, "month"),
      isAmbiguous: mark === "." && month === "1",
    }),
  ],
  [
    /^\s*(?<month>\d{1,2})[./](?<day>\d{1,2})(?:日?之?前)\s*$/gu,
    ({ month, day }, table) => reading(undefined, table, Number(month) || 99, Number(day) || 99, "day"),
  ],
];
