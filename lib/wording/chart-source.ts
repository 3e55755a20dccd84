import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

/** "Source: Nantong Daily" without its label, for a column that has it as its header. */
export function bareSource(sourceLabel: string, lang: Language): string {
  const label = getTranslator(lang)("chart.source", { label: "" }).trimEnd();
  return sourceLabel.startsWith(label) ? sourceLabel.slice(label.length).trimStart() : sourceLabel;
}
