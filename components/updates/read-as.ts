// How typed text is parsed as a number, where the text is ambiguous.
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { type PrintedUnit, plainUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { parseDecimalText } from "@/lib/schemas/decimal-text";

const PLAIN = /^\s*[-+]?[\d,]*\.?\d*\s*$/;

/** The parsed measure (350亿 in 万元: 3,500,000万元); null for plain digits and invalid text. */
export function readAs(typed: string, printed: PrintedUnit | null, lang: Language): string | null {
  if (PLAIN.test(typed)) return null;
  const parsed = parseDecimalText(typed, printed);
  return parsed.ok && parsed.value !== null ? formatMeasure(parsed.value, printed ?? plainUnit(""), lang) : null;
}
