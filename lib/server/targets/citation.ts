import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { TargetRow } from "@/lib/views/target";

/** How to cite a target as known on a day; the content of its URL never changes. */
export function prepareCitation(
  { code, title, owner }: Pick<TargetRow, "code" | "title" | "owner">,
  today: IsoDate,
  origin: string,
  lang: Language,
): string {
  const address = `${origin}/targets/${encodeURIComponent(code)}?asOf=${today}`;
  const day = formatIsoDate(today, lang);
  return getTranslator(lang)("sharing.citationText", {
    owner: owner.name[lang],
    title: title[lang],
    code,
    day,
    address,
  });
}
