// Numerals in text: Arabic, full-width, with thousands separators, Chinese and English number words.
import { Decimal } from "decimal.js";

const HALF_WIDTH: Readonly<Record<string, string>> = {
  "％": "%",
  "－": "-",
  "～": "~",
  "＋": "+",
  "＜": "<",
  "＞": ">",
};

/**
 * The text with full-width digits, signs and letters as ASCII. Every character keeps its offset. A full-width full stop
 * or comma changes only between digits; elsewhere it separates clauses.
 */
export function toHalfWidth(text: string): string {
  if (!/[\uff01-\uff5e]/.test(text)) return text;
  return text
    .replace(
      /[％－～＋＜＞０-９Ａ-Ｚａ-ｚ]/g,
      (sign) => HALF_WIDTH[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    .replace(/(?<=\d)．(?=\d)/g, ".")
    .replace(/(?<=\d)，(?=\d{3}(?!\d))/g, ",");
}

export interface Numeral {
  readonly at: number;
  readonly end: number;
  readonly numText: string;
  /** Decimal string in the scale written. */
  readonly value: string;
  readonly script: "arabic" | "han" | "word";
  /** Only for 百分之三十 and 千分之五: the unit is written before the number. */
  readonly unitBefore: "%" | "‰" | null;
}

const WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const WORD_VALUES: ReadonlyMap<string, number> = new Map([
  ...WORDS.map((word, index): [string, number] => [word, index + 2]),
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["hundred", 100],
]);

const ARABIC = String.raw`(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?`;
const HAN = `(?:百分之|千分之)?(?!百分)[零〇一二两三四五六七八九十百][零〇一二两三四五六七八九十百千万亿]*(?:点[零〇一二三四五六七八九]+)?`;
const NUMERAL = new RegExp(`${ARABIC}|${HAN}|\\b(?:${[...WORD_VALUES.keys()].join("|")})\\b`, "gi");

/** Longer digit strings are identifiers, not figures. */
const MAX_DIGITS = 15;

/** All numerals of a text that is already in half width, in order. */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.matchAll(NUMERAL)) {
    const numeral = readNumeral(match[0], match.index);
    if (numeral !== null) found.push(numeral);
  }
  return found;
}

function readNumeral(written: string, at: number): Numeral | null {
  if (/^\d/.test(written)) {
    if (written.length > MAX_DIGITS) return null;
    const value = new Decimal(written.replaceAll(",", "")).toFixed();
    return { at, end: at + written.length, numText: written, value, script: "arabic", unitBefore: null };
  }
  const word = WORD_VALUES.get(written.toLowerCase());
  if (word !== undefined) {
    return { at, end: at + written.length, numText: written, value: `${word}`, script: "word", unitBefore: null };
  }
  return readHanNumeral(written, at);
}

function readHanNumeral(written: string, at: number): Numeral | null {
  const prefix = /^[百千]分之/.exec(written)?.[0] ?? "";
  // A scale at the end belongs to the unit: 三十万平方米 is 30 万平方米.
  const digits = written.slice(prefix.length).replace(/(?<=.)[万亿]+$/, "");
  const value = digits.length > MAX_DIGITS ? null : hanValue(digits);
  if (value === null) return null;
  const start = at + prefix.length;
  const unitBefore = prefix === "" ? null : prefix === "百分之" ? "%" : "‰";
  return { at: start, end: start + digits.length, numText: digits, value, script: "han", unitBefore };
}

const HAN_DIGITS = "零一二三四五六七八九";
const HAN_STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function hanDigit(sign: string): number {
  return sign === "两" ? 2 : sign === "〇" ? 0 : HAN_DIGITS.indexOf(sign);
}

/** 三百二十 → "320", 二〇二五 → "2025", 十二点五 → "12.5"; null where the signs form no number. */
export function hanValue(written: string): string | null {
  const [whole = "", decimals] = written.split("点");
  const integer = /[十百千万亿]/.test(whole) ? hanSum(whole) : hanString(whole);
  if (integer === null) return null;
  if (decimals === undefined) return `${integer}`;
  const after = [...decimals].map(hanDigit);
  return after.includes(-1) ? null : new Decimal(`${integer}.${after.join("")}`).toFixed();
}

function hanString(whole: string): number | null {
  const digits = [...whole].map(hanDigit);
  return digits.length === 0 || digits.includes(-1) ? null : Number(digits.join(""));
}

function hanSum(whole: string): number | null {
  let [total, section, digit] = [0, 0, -1];
  for (const sign of whole) {
    const step = HAN_STEPS[sign];
    if (step !== undefined) {
      section += (digit < 0 ? 1 : digit) * step;
      digit = -1;
    } else if (sign === "万" || sign === "亿") {
      total = (total + section + Math.max(digit, 0)) * (sign === "万" ? 1e4 : 1e8);
      [section, digit] = [0, -1];
    } else {
      const next = hanDigit(sign);
      // Two digits in a row without a step, as in 三五十, are no number; 零 only fills.
      if (next < 0 || digit > 0) return null;
      digit = next;
    }
  }
  const sum = total + section + Math.max(digit, 0);
  return Number.isSafeInteger(sum) ? sum : null;
}
