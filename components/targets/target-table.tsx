import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { areAllSamples, commonDay } from "@/components/targets/common-day";
import { GroupRow, groupKey, groupNumber } from "@/components/targets/group-row";
import { StarForm } from "@/components/targets/star-form";
import { TargetTableHead } from "@/components/targets/target-table-head";
import { TargetTableRow } from "@/components/targets/target-table-row";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { StaticMarkup } from "@/components/ui/static-markup";
import type { Density } from "@/lib/i18n/choices";
import type { Language } from "@/lib/i18n/languages";
import type { TargetFilters } from "@/lib/schemas/target-list";
import type { TargetRow } from "@/lib/views/target";

interface TargetTableProps {
  readonly rows: readonly TargetRow[];
  readonly filters: TargetFilters;
  readonly density: Density;
  /** The ids of the user's starred targets; null for visitors. */
  readonly starred: ReadonlySet<string> | null;
  readonly lang: Language;
}

/** Where the table is narrower than its columns, it scrolls in both directions below its own header. */
const REGION = "md:max-h-[calc(100vh-8rem)] md:overflow-auto print:max-h-none!";
const TABLE = "w-full border-collapse max-md:block md:min-w-256 print:min-w-0";
const HEAD =
  "max-md:hidden [&_th]:sticky [&_th]:top-0 [&_th]:z-10 [&_th]:bg-ground [&_th]:shadow-[inset_0_-1px_var(--hairline)] [&_th:first-child]:left-0 [&_th:first-child]:z-15 print:[&_th]:static";
const ROWS =
  "text-sm leading-snug tabular-nums max-md:grid max-md:grid-cols-1 max-md:gap-3 max-md:[&_:is(td,th)]:block md:[&_:is(td,th)]:border-b md:[&_td]:pr-3";
const CELLS: Readonly<Record<Density, string>> = {
  comfortable: "md:[&_:is(td,th)]:py-1",
  compact: "md:[&_:is(td,th)]:py-0.5 md:[&_.detail]:hidden",
};

/** Each target with its promise, its latest value, its completion and its light; cards on a phone. */
export function TargetTable({ rows, filters, density, starred, lang }: TargetTableProps) {
  const [t, { key, at }] = [useTranslations("targetList"), useDayHref()];
  const common = commonDay(rows);
  const group = groupKey(filters);
  const areSamples = areAllSamples(rows);
  const stars = rows.filter(({ id }) => starred?.has(id)).map(({ code }) => code);
  return (
    <>
      {starred !== null && <StarForm label={t("starForm")} starred={stars.join(" ")} />}
      <ScrollRegion label={t("title")} className={REGION}>
        <table className={TABLE}>
          <caption className="sr-only">{t("title")}</caption>
          <TargetTableHead filters={filters} className={HEAD} />
          <StaticMarkup
            as="tbody"
            from={rows}
            lang={lang}
            part={`${key} ${group} ${starred === null ? "" : `* ${stars.join(" ")}`}`}
            className={`${ROWS} ${CELLS[density]}`}
          >
            {rows.map((row, index) => [
              <GroupRow
                key={`group ${row.code}`}
                row={row}
                previous={rows[index - 1] ?? null}
                filters={filters}
                lang={lang}
              />,
              <TargetTableRow
                key={row.code}
                row={row}
                href={at(`/targets/${row.code}`)}
                isStarred={starred === null ? null : starred.has(row.id)}
                common={common}
                areSamples={areSamples}
                number={groupNumber(row, filters)}
                lang={lang}
              />,
            ])}
          </StaticMarkup>
        </table>
      </ScrollRegion>
    </>
  );
}
