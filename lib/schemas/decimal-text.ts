// Parses a number as people type and paste it: half or full width, with thousands separators, with a unit. Never
// converts to a float, and never returns a number other than the visible one.
import { Decimal } from "decimal.js";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { convertTyped, splitOwnUnit } from "@/lib/domain/units/typed-unit";

const MAX_DECIMALS = 6;
const TOO_LARGE = new Decimal("1e15");

type DecimalFault =
  | "not-a-number"
  | "several-numbers"
  /** The text has a unit, but the field expects a bare number. */
  | "unit-not-taken"
  /** The unit measures something else, or is too small to be converted exactly. */
  | "wrong-unit"
  | "too-large"
  | "too-many-decimals";
export type DecimalText =
  | { readonly ok: true; readonly value: Decimal | null }
  | { readonly ok: false; readonly fault: DecimalFault };

/**
 * Invisible characters from copied web pages, PDF and Office files. Excludes right-to-left marks, because they change
 * the order of the digits after them.
 */
const INVISIBLE = /[\u00ad\u200b-\u200e\u202a\u202c\u202d\u2060\u2066\u2068\u2069\ufeff]/g;
const ANY_SPACE = /[\s\u2007]+/g;

function toHalfWidth(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013\ufe63]/g, "-")
    .replace(/[\u00a5\uffe5]/g, "¥")
    .trim();
}

/** ¥ or the code of a currency. */
const CURRENCY = "(?:(?<currency>¥|(?:CNY|RMB|USD|EUR|HKD)(?![A-Za-z]))\\s?)?";
// Western or Chinese full stop: the input method writes 123。5 for 123.5.
const DIGITS =
  "(?<whole>\\d{1,40}|[1-9]\\d{0,2}(?:,\\d{3}){1,12}|[1-9]\\d{0,2}(?:(?<gap>[ \\u00a0\\u2007\\u2009\\u202f])\\d{3})(?:\\k<gap>\\d{3}){0,11})?(?:[.。](?<decimals>\\d{0,40}))?";
const WORD = "[^\\p{N}\\s](?:[^\\p{N}\\s]|[²³₂]){0,20}";
const UNIT = `(?<unit>(?![.,。+-])${WORD}(?:[ \\u00a0]${WORD}){0,4})?`;
const NUMBER = new RegExp(`^(?<sign>[-+]?)${CURRENCY}(?<inner>[-+]?)${DIGITS}\\s*${UNIT}$`, "iu");
/** Several cells or words, each of which contains a number. */
const SEVERAL = /^\S*\d\S*(?:\s+\S*\d\S*)+$/u;

interface Written {
  readonly digits: Decimal;
  /** The currency before and the unit after the number; "" for a bare number. */
  readonly unit: string;
}

/** 元 after ¥350, 亿元 after ¥350亿, "CNY billion" after CNY 3 billion and ¥3 billion. */
function withCurrency(currency: string, unit: string): string {
  if (currency === "") return unit;
  if (currency !== "¥") return `${currency.toUpperCase().replace("RMB", "CNY")} ${unit}`.trim();
  if (/^[a-z]/i.test(unit)) return `CNY ${unit}`;
  return unit.endsWith("元") ? unit : `${unit}元`;
}

function readWritten(text: string): Written | null {
  const found = NUMBER.exec(text)?.groups ?? {};
  const { sign = "", inner = "", whole = "", decimals = "", currency = "", unit = "" } = found;
  if ((whole === "" && decimals === "") || (inner !== "" && (sign !== "" || currency === ""))) return null;
  const digits = `${sign || inner}${whole.replace(/,/g, "").replace(ANY_SPACE, "") || "0"}.${decimals || "0"}`;
  return { digits: new Decimal(digits), unit: withCurrency(currency, unit.replace(ANY_SPACE, " ")) };
}

/** A unit with digits (人/10万人) is known only as the metric's own. */
function readWithOwnUnit(text: string, printed: PrintedUnit | null): Written | null {
  const split = printed === null ? null : splitOwnUnit(text, printed);
  const written = split === null ? null : readWritten(split.number);
  return split === null || written === null ? null : { ...written, unit: `${written.unit}${split.unit}` };
}

/**
 * The typed text as a Decimal in the unit of a metric; null when it is blank. A unit in the text is converted (350亿 in
 * 万元 is 3500000; 30 schools is 30 where the English unit is schools); without `printed`, a unit is rejected. Also
 * rejected: anything but plain decimal notation (1e400, NaN, 0x10, 1,2,3), white space that does not separate thousands
 * (`3 5 1` is three cells), a unit that does not match or convert exactly, values of 10¹⁵ and more, and more than six
 * decimals, which the database would round.
 */
export function parseDecimalText(typed: string, printed: PrintedUnit | null = null): DecimalText {
  const text = toHalfWidth(typed);
  if (text === "") return { ok: true, value: null };
  const place = printed?.unit === "位" ? text.replace(/^第/, "").replace(/[位名]$/, "") : text;
  const written = readWritten(place) ?? readWithOwnUnit(place, printed);
  if (written === null) return { ok: false, fault: SEVERAL.test(text) ? "several-numbers" : "not-a-number" };
  return inUnit(written, printed);
}

function inUnit({ digits, unit }: Written, printed: PrintedUnit | null): DecimalText {
  const isBare = unit === "";
  if (!isBare && printed === null) return { ok: false, fault: "unit-not-taken" };
  const value = isBare || printed === null ? digits : convertTyped(digits, unit, printed);
  if (value === null) return { ok: false, fault: "wrong-unit" };
  if (value.abs().greaterThanOrEqualTo(TOO_LARGE)) return { ok: false, fault: "too-large" };
  if (value.decimalPlaces() <= MAX_DECIMALS) return { ok: true, value };
  return { ok: false, fault: isBare || digits.decimalPlaces() > MAX_DECIMALS ? "too-many-decimals" : "wrong-unit" };
}
