// A moment as people read it: the city's day and time, whatever zone the browser stands in.
import type { Language } from "@/lib/i18n/languages";

export function formatInstant(instant: string, lang: Language): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Shanghai" }).format(
    new Date(instant),
  );
}
