// English dates and deadlines for findDeadlines: by the end of 2025, by March 2029, Q3 2024, FY 2024/25, year end.
import type { DeadlinePattern, DeadlineReading } from "@/lib/imports/grammar/deadline-pattern";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(?<month>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)\.?`;
const YEAR = String.raw`(?<year>20\d{2})(?!\d)`;
const LEAD = String.raw`\b(?:(?:by|before|until|in|during|not later than|no later than|due)\s+)?(?:the\s+)?`;

const monthOf = (word = "") => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
};

function pattern(source: string): RegExp {
  return new RegExp(source, "giu");
}

function at(
  year: string | undefined,
  table: number,
  month: number,
  day: number,
  precision: DeadlineReading["precision"],
): DeadlineReading {
  return { year: year === undefined ? table : Number(year), month, day, precision, hasYear: year !== undefined };
}

/** The financial year 2024/25 or 2024-25 ends in 2025; FY25 and FY2025 are named after that year. */
function financialYear(first: string | undefined, second: string | undefined): DeadlineReading | null {
  const start = Number(first);
  const end = second === undefined ? start : Math.floor(start / 100) * 100 + (Number(second) % 100);
  if (second !== undefined && end !== start + 1 && Number(second) !== start + 1) return null;
  return {
    year: second === undefined ? (start < 100 ? 2000 + start : start) : start + 1,
    month: 3,
    day: 31,
    precision: "financial-year",
    hasYear: true,
  };
}

export const ENGLISH_DEADLINES: readonly DeadlinePattern[] = [
  [
    pattern(`${LEAD}(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s*(?:${YEAR})?`),
    ({ year, month, day }, table) => at(year, table, monthOf(month), Number(day) || 99, "day"),
  ],
  [
    pattern(`${LEAD}${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s*${YEAR})?`),
    ({ year, month, day }, table) => at(year, table, monthOf(month), Number(day) || 99, "day"),
  ],
  [
    pattern(
      `${LEAD}(?<part>(?:end|close)(?:\\s+of|-)?|early|mid|late|start of|beginning of)?[\\s-]*${MONTH}[\\s,-]*(?:${YEAR}|(?<=-)(?<short>\\d{2})(?!\\d))`,
    ),
    ({ year, short, month, part }, table) => {
      const day = /early|start|beginning/iu.test(part ?? "") ? 10 : /mid/iu.test(part ?? "") ? 20 : 0;
      return at(
        year ?? (short === undefined ? undefined : `20${short}`),
        table,
        monthOf(month),
        day,
        day === 0 ? "month" : "ten-days",
      );
    },
  ],
  [
    // A month without a year needs a word before it: "may" and "march" are verbs too.
    pattern(
      `\\b(?:by|before|until|in|end(?:\\s+of)?|early|late|mid)[\\s-]+(?:the\\s+)?(?:end\\s+(?:of\\s+)?)?${MONTH}(?!\\s*\\d)`,
    ),
    ({ month }, table) => at(undefined, table, monthOf(month), 0, "month"),
  ],
  [pattern(`^\\s*${MONTH}\\s*$`), ({ month }, table) => at(undefined, table, monthOf(month), 0, "month")],
  [
    pattern(
      `${LEAD}(?:end\\s+(?:of\\s+)?(?:the\\s+)?)?(?:Q(?<q>[1-4])|(?<ordinal>first|second|third|fourth|last|1st|2nd|3rd|4th)\\s+quarter)\\b(?:\\s*(?:of\\s+)?(?:FY\\s*)?[-/,]?\\s*${YEAR})?`,
    ),
    ({ year, q, ordinal }, table) =>
      at(year, table, 3 * (ORDINALS[(q ?? ordinal ?? "").toLowerCase()] ?? 4), 0, "quarter"),
  ],
  [pattern(`\\b${YEAR}[\\s-]*Q(?<q>[1-4])\\b`), ({ year, q }, table) => at(year, table, 3 * Number(q), 0, "quarter")],
  [
    pattern(
      `${LEAD}(?:end\\s+(?:of\\s+)?(?:the\\s+)?)?(?:H(?<h>[12])|(?<ordinal>first|second|1st|2nd)\\s+half)\\b(?:\\s*(?:of\\s+)?(?:the\\s+year|${YEAR}))?`,
    ),
    ({ year, h, ordinal }, table) =>
      at(year, table, 6 * (ORDINALS[(h ?? ordinal ?? "").toLowerCase()] ?? 2), 0, "half-year"),
  ],
  [pattern(`${LEAD}mid(?:dle\\s+of\\s+|-|\\s)${YEAR}`), ({ year }, table) => at(year, table, 6, 0, "half-year")],
  [
    pattern(
      `${LEAD}(?:(?:financial|fiscal)\\s+year\\s+(?:ending\\s+(?:in\\s+)?)?|FY\\s*)(?<first>20\\d{2}|\\d{2})(?:\\s*[-/–]\\s*(?<second>20\\d{2}|\\d{2}))?(?!\\d)`,
    ),
    ({ first, second }) => financialYear(first, second),
  ],
  [
    pattern(
      `${LEAD}(?:end\\s+of\\s+)?(?<![\\d./-])(?<first>20\\d{2})\\s*[-/–]\\s*(?<second>\\d{2}|20\\d{2})(?![\\d./-])`,
    ),
    ({ first, second = "" }) => (Number(second) <= 12 ? null : financialYear(first, second)),
  ],
  [
    pattern(`${LEAD}(?:end|close)[\\s-]+(?:of\\s+)?(?:(?:calendar\\s+)?year\\s+)?${YEAR}`),
    ({ year }, table) => at(year, table, 12, 0, "year"),
  ],
  [
    pattern(`\\b(?:by|before|until|in|during|from\\s+20\\d{2}\\s+to)\\s+(?:the\\s+year\\s+)?${YEAR}(?![-/–.]\\d)`),
    ({ year }, table) => at(year, table, 12, 0, "year"),
  ],
  [
    pattern(
      `${LEAD}(?:year[\\s-]?end|end[\\s-]+(?:of\\s+)?(?:the\\s+|this\\s+)?year|full[\\s-]year|whole\\s+year)\\b(?:\\s*${YEAR})?`,
    ),
    ({ year }, table) => at(year, table, 12, 0, "year"),
  ],
  [/^\s*(?<year>20\d{2})\s*$/gu, ({ year }, table) => at(year, table, 12, 0, "year")],
];
