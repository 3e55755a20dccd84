// The cookies, header and values that carry a reader's choices of language, theme and date.
export const LANGUAGE_COOKIE = "guatu-lang";
export const THEME_COOKIE = "guatu-theme";
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: unknown): text is Theme {
  return THEMES.includes(text as Theme);
}

/** The header that passes ?asOf= to the clock. */
export const AS_OF_HEADER = "x-guatu-as-of";
