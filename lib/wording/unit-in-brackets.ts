import { formatUnit } from "@/lib/domain/units/format-measure";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

/** After the label of a number field: （亿元） / " (CNY 100 million)"; empty without a unit. */
export function unitInBrackets(unit: PrintedUnit, lang: Language): string {
  const text = formatUnit(unit, lang);
  return text === "" ? "" : getTranslator(lang)("target.inBrackets", { text });
}
