import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import type { Language } from "@/lib/i18n/languages";

const FORMATS = ["zip", "docx", "pptx", "pdf"] as const;

interface ChartCollectionLinksProps {
  /** The filters of the list whose charts are in the file. */
  readonly filters: URLSearchParams;
  readonly lang: Language;
}

/** Downloads all charts of a list as one file. */
export function ChartCollectionLinks({ filters, lang }: ChartCollectionLinksProps) {
  const [t, { at }] = [useTranslations("chartCollection"), useDayHref()];
  const query = new URLSearchParams(filters);
  query.set("lang", lang);
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <span>{t("links.label")}</span>
      {FORMATS.map((format) => (
        <a key={format} href={at(`/targets/charts.${format}?${query}`)} className="underline">
          {t(`links.${format}`)}
        </a>
      ))}
    </span>
  );
}
