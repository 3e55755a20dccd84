// Display preferences in cookies, so that the server renders the first page correctly.
import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import {
  DENSITY_COOKIE,
  type Density,
  isDensity,
  isTheme,
  LANGUAGE_COOKIE,
  SHORTCUTS_COOKIE,
  THEME_COOKIE,
  type Theme,
} from "./choices";
import type { Language } from "./languages";
import { negotiateLanguage } from "./negotiate-language";

/** The language of the current request: the user's choice, otherwise the browser's, otherwise Chinese. */
export const getLanguage = cache(async (): Promise<Language> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return negotiateLanguage(jar.get(LANGUAGE_COOKIE)?.value, head.get("accept-language"));
});

/** `system` follows the device. */
export const getTheme = cache(async (): Promise<Theme> => {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(chosen) ? chosen : "system";
});

/** The height of the rows of the list of targets. */
export async function getDensity(): Promise<Density> {
  const chosen = (await cookies()).get(DENSITY_COOKIE)?.value;
  return isDensity(chosen) ? chosen : "comfortable";
}

/** Whether single keys are shortcuts; on until the user turns them off (WCAG 2.1.4). */
export async function hasShortcuts(): Promise<boolean> {
  return (await cookies()).get(SHORTCUTS_COOKIE)?.value !== "off";
}
