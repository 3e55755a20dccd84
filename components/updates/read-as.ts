// What a typed number will be stored as, where that is not plain from the text itself.
import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import { parseDecimalText } from "@/lib/schemas/decimal-text";

const PLAIN = /^\s*[-+]?[\d,]*\.?\d*\s*$/;

/** The measure a text is read as (350亿 in 万元: 3,500,000万元); null for plain digits and what cannot be read. */
export function readAs(typed: string, unit: string | null, lang: Language): string | null {
  if (PLAIN.test(typed)) return null;
  const parsed = parseDecimalText(typed, unit);
  return parsed.ok && parsed.value !== null ? formatMeasure(parsed.value, unit ?? "", lang) : null;
}
