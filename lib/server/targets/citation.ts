import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { TargetRow } from "./types";

/** How to cite a target as it was known on a day; its address shows the same for ever. */
export function prepareCitation(
  { code, title, owner }: Pick<TargetRow, "code" | "title" | "owner">,
  today: IsoDate,
  origin: string,
  lang: Language,
): string {
  const address = `${origin}/targets/${encodeURIComponent(code)}?asOf=${today}`;
  const day = formatIsoDate(today, lang);
  return lang === "en"
    ? `${owner.name.en}: ${title.en} (${code}). Guatu, as known on ${day}. ${address}`
    : `${owner.name[lang]}：${title[lang]}（${code}）。挂图，截至${day}。${address}`;
}
