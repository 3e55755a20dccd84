// Which date governs a figure: in its clause, before it in the sentence, earlier in the paragraph, in the heading.
import { clauseEnd, type Paragraph, type Sentence, type Span } from "@/lib/imports/documents/segments";
import { type DateMark, findDates, parseFiveYears } from "@/lib/imports/documents/years";
import type { Quantity } from "@/lib/imports/grammar/quantities";

interface GoverningDate {
  readonly year: number | null;
  readonly text: string | null;
  readonly on: string | null;
  /** Whether it stands in the figure's own paragraph. */
  readonly isOwn: boolean;
  /** The horizon of the plan, which says nothing of results. */
  readonly isHorizon: boolean;
}

export interface YearFinder {
  /** `after`: where the next figure starts, or the sentence ends. */
  readonly at: (figure: Span, sentence: Sentence, after: number) => GoverningDate;
  readonly baselineAt: (baseline: Quantity, sentence: Sentence) => number | null;
}

export function yearFinder(text: string, paragraphs: readonly Paragraph[], documentYear: number | null): YearFinder {
  const dates = findDates(text, documentYear);
  const headings = headingDates(paragraphs, dates);
  const plan = planYear(paragraphs[0]?.text ?? "", dates, documentYear);
  return {
    at: (quantity, sentence, after) => {
      const paragraph = paragraphs[sentence.paragraph];
      const found = ownDate(text, dates, quantity, sentence, after) ?? earlierDate(dates, paragraph, sentence.at);
      if (found !== null) {
        const own = inReview(found, headings[sentence.paragraph] ?? null, documentYear);
        const on = own.year === null ? null : own.on;
        return { year: own.year, text: own.text, on, isOwn: true, isHorizon: own.at >= after && own.isDeadline };
      }
      const heading = headings[sentence.paragraph] ?? null;
      const year = heading?.year ?? plan ?? documentYear;
      return {
        year,
        text: heading?.text ?? null,
        on: null,
        isOwn: false,
        isHorizon: heading === null && plan !== null,
      };
    },
    baselineAt: (baseline, sentence) =>
      datesIn(dates, { at: sentence.at, end: sentence.end }).findLast(
        (date) => date.at <= baseline.at && date.year !== null,
      )?.year ?? null,
  };
}

/** 全年 and 6月底 in a review of an earlier year (一、2023年工作回顾) are of that year. */
function inReview(date: DateMark, heading: DateMark | null, documentYear: number | null): DateMark {
  const year = heading?.year ?? null;
  const isReview = year !== null && documentYear !== null && year < documentYear && date.year === documentYear;
  if (!isReview || /\d{4}|[今本当明来去上]年|year/i.test(date.text)) return date;
  return { ...date, year, on: date.on === null ? null : `${year}${date.on.slice(4)}` };
}

/** The dates within a span; the list is in order, so a binary search finds the first. */
function datesIn(dates: readonly DateMark[], span: Span): DateMark[] {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.at ?? 0) < span.at) low = middle + 1;
    else high = middle;
  }
  const found: DateMark[] = [];
  for (let index = low; index < dates.length && (dates[index]?.at ?? 0) < span.end; index += 1) {
    const date = dates[index];
    if (date !== undefined) found.push(date);
  }
  return found;
}

/** How far a date may stand before and behind its figure in one sentence. */
const [REACH_BACK, REACH_AHEAD] = [1500, 400];

function ownDate(
  text: string,
  dates: readonly DateMark[],
  quantity: Span,
  sentence: Sentence,
  after: number,
): DateMark | null {
  const span = {
    at: Math.max(sentence.at, quantity.at - REACH_BACK),
    end: Math.min(sentence.end, quantity.end + REACH_AHEAD),
  };
  const inside = datesIn(dates, span).filter((date) => !date.isBaseline && !overlaps(date, quantity));
  const before = inside.findLast((date) => date.end <= quantity.at) ?? null;
  const behind = inside.filter((date) => date.at >= quantity.end && date.at < after);
  if (/\p{Script=Han}/u.test(text.slice(span.at, span.end))) {
    return before ?? behind.find((date) => isDeadlineFor(text, quantity, date, after)) ?? null;
  }
  const deadline = behind.findLast((date) => date.isDeadline) ?? behind.at(-1) ?? before;
  return deadline ?? inside.find((date) => date.at >= quantity.end && date.isDeadline) ?? null;
}

const LONGEST_DEED = 8;

/** 建成30个，年底前投用: the clause of the date must not contain a figure. */
function isDeadlineFor(text: string, quantity: Span, date: DateMark, after: number): boolean {
  if (!date.isDeadline || date.at - quantity.end > 12) return false;
  // 建成30个，6月底前出台实施方案: the date of another deed.
  if (/[,，]/.test(text.slice(quantity.end, date.at)) && clauseEnd(text, date.end, after) - date.end > LONGEST_DEED)
    return false;
  return !/[,，]/.test(text.slice(quantity.end, date.at)) || clauseEnd(text, date.end, after) < after;
}

function overlaps(date: DateMark, quantity: Span): boolean {
  return date.at < quantity.end && quantity.at < date.end && date.end > quantity.at;
}

/** 到2025年，… in an earlier sentence of the paragraph. */
function earlierDate(dates: readonly DateMark[], paragraph: Paragraph | undefined, before: number): DateMark | null {
  if (paragraph === undefined) return null;
  return (
    datesIn(dates, { at: Math.max(paragraph.at, before - REACH_BACK), end: before }).findLast(
      (date) => !date.isBaseline && date.year !== null && isWholeYear(date),
    ) ?? null
  );
}

/** Only a year speaks for later sentences; 6月底前 does not. */
function isWholeYear({ on }: DateMark): boolean {
  return on === null || on.endsWith("-12-31") || on.endsWith("-03-31");
}

const LIST_ITEM = /^\s*(?:[-–—•·*●▪]+|[（(]?\d{1,3}[.、)）．]|[（(]?[一二三四五六七八九十]{1,3}[）)、])/;

/** Digits other than those of a year. */
const FIGURE = /[%％£$]|(?<!\d)(?!20\d\d(?!\d))\d/;

/** A sentence with a deadline before a list: "Nine targets are to be achieved by 2030." */
function isIntro(paragraph: Paragraph, next: Paragraph | undefined): boolean {
  return (
    next !== undefined &&
    paragraph.text.length < 200 &&
    !FIGURE.test(paragraph.text) &&
    LIST_ITEM.test(next.text) &&
    !LIST_ITEM.test(paragraph.text)
  );
}

/** The date in the nearest heading or introduction above each paragraph. */
function headingDates(paragraphs: readonly Paragraph[], dates: readonly DateMark[]): (DateMark | null)[] {
  const levels: (DateMark | null)[] = [];
  return paragraphs.map((paragraph, index) => {
    const level = paragraph.headingLevel ?? (isIntro(paragraph, paragraphs[index + 1]) ? 6 : null);
    if (level === null && !LIST_ITEM.test(paragraph.text)) levels.length = Math.min(levels.length, 6);
    if (level !== null) {
      levels.length = Math.min(levels.length, level);
      levels[level] = datesIn(dates, paragraph).findLast((date) => date.year !== null && !date.isBaseline) ?? null;
    }
    return levels.findLast((date) => date != null) ?? null;
  });
}

/** The horizon of a plan whose paragraphs do not repeat it: its most frequent deadline. */
function planYear(title: string, dates: readonly DateMark[], documentYear: number | null): number | null {
  if (!/规划|纲要|[“"]?十[三四五六]五|五年|\bplan\b|strategy/i.test(title)) return null;
  const fiveYears = parseFiveYears(title);
  if (fiveYears !== null) return fiveYears.last;
  const counts = new Map<number, number>();
  for (const { year, isDeadline, isBaseline } of dates) {
    if (year !== null && isDeadline && !isBaseline && year >= (documentYear ?? 0))
      counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([year, one], [later, other]) => other - one || later - year)[0]?.[0] ?? null;
}
