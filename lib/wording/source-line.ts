// Who published a document, and when.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { SourceSummary } from "@/lib/views/source";

type Printed = Pick<SourceSummary, "publisher" | "issue" | "publishedOn" | "year" | "address">;

export function sourceLine({ publisher, issue, publishedOn, year, address }: Printed, lang: Language): string {
  const when = publishedOn === null ? String(year) : formatIsoDate(isoDate(publishedOn), lang);
  return [publisher[lang], issue[lang], when, address].filter((text) => text !== "").join(" · ");
}
