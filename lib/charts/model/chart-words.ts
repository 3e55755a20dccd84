// A reader's words next to the data of the office say whose they are.
import { getTranslator } from "@/lib/i18n/translator";
import type { ChartLanguage } from "./chart-model";

interface Signed {
  /** The words are of the office. */
  readonly isSigned: boolean;
}

export function markedWords(text: string, kind: "title" | "note", { isSigned }: Signed, lang: ChartLanguage): string {
  if (isSigned) return text;
  return `${text}${getTranslator(lang)(kind === "title" ? "chart.readersTitle" : "chart.readersNote")}`;
}
