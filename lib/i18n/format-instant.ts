// An instant as the city's day and time, independent of the browser's time zone.
import type { Language } from "@/lib/i18n/languages";

/** 2023年9月30日 19:01 / 30 Sep 2023, 19:01. */
export function formatInstant(instant: string, lang: Language): string {
  const locale = lang === "en" ? "en-GB" : lang;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Shanghai",
  });
  // As formatIsoDate() abbreviates it.
  return format.format(new Date(instant)).replace("Sept", "Sep");
}

/** The time of day to the second, rounded up, so that a user who waits until then has waited long enough. */
export function formatTimeOfDay(instant: string, lang: Language): string {
  const rounded = Math.ceil(new Date(instant).getTime() / 1000) * 1000;
  return new Intl.DateTimeFormat(lang, { timeStyle: "medium", hourCycle: "h23", timeZone: "Asia/Shanghai" }).format(
    rounded,
  );
}
