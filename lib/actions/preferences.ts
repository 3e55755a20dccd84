"use server";
// Display preferences, and the day of demo mode. Plain forms: they work without script.
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { DEMO_FIRST_DAY, DEMO_LAST_DAY } from "@/lib/domain/calendar/demo-days";
import { addMonths, earlierDate, laterDate } from "@/lib/domain/calendar/iso-date";
import {
  DENSITY_COOKIE,
  isDensity,
  isTheme,
  LANGUAGE_COOKIE,
  SHORTCUTS_COOKIE,
  THEME_COOKIE,
} from "@/lib/i18n/choices";
import { isLanguage } from "@/lib/i18n/languages";
import { DAY_COOKIE, demoDay } from "@/lib/request/clock";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

async function remember(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true });
  revalidatePath("/", "layout");
}

export async function changeLanguageAction(form: FormData): Promise<void> {
  const language = form.get("language");
  if (isLanguage(language)) await remember(LANGUAGE_COOKIE, language);
}

export async function changeThemeAction(form: FormData): Promise<void> {
  const theme = form.get("theme");
  if (typeof theme === "string" && isTheme(theme)) await remember(THEME_COOKIE, theme);
}

/** The height of the rows of the list of targets. */
export async function changeDensityAction(form: FormData): Promise<void> {
  const density = form.get("density");
  if (isDensity(density)) await remember(DENSITY_COOKIE, density);
}

/** Turns the shortcuts that are single keys on or off. */
export async function changeShortcutsAction(form: FormData): Promise<void> {
  const choice = form.get("shortcuts");
  if (choice === "on" || choice === "off") await remember(SHORTCUTS_COOKIE, choice);
}

/** Moves the demo's day: to `day`, then by `months`; limited to the sample year. */
export async function changeDayAction(form: FormData): Promise<void> {
  const day = demoDay(String(form.get("day") ?? ""));
  if (day === null) return;
  const months = Number(form.get("months") ?? 0);
  const moved = months === 0 ? day : addMonths(day, Math.sign(months));
  const limited = earlierDate(laterDate(moved, DEMO_FIRST_DAY), DEMO_LAST_DAY);
  await remember(DAY_COOKIE, limited);
}
