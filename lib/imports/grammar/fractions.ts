// Changes written as fractions and multiples: halved, will double, cut by a third, 减半, 下降三分之一.
import { Decimal } from "decimal.js";
import { readAfter, readBefore, readCourse, readEnglishCourse } from "@/lib/imports/grammar/comparator-words";
import { hanValue } from "@/lib/imports/grammar/numerals";
import type { Quantity } from "@/lib/imports/grammar/quantities";

/** A verb after an auxiliary, or the first word of a line: not "double-digit" or "double glazing". */
const VERB = String.raw`(?<=\b(?:to|will|shall|must|should|be|been|was|were|has|have|had|and)\s|(?:^|\n)[-*•\s]{0,20})`;
/** "Double to 12,000" states the level. */
const NOT_A_LEVEL = String.raw`\b(?!\s*(?:-|to\b|glaz|digit))`;

/** Verbs that state their size in per cent. */
const VERBS: readonly (readonly [RegExp, string, "up" | "down"])[] = [
  [new RegExp(`${VERB}halve[ds]?\\b`, "gi"), "50", "down"],
  [new RegExp(`${VERB}doubled?${NOT_A_LEVEL}`, "gi"), "100", "up"],
  [new RegExp(`${VERB}(?:trebled?|tripled?)${NOT_A_LEVEL}`, "gi"), "200", "up"],
  [/减半/g, "50", "down"],
];

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };
const ENGLISH_PART =
  /\bby\s+((?:(?:about|around|nearly|almost|over|more than|at least)\s+)?)((a|an|one|two|three|four)[\s-](third|quarter|fifth|sixth|eighth|tenth)s?|half)\b/gi;
const HAN_PART = /([二三四五六七八九十])分之([一二两三四五六七八九])/g;

/** Changes in per cent without a per cent sign, of a text in half width. */
export function findFractions(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const [pattern, value, direction] of VERBS) {
    for (const match of text.matchAll(pattern))
      found.push(change(text, match.index, match[0], 0, value, direction, [match[0]]));
  }
  for (const match of text.matchAll(ENGLISH_PART)) {
    const [all, , written = "", count = "", part = ""] = match;
    const at = match.index + all.length - written.length;
    const course = readEnglishCourse(text.slice(Math.max(0, match.index - 100), match.index), "by", "");
    if (course === null) continue;
    const value = percent(COUNTS[count.toLowerCase()] ?? 1, PARTS[part.toLowerCase()] ?? 2);
    found.push(change(text, at, written, match.index - at, value, course.direction, [course.word]));
  }
  for (const match of text.matchAll(HAN_PART)) {
    const [written, whole = "", parts = ""] = match;
    const { at } = readBefore(text, Math.max(0, match.index - 24), match.index);
    const course = readCourse(text, Math.max(0, at - 90), at);
    if (course === null) continue;
    const value = percent(Number(hanValue(parts)), Number(hanValue(whole)));
    found.push(change(text, match.index, written, course.at - match.index, value, course.direction, [course.word]));
  }
  return found;
}

function percent(count: number, parts: number): string {
  return new Decimal(count).times(100).div(parts).toDecimalPlaces(1).toFixed();
}

/** `lead` is the offset of the words that decided the direction, relative to the fraction. */
function change(
  text: string,
  at: number,
  written: string,
  lead: number,
  value: string,
  direction: "up" | "down",
  words: readonly string[],
): Quantity {
  const end = at + written.length;
  const { comparator, words: ahead } = readBefore(text, Math.max(0, at - 24), at);
  const behind = readAfter(text, end);
  return {
    at,
    end,
    phraseAt: at + Math.min(0, lead),
    phraseEnd: behind?.end ?? end,
    numText: written,
    numAt: at,
    value,
    upperValue: null,
    stretchValue: null,
    unit: "%",
    comparator: behind?.comparator ?? comparator ?? "equal",
    form: "growth",
    direction,
    growthPct: direction === "down" ? `-${value}` : value,
    modality: null,
    words: [...words, ...ahead, ...(behind === null ? [] : [behind.word])],
  };
}
