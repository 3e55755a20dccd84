export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = "zh-CN";

/** A text in every language of the product: `title[lang]`. */
export type Bilingual = Readonly<Record<Language, string>>;

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.includes(text as Language);
}
