import type { Language } from "@/lib/i18n/languages";

/**
 * The language of a text that a person typed, for its `lang` attribute: screen readers and fonts depend on it, and the
 * page may be in another language. Chinese with any Chinese character, English with Latin letters only; undefined for a
 * text without words, which is read in the language of the page.
 */
export function languageOfText(text: string): Language | undefined {
  if (/\p{Script=Han}/u.test(text)) return "zh-CN";
  return /[A-Za-z]/.test(text) ? "en" : undefined;
}
