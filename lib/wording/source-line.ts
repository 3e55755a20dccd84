// Who published a document, and when.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";

interface Printed {
  readonly publisher: Bilingual;
  readonly issue: Bilingual;
  readonly year: number;
  readonly publishedOn: string | null;
  readonly address: string;
}

export function sourceLine({ publisher, issue, publishedOn, year, address }: Printed, lang: Language): string {
  const when = publishedOn === null ? String(year) : formatIsoDate(isoDate(publishedOn), lang);
  return [publisher[lang], issue[lang], when, address].filter((text) => text !== "").join(" · ");
}
