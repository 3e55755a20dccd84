// Marks of figures and dates that the source does not print.
import type { Baseline } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";

type Origin = Pick<Baseline, "origin" | "isProvisional">;

/** 推算 / "derived"; 录入，暂定 / "entered by hand, provisional". */
export function originText({ origin, isProvisional }: Origin, lang: Language): string {
  const t = getTranslator(lang);
  const text = t(`baselineOrigins.${origin}`);
  return isProvisional ? t("promise.provisional", { origin: text }) : text;
}

/** 316.5亿元（推算） / "CNY 31.65 billion (derived)"; the figure alone if it is printed. */
export function withOrigin(figure: string, baseline: Origin, lang: Language): string {
  if (baseline.origin === "printed" && !baseline.isProvisional) return figure;
  const t = getTranslator(lang);
  return t("promise.marked", { text: figure, mark: originText(baseline, lang) });
}

/** A day or step that is a planning assumption: 2023年10月31日（规划假设）. */
export function withAssumption(text: string, isAssumed: boolean, lang: Language): string {
  if (!isAssumed) return text;
  const t = getTranslator(lang);
  return t("promise.marked", { text, mark: t("target.assumed") });
}
