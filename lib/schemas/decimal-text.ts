// A number as people type it: half or full width, with or without thousands commas. Never through a float.
import { Decimal } from "decimal.js";

const MAX_DECIMALS = 6;
const TOO_LARGE = new Decimal("1e15");

type DecimalFault = "not-a-number" | "too-large" | "too-many-decimals";
export type DecimalText =
  | { readonly ok: true; readonly value: Decimal | null }
  | { readonly ok: false; readonly fault: DecimalFault };

/** Full-width digits, points, commas and signs as half-width ones, without spaces. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\s\u3000]/g, "");
}

/**
 * The typed text as a Decimal; null when it is blank. Refused: anything but plain decimal notation (1e400, NaN,
 * Infinity, 0x10, 1,2,3), a size of 10¹⁵ and more, and more than six decimals, which the database would round.
 */
export function parseDecimalText(typed: string): DecimalText {
  const text = toHalfWidth(typed);
  if (text === "") return { ok: true, value: null };
  if (!/^[-+]?(\d{1,40}|\d{1,3}(,\d{3}){1,12})(\.\d{1,40})?$/.test(text)) return { ok: false, fault: "not-a-number" };
  const value = new Decimal(text.replaceAll(",", ""));
  if (value.abs().greaterThanOrEqualTo(TOO_LARGE)) return { ok: false, fault: "too-large" };
  if (value.decimalPlaces() > MAX_DECIMALS) return { ok: false, fault: "too-many-decimals" };
  return { ok: true, value };
}
