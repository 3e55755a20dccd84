// The cookies, header and values that carry a reader's choices of language, theme, density and date.
export const LANGUAGE_COOKIE = "guatu-lang";
export const THEME_COOKIE = "guatu-theme";
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: unknown): text is Theme {
  return THEMES.includes(text as Theme);
}

export const DENSITY_COOKIE = "guatu-density";
const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

export function isDensity(text: unknown): text is Density {
  return DENSITIES.includes(text as Density);
}

/** Whether single keys are shortcuts: `on` or `off`. */
export const SHORTCUTS_COOKIE = "guatu-shortcuts";

/** The header that passes ?asOf= to the clock. */
export const AS_OF_HEADER = "x-guatu-as-of";
/** Before the day in the header of a write: only the page that is rendered after it uses that day. */
export const PAGE_ONLY = "page ";
