import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import type { Language } from "@/lib/i18n/languages";
import { COLLECTION_FORMATS, MOST_DRAWN_AT_ONCE } from "@/lib/schemas/chart-collection";

interface ChartCollectionLinksProps {
  /** The filters of the list whose charts are in the file. */
  readonly filters: URLSearchParams;
  /** The number of targets in the list. */
  readonly total: number;
  readonly lang: Language;
}

/** Downloads all charts of a list as one file, or leads to the page that prepares a large one in the background. */
export function ChartCollectionLinks({ filters, total, lang }: ChartCollectionLinksProps) {
  const [t, { at }] = [useTranslations("chartCollection"), useDayHref()];
  const query = new URLSearchParams(filters);
  query.set("lang", lang);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      <span>{t(total > MOST_DRAWN_AT_ONCE ? "links.inBackground" : "links.label")}</span>
      {COLLECTION_FORMATS.map((format) => (
        <a key={format} href={at(`/targets/charts.${format}?${query}`)} className="py-1 underline">
          {t(`links.${format}`)}
        </a>
      ))}
    </span>
  );
}
