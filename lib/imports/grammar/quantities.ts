// The quantities of a text: each number with its unit, comparator, form and modality, and the words that decided them.
import type { Comparator } from "@/lib/domain/targets/types";
import {
  type Form,
  readAfter,
  readBefore,
  readCourse,
  readEnglishCourse,
} from "@/lib/imports/grammar/comparator-words";
import { findFractions } from "@/lib/imports/grammar/fractions";
import { spreadComparators } from "@/lib/imports/grammar/lists";
import { blankNames, isName, isStructure } from "@/lib/imports/grammar/not-quantities";
import { findNumerals, type Numeral, toHalfWidth } from "@/lib/imports/grammar/numerals";
import { findRanks } from "@/lib/imports/grammar/ranks";
import { readUnit } from "@/lib/imports/grammar/read-unit";

type Modality = "力争" | "确保" | "争取" | "预计";

export interface Quantity {
  /** Offsets of the number with its unit. */
  readonly at: number;
  readonly end: number;
  /** Offsets with the words that decided the comparator and the form. */
  readonly phraseAt: number;
  readonly phraseEnd: number;
  readonly numText: string;
  /** The offset of numText; `at` where no currency stands before it. */
  readonly numAt: number;
  /** Decimal strings in the scale written: 402 for 402亿元. */
  readonly value: string;
  readonly upperValue: string | null;
  /** For 保二争一: the place to strive for. */
  readonly stretchValue: string | null;
  /** As written, in its usual spelling; "" for a bare number. */
  readonly unit: string;
  readonly comparator: Comparator;
  readonly form: Form;
  /** Of growth and change; a fall is "down". */
  readonly direction: "up" | "down" | null;
  /** Signed per cent, for growth. */
  readonly growthPct: string | null;
  readonly modality: Modality | null;
  /** The words that decided comparator and form, for the explanation. */
  readonly words: readonly string[];
}

/**
 * All quantities of a text, in order. Dates, ordinals, list numbers, names and slogans are none. Works on sentences and
 * on table cells (≥30个, 增长7%左右, 前3名, 确保5%、力争8%). Never throws; the time is linear in the text's length.
 */
export function findQuantities(text: string): Quantity[] {
  const plain = blankNames(toHalfWidth(text));
  const whole = [...findRanks(plain), ...findFractions(plain)];
  const isTaken = new Uint8Array(text.length);
  for (const { at, end } of whole) isTaken.fill(1, at, end);
  const measures = joinRanges(
    plain,
    findNumerals(plain).flatMap((numeral) => {
      if (isTaken[numeral.at] === 1) return [];
      const measure = readMeasure(plain, numeral);
      return measure === null ? [] : [measure];
    }),
  );
  const found: Quantity[] = [...whole];
  let previous: Quantity | null = null;
  for (const measure of measures) {
    if (!measure.isFigure) continue;
    previous = quantityOf(plain, measure, previous);
    found.push(previous);
  }
  found.sort((one, other) => one.at - other.at);
  return spreadComparators(plain, found).map((one) => withModality(plain, one));
}

interface Measure {
  readonly at: number;
  readonly end: number;
  readonly numeral: Numeral;
  readonly upper: Numeral | null;
  readonly unit: string;
  readonly more: string | null;
  /** Whether the unit or the words around make it a figure; a bare number may still begin a range. */
  readonly isFigure: boolean;
  readonly nounAt?: number;
}

function readMeasure(text: string, numeral: Numeral): Measure | null {
  const before = text.slice(Math.max(0, numeral.at - 24), numeral.at);
  const after = text.slice(numeral.end, numeral.end + 24);
  if (isName(before, numeral, after) || isStructure(before, numeral, after)) return null;
  const read = readUnit(text, numeral);
  return { ...read, numeral, upper: null };
}

const DASH = /^\s*(?:[-—–~]{1,2})\s*$/;
const TO = /^\s*(?:至|到|to)\s*$/;
const FROM = /(?:[从由自]|\bfrom\b)[^,，。;；、\n]{0,24}$/i;
const BETWEEN = /\bbetween\s+(?:[£$€¥])?$/i;

/** 6—8个, 5%至6%, between 5 and 6 per cent become one measure; 从2.7件到5.2件 stays two. */
function joinRanges(text: string, measures: readonly Measure[]): Measure[] {
  const joined: Measure[] = [];
  for (const measure of measures) {
    const last = joined.at(-1);
    if (last === undefined || last.upper !== null || !measure.isFigure || !isRange(text, last, measure)) {
      joined.push(measure);
      continue;
    }
    joined[joined.length - 1] = { ...measure, at: last.at, numeral: last.numeral, upper: measure.numeral };
  }
  return joined;
}

function isRange(text: string, low: Measure, high: Measure): boolean {
  const between = text.slice(low.end, high.at);
  if (between.length > 6 || (low.unit !== "" && low.unit !== high.unit)) return false;
  if (Number(low.numeral.value) >= Number(high.numeral.value)) return false;
  const before = text.slice(Math.max(0, low.at - 30), low.at);
  if (DASH.test(between)) return true;
  if (TO.test(between)) return !FROM.test(before);
  return /^\s*and\s*$/i.test(between) && BETWEEN.test(before);
}

const CLAUSE_BREAK = /[,，。;；、!！?？\n]/;

function clauseStart(text: string, at: number): number {
  for (let start = at; start > Math.max(0, at - 120); start -= 1) {
    if (CLAUSE_BREAK.test(text[start - 1] ?? "") && !/\d,\d/.test(text.slice(start - 2, start + 1))) return start;
  }
  return Math.max(0, at - 120);
}

function quantityOf(text: string, measure: Measure, previous: Quantity | null): Quantity {
  const start = Math.max(clauseStart(text, measure.at), previous === null ? 0 : previous.end);
  const isNegative = measure.upper === null && MINUS.test(text.slice(Math.max(0, measure.at - 6), measure.at));
  const ahead = readBefore(text, start, measure.at - (isNegative ? 1 : 0));
  const behind = readAfter(text, measure.end);
  const isStrong = ahead.comparator !== null && ahead.comparator !== "about" && !ahead.words.includes("控制在");
  const loose = behind?.comparator ?? ahead.comparator ?? (measure.more === null ? "equal" : "more-than");
  const comparator = measure.upper !== null ? "between" : isStrong ? (ahead.comparator ?? loose) : loose;
  const course = courseOf(text, start, ahead.at, measure) ?? inheritedCourse(text, measure, ahead.at, previous);
  const form = formOf(text, start, ahead.at, measure.unit, course !== null);
  const isGrowth = form === "growth";
  const sign = isNegative ? "-" : "";
  const words = [course?.word, ...ahead.words, measure.more, behind?.word].filter(
    (word) => word != null && word !== "",
  );
  return {
    at: measure.at,
    end: measure.end,
    phraseAt: course !== null && course.at !== null ? course.at : ahead.at,
    phraseEnd: behind?.end ?? measure.end,
    numText: measure.numeral.numText,
    numAt: measure.numeral.at,
    value: sign + measure.numeral.value,
    upperValue: measure.upper?.value ?? null,
    stretchValue: null,
    unit: measure.unit,
    comparator,
    form,
    direction: isNegative && course !== null ? "down" : (course?.direction ?? null),
    growthPct: isGrowth && course !== null ? growthOf(measure, isNegative ? "down" : course.direction) : null,
    modality: null,
    words: words as string[],
  };
}

/** 增长-2.1%: a minus sign, not a dash. */
const MINUS = /(?:增长|增速|增幅|涨幅|同比|[为是:：(（]|^)\s*[-−]$/;

type CourseRead = { direction: "up" | "down"; word: string; at: number | null } | null;

function courseOf(text: string, start: number, at: number, measure: Measure): CourseRead {
  if (measure.unit === "番") return { direction: "up", word: "翻", at: null };
  const han = readCourse(text, start, at);
  if (han !== null) return han;
  const before = text.slice(Math.max(0, at - 100), at);
  if (!/[A-Za-z]/.test(before) && !/^[- ][a-z]/.test(text.slice(measure.end, measure.end + 2))) return null;
  const linked = text.slice(at, measure.at);
  const english = readEnglishCourse(before, linked, text.slice(measure.nounAt ?? measure.end, measure.end + 40));
  return english === null ? null : { ...english, at: null };
}

/** The second of 分别增长35%、52% grows too. */
function inheritedCourse(text: string, measure: Measure, at: number, previous: Quantity | null): CourseRead {
  if (previous === null || previous.direction === null || previous.unit !== measure.unit) return null;
  if (previous.form !== "growth" && previous.form !== "change") return null;
  const between = text.slice(previous.phraseEnd, at);
  // 提高5元、达到94元: the second is a level.
  if (/[达到至为]/.test(text.slice(at, measure.at))) return null;
  const isStretch = /^\s*[,，;；]?\s*$/.test(between) && /力争|争取|确保/.test(text.slice(at, measure.at));
  return isStretch || /^\s*[、和与及]?\s*$/.test(between)
    ? { direction: previous.direction, word: "", at: null }
    : null;
}

const PERCENT_UNITS = new Set(["%", "‰", "倍", "番"]);
const POINT_UNITS = new Set(["个百分点", "percentage points"]);
const GAP =
  /(?:高于|低于|快于|慢于|好于|优于|高出|超出|领先|落后)[^,，。;；、\n]{0,24}$|\b(?:above|below|ahead of|behind)\b[^,.;\n]{0,30}$/i;

function formOf(text: string, start: number, at: number, unit: string, hasCourse: boolean): Form {
  if (POINT_UNITS.has(unit) && GAP.test(text.slice(start, at))) return "gap";
  if (!hasCourse) return "level";
  return PERCENT_UNITS.has(unit) ? "growth" : "change";
}

function growthOf(measure: Measure, direction: "up" | "down"): string {
  const { value } = measure.numeral;
  const size =
    measure.unit === "番"
      ? `${(2 ** Number(value) - 1) * 100}`
      : measure.unit === "倍"
        ? `${Number(value) * 100}`
        : value;
  return direction === "down" && Number(size) !== 0 ? `-${size}` : size;
}

const MODALITY = /力争|确保|争取|预计/g;

/** The modal word nearest before the number in its clause. */
function withModality(text: string, quantity: Quantity): Quantity {
  const from = clauseStart(text, quantity.at);
  const found = text.slice(from, quantity.at).match(MODALITY)?.at(-1);
  return found === undefined ? quantity : { ...quantity, modality: found as Modality };
}
