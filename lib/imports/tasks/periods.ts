// Periods in column headings: 1-3月, 一季度, 上半年, Q1, 6月底, 2025年.

export interface Period {
  /** The last month, 1 to 12. */
  readonly month: number;
  readonly year: number | null;
  /**
   * `span`: from January to the month (1-6月, 上半年); `part`: a quarter, half or month that may be its own amount or the
   * total so far; `year`: a whole year.
   */
  readonly form: "span" | "part" | "year";
  readonly months: number;
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, "1": 1, "2": 2, "3": 3, "4": 4 };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const HAN_MONTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

function monthOf(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : HAN_MONTHS.indexOf(text) + 1;
}

const MONTH = "(\\d{1,2}|十[一二]?|[一二三四五六七八九])";

function read(words: string): Omit<Period, "year"> | null {
  const range = words.match(new RegExp(`^(?:至|截至)?${MONTH}月?[-–—~～至到]${MONTH}月`, "u"));
  if (range !== null) {
    const [first, last] = [monthOf(range[1] ?? ""), monthOf(range[2] ?? "")];
    return { month: last, months: last - first + 1, form: first === 1 ? "span" : "part" };
  }
  if (/^(?:上半年|前两季度|前二季度|一二季度|h1\b|first half|half[- ]year)/u.test(words))
    return { month: 6, months: 6, form: "span" };
  if (/^(?:前三季度|前3季度)/u.test(words)) return { month: 9, months: 9, form: "span" };
  if (/^(?:全年|full[- ]year|whole year|year[- ]end|年底|年末|年终)/u.test(words))
    return { month: 12, months: 12, form: "span" };
  if (/^(?:下半年|h2\b|second half)/u.test(words)) return { month: 12, months: 6, form: "part" };
  const quarter = words.match(
    /^(?:第)?([一二三四1-4])季度?|^q([1-4])\b|^([1-4])(?:st|nd|rd|th) quarter|^quarter ([1-4])/u,
  );
  if (quarter !== null) {
    const number = QUARTERS[quarter[1] ?? quarter[2] ?? quarter[3] ?? quarter[4] ?? ""] ?? 0;
    return { month: number * 3, months: 3, form: "part" };
  }
  const until = words.match(new RegExp(`^(?:截至|截止|至|到)?${MONTH}月(?:底|末|份)?`, "u"));
  if (until !== null) {
    const isUntil = /^(?:截至|截止|至|到)/u.test(words) || /月[底末]/u.test(words);
    return {
      month: monthOf(until[1] ?? ""),
      months: isUntil ? monthOf(until[1] ?? "") : 1,
      form: isUntil ? "span" : "part",
    };
  }
  const english = words.match(
    /^(?:(?:by |to |as at |end(?: of)? )?)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?:\s*(?:20)?\d{2})?/u,
  );
  if (english !== null) {
    const month = MONTHS.indexOf(english[1] ?? "") + 1;
    const isUntil = /^(?:by|to|as at|end)/u.test(words);
    return { month, months: isUntil ? month : 1, form: isUntil ? "span" : "part" };
  }
  return null;
}

/** The period at the start of a heading; null if there is none. */
export function readPeriod(heading: string): Period | null {
  const words = heading.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
  const han = /\p{Script=Han}/u.test(words) ? words.replace(/\s/gu, "") : words;
  const [, year, rest] = han.match(/^(20\d{2})年?度?[\s-]*(.*)$/u) ?? [null, null, han];
  const period = read(rest ?? "");
  if (period !== null && period.month >= 1 && period.month <= 12)
    return { ...period, year: year === null ? null : Number(year) };
  if (year !== null && year !== undefined && /^(?:目标|计划|任务|底|末)?(?:值|数)?(?:[(（].*)?$/u.test(rest ?? "")) {
    return { month: 12, months: 12, form: "year", year: Number(year) };
  }
  return null;
}

/** The last day of a month. */
export function monthEnd(year: number, month: number): string {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The last day of a period in a table's year. The months of a financial year run from April to March. */
export function periodEnd(period: Period, year: number, isFinancialYear: boolean): string {
  if (!isFinancialYear) return monthEnd(period.year ?? year, period.month);
  // Quarters and halves count from April; months keep their names.
  const month = period.months >= 3 ? ((period.month + 2) % 12) + 1 : period.month;
  return monthEnd(period.year ?? (month > 3 ? year - 1 : year), month);
}
