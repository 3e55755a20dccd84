// The unit of a numeral, before or after it, and whether the number is a figure at all.
import { readAfter, readBefore } from "@/lib/imports/grammar/comparator-words";
import type { Numeral } from "@/lib/imports/grammar/numerals";
import { englishMeasureAt, englishNounAt, englishRate, hanUnitAt } from "@/lib/imports/grammar/unit-words";

export interface ReadUnit {
  readonly at: number;
  readonly end: number;
  readonly unit: string;
  readonly more: string | null;
  readonly isFigure: boolean;
  /** Where an English noun begins: words such as "fewer" stand between number and noun. */
  readonly nounAt?: number;
}

const CURRENCY = /(NZ\$|US\$|A\$|C\$|HK\$|CNY|RMB|GBP|USD|EUR|NZD|AUD|[£$€¥])\s?$/;

export function readUnit(text: string, numeral: Numeral): ReadUnit {
  const currency = CURRENCY.exec(text.slice(Math.max(0, numeral.at - 5), numeral.at));
  const at = numeral.at - (currency?.[0].length ?? 0);
  if (numeral.unitBefore !== null) {
    return { at: numeral.at - 4, end: numeral.end, unit: numeral.unitBefore, more: null, isFigure: true };
  }
  if (numeral.script !== "word") {
    const han = hanUnitAt(text, numeral.end);
    if (han !== null && /\p{Script=Han}/u.test(han.unit)) return { ...han, at, isFigure: true };
    const english = englishMeasureAt(text, numeral.end, currency !== null);
    if (english !== null) return { ...english, at, unit: withCurrency(currency?.[1], english.unit), isFigure: true };
    if (han !== null) return { ...han, at, isFigure: true };
  }
  if (currency !== null) return { at, end: numeral.end, unit: currency[1] ?? "", more: null, isFigure: true };
  return readNoun(text, numeral) ?? readBare(text, numeral);
}

function withCurrency(currency: string | undefined, unit: string): string {
  return currency === undefined ? unit : `${currency} ${unit}`;
}

function readNoun(text: string, numeral: Numeral): ReadUnit | null {
  const noun = englishNounAt(text, numeral.end);
  if (noun === null || isYear(numeral)) return null;
  return {
    ...noun,
    at: numeral.at,
    unit: noun.unit + englishRate(text.slice(noun.end)),
    isFigure: true,
    nounAt: numeral.end,
  };
}

function isYear({ numText }: Numeral): boolean {
  return /^(?:19|20)\d\d$/.test(numText);
}

const REACHES =
  /(?:达到?|[提升增降减]\S{0,3}[到至]|[为到至是]|\b(?:to|from|reach(?:es|ed|ing)?|of|is|was|were|by)|[、和])\s*$/;
const ENDS =
  /^\s*(?:$|[,，。;；、!！?？）)\n]|\.(?:\s|$)|以上|以内|以下|左右|per\b|a year|each year|(?:by|in|from|as)\b)/i;
/** "Number of homes delivered: 1,500-2,000". */
const LABEL_BEFORE = /[a-z)]:\s*(?:[\d,.]+\s?[-–—]\s?)?$/i;
/** "; 16,753 had been recruited". */
const STARTS = /[;.:]\s$/;
const VERB_AFTER = /^\s(?:will|would|are|were|is|was|have|has|had|must|should|can)\b/;
const MOST_BARE_DIGITS = 7;
/** 从2020年的85提高到95: the start of a course has no unit if its end has none. */
const START_OF_COURSE = /[从由自](?:\d{4}年|上年|去年)?(?:底|末)?的?\s?$/;
const COURSE_AFTER = /^\s?(?:提高|提升|增长|增加|上升|扩大|下降|降低|减少|压减|拓展|达到|升|增|减|降|至|到)/;

/** A number without a unit is a figure where it fills a cell, or where words around it say that something reaches it. */
function readBare(text: string, numeral: Numeral): ReadUnit {
  const bare = { at: numeral.at, end: numeral.end, unit: "", more: null };
  const none = { ...bare, isFigure: false };
  if (numeral.script !== "arabic") return none;
  if (numeral.numText.length > MOST_BARE_DIGITS && !/[.,]/.test(numeral.numText)) return none;
  const before = readBefore(text, Math.max(0, numeral.at - 24), numeral.at);
  const after = text.slice(numeral.end, numeral.end + 12);
  if (
    before.at === 0 &&
    (after.trim() === "" || readAfter(text, numeral.end)?.word === text.slice(numeral.end).trim())
  ) {
    return { ...bare, isFigure: true };
  }
  if (isYear(numeral)) return none;
  if (START_OF_COURSE.test(text.slice(Math.max(0, numeral.at - 12), numeral.at)) && COURSE_AFTER.test(after)) {
    return { ...bare, isFigure: true };
  }
  const label = text.slice(Math.max(0, numeral.at - 24), numeral.at);
  if (LABEL_BEFORE.test(label) && /^\s*(?:$|[\n,;.(])/.test(after)) return { ...bare, isFigure: true };
  if (STARTS.test(label) && VERB_AFTER.test(after)) return { ...bare, isFigure: true };
  if (!ENDS.test(after) && !(before.comparator !== null && VERB_AFTER.test(after))) return none;
  const isReached = before.comparator !== null || REACHES.test(text.slice(Math.max(0, numeral.at - 10), numeral.at));
  return { ...bare, unit: englishRate(text.slice(numeral.end, numeral.end + 80)).trim(), isFigure: isReached };
}
