// The choices of language and theme, and how a request's wishes are read.
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "./languages";

export const LANGUAGE_COOKIE = "guatu-lang";
export const THEME_COOKIE = "guatu-theme";
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: unknown): text is Theme {
  return THEMES.includes(text as Theme);
}

interface Wish {
  readonly tag: string;
  readonly weight: number;
}

function wishesOf(acceptLanguage: string): Wish[] {
  return acceptLanguage
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = Number(
        parameters
          .find((one) => one.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag, weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight);
}

/**
 * The language to answer in: the one chosen, else the first of the browser's wishes that there is, else the default.
 * Any Chinese (zh, zh-TW, zh-Hans-CN) is answered in zh-CN and any English in en.
 */
export function languageOf(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  for (const { tag } of wishesOf(acceptLanguage ?? "")) {
    const primary = tag.split("-")[0];
    if (primary === "zh") return "zh-CN";
    if (primary === "en") return "en";
  }
  return DEFAULT_LANGUAGE;
}

/** How an address's ?asOf= reaches the clock. */
export const AS_OF_HEADER = "x-guatu-as-of";
