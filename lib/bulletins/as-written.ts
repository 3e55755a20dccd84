// Texts that exist in one language only: the other language prints them as written, with a note.
import { type Bilingual, LANGUAGES, type Language } from "@/lib/i18n/languages";
import type { Translator } from "@/lib/i18n/translator";

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Whether a text is in the other language; a text without words of either is not. */
export function isInOtherLanguage(text: string, lang: Language): boolean {
  const chinese = countOf(text, /\p{Script=Han}/gu);
  const latin = countOf(text, /[a-z]/gi);
  return lang === "en" ? chinese > latin : chinese === 0 && latin > 3;
}

/** Whether a text is blank in this language and not in the other. */
export const isMissing = (text: Bilingual, lang: Language) =>
  text[lang] === "" && LANGUAGES.some((other) => text[other] !== "");

const written = (text: Bilingual) => LANGUAGES.map((lang) => text[lang]).find((one) => one !== "") ?? "";

/** The paragraphs in this language, or those of the other below a note. */
export function paragraphsIn(text: Bilingual, lang: Language, t: Translator): string {
  return isMissing(text, lang) ? `${t("bulletin.asWritten")}\n${written(text)}` : text[lang];
}

/** The line in this language, or that of the other with a note after it. */
export function lineIn(text: Bilingual, lang: Language, t: Translator): string {
  return isMissing(text, lang) ? t("bulletin.asWrittenInLine", { text: written(text) }) : text[lang];
}
