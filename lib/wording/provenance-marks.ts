// Marks of figures and dates that the source does not print.
import type { BaselineOrigin } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

/** 316.5亿元（推算） / "CNY 31.65 billion (derived)"; the figure alone if it is printed. */
export function withOrigin(figure: string, origin: BaselineOrigin, lang: Language): string {
  if (origin === "printed") return figure;
  const t = getTranslator(lang);
  return t("promise.marked", { text: figure, mark: t(`baselineOrigins.${origin}`) });
}

/** A day or step that is a planning assumption: 2023年10月31日（规划假设）. */
export function withAssumption(text: string, isAssumed: boolean, lang: Language): string {
  if (!isAssumed) return text;
  const t = getTranslator(lang);
  return t("promise.marked", { text, mark: t("target.assumed") });
}
