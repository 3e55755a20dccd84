// The unit that people type after a number, in either language.
import { Decimal } from "decimal.js";
import { type EnglishUnit, findEnglishUnit, type PrintedUnit } from "@/lib/domain/units/printed-unit";
import { toSingular } from "@/lib/domain/units/singular";
import { convertMeasure, Exact, takesScale } from "@/lib/domain/units/units";

/** The words for powers of ten in English, without abbreviations. */
export const ENGLISH_SCALES: Readonly<Record<string, string>> = {
  thousand: "1e3",
  million: "1e6",
  billion: "1e9",
  trillion: "1e12",
};
const ENGLISH = /^(?:(thousand|million|billion|trillion)(?: +|$))?(.*)$/;
const ORDINALS: readonly string[] = ["st", "nd", "rd", "th"];

/**
 * `value` with the unit `typed` in the metric's unit: 350亿 in 万元 is 3500000, 30 schools in 所 is 30, CNY 3 billion in
 * 亿元 is 30. The currency comes first. Null if the unit measures something else or is unknown.
 */
export function convertTyped(value: Decimal, typed: string, printed: PrintedUnit): Decimal | null {
  const inHan = convertMeasure(value, typed, printed.unit);
  if (inHan !== null) return inHan;
  const unit = findEnglishUnit(printed);
  return unit === null ? null : fromEnglish(value, typed.toLowerCase(), printed, unit);
}

function fromEnglish(value: Decimal, typed: string, { unit: han }: PrintedUnit, unit: EnglishUnit): Decimal | null {
  if (unit.form === "ordinal") return ORDINALS.includes(typed) ? value : null;
  const currency = unit.form === "currency" ? unit.word.toLowerCase() : null;
  const rest = currency !== null && typed.startsWith(`${currency} `) ? typed.slice(currency.length + 1) : typed;
  const [, scale, name = ""] = ENGLISH.exec(rest) ?? [];
  const names = [unit.word, toSingular(unit.word), unit.header].map((one) => one.toLowerCase());
  if (name === "" ? scale === undefined : !names.includes(name)) return null;
  if (scale !== undefined && !takesScale(han)) return null;
  const full = new Exact(value.toFixed()).times(ENGLISH_SCALES[scale ?? ""] ?? 1);
  return new Decimal(full.div(unit.scale));
}

/** The text without the metric's own unit at its end, and that unit as typed; null if it does not end in it. */
export function splitOwnUnit(text: string, { unit, unitEn }: PrintedUnit): { number: string; unit: string } | null {
  const lower = text.toLowerCase();
  const own = [unit, ...(unitEn === null ? [] : [unitEn, toSingular(unitEn)])].find(
    (one) => /^[^\d]/.test(one) && lower.endsWith(one.toLowerCase()),
  );
  if (own === undefined) return null;
  return { number: text.slice(0, -own.length).trimEnd(), unit: text.slice(-own.length) };
}
