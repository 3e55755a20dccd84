import { useTranslations } from "next-intl";
import { DayLink, useDayHref } from "@/components/layout/day-link";
import { MethodLink } from "@/components/method/method-link";
import { ChartCollectionLinks } from "@/components/targets/chart-collection-links";
import type { Language } from "@/lib/i18n/languages";
import { filtersToQuery, type TargetFilters } from "@/lib/schemas/target-list";

interface TargetListFootProps {
  readonly filters: TargetFilters;
  readonly nextCursor: string | null;
  readonly total: number;
  readonly lang: Language;
}

/** Links to the next page, the first page, and the whole list as a file. */
export function TargetListFoot({ filters, nextCursor, total, lang }: TargetListFootProps) {
  const [t, { at }] = [useTranslations("targetList"), useDayHref()];
  const first = filtersToQuery({ ...filters, cursor: undefined });
  const next = filtersToQuery({ ...filters, cursor: nextCursor ?? undefined });
  const file = new URLSearchParams(first);
  file.delete("limit");
  file.set("lang", lang);
  return (
    <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2 print:hidden">
      {filters.cursor !== undefined && (
        <DayLink href={`/targets?${first}`} prefetch={false} className="underline">
          {t("first")}
        </DayLink>
      )}
      {nextCursor !== null && (
        <DayLink href={`/targets?${next}`} prefetch={false} className="underline" rel="next">
          {t("next")}
        </DayLink>
      )}
      <a href={at(`/targets/export.csv?${file}`)} className="underline">
        {t("csv")}
      </a>
      <a href={at(`/targets/export.xlsx?${file}`)} className="underline">
        {t("xlsx")}
      </a>
      <ChartCollectionLinks filters={file} total={total} lang={lang} />
      <MethodLink />
    </p>
  );
}
