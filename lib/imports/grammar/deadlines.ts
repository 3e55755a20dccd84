// Finds dates and deadlines in text: 10月底前, 上半年, 2024.6.30, by the end of 2025, Q3 2024, FY 2024/25.
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { CHINESE_DEADLINES, NUMERIC_DEADLINES } from "@/lib/imports/grammar/chinese-deadlines";
import type { DeadlinePattern, DeadlinePrecision, DeadlineReading } from "@/lib/imports/grammar/deadline-pattern";
import { ENGLISH_DEADLINES } from "@/lib/imports/grammar/english-deadlines";

/** `impossible`: a day or month that does not exist; `ambiguous`: more than one day can be meant. */
type DeadlineFault = "impossible" | "ambiguous";

export interface Deadline {
  /** Offsets in the text: the first character and the one after the last. */
  readonly at: number;
  readonly end: number;
  /** The last day of what is written; null if it has a fault. */
  readonly on: IsoDate | null;
  readonly precision: DeadlinePrecision;
  readonly fault: DeadlineFault | null;
  /** The text names the year itself. */
  readonly hasYear: boolean;
}

const PATTERNS: readonly DeadlinePattern[] = [...NUMERIC_DEADLINES, ...ENGLISH_DEADLINES, ...CHINESE_DEADLINES];

/** Full-width digits, letters and marks as plain ones, one for one, so that offsets stay. */
function fold(text: string): string {
  return text.replace(/[！-～]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replace(/　/gu, " ");
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function deadlineOf(found: DeadlineReading, at: number, end: number): Deadline {
  const { year, month, day, precision, hasYear } = found;
  const about = { at, end, precision, hasYear };
  if (found.isAmbiguous === true) return { ...about, on: null, fault: "ambiguous" };
  const two = (value: number) => String(value).padStart(2, "0");
  const isMonth = month >= 1 && month <= 12;
  const on = isMonth ? parseIsoDate(`${year}-${two(month)}-${two(day === 0 ? lastDay(year, month) : day)}`) : null;
  return { ...about, on, fault: on === null ? "impossible" : null };
}

/**
 * Every date and deadline of the text, in order, without overlaps. A date without a year is of `year`. 10月底前 and 10月 are
 * 10-31, 上旬 and 中旬 the 10th and 20th, 上半年 06-30, 年底 12-31; a financial year ends on 31 March of its second year.
 */
export function findDeadlines(text: string, year: number): Deadline[] {
  const plain = fold(text);
  const found: Deadline[] = [];
  for (const [expression, read] of PATTERNS) {
    for (const match of plain.matchAll(expression)) {
      const seen = read(match.groups ?? {}, year);
      if (seen !== null) found.push(deadlineOf(seen, match.index, match.index + match[0].length));
    }
  }
  // The longest match at a place wins; the patterns are ordered from the most to the least exact.
  const order = new Map(found.map((one, index) => [one, index]));
  found.sort((a, b) => a.at - b.at || b.end - a.end || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const kept: Deadline[] = [];
  for (const one of found) if (one.at >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/** The day of a spreadsheet's serial number (1 = 1900-01-01); null outside 2000 to 2099. */
export function dayOfSerial(serial: number): IsoDate | null {
  if (!Number.isFinite(serial) || serial < 36526 || serial > 73050) return null;
  return parseIsoDate(new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10));
}
