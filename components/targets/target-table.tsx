import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { TargetTableHead } from "@/components/targets/target-table-head";
import { StaticMarkup } from "@/components/ui/static-markup";
import { prepareMiniChart } from "@/lib/charts/model/mini-chart-model";
import { MiniFigure } from "@/lib/charts/svg/mini-figure";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { TargetFilters } from "@/lib/schemas/target-list";
import type { TargetRow } from "@/lib/views/target";
import { formatGap } from "@/lib/wording/format-gap";
import { formatReported } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";
import { withAssumption } from "@/lib/wording/provenance-marks";

function miniChart({ title, terms, standing, course }: TargetRow, lang: Language) {
  return prepareMiniChart({
    title: title[lang],
    light: standing.light,
    terms,
    completionRatio: standing.completionRatio,
    expectedRatio: standing.expectedRatio,
    history: course,
    lang,
  });
}

type Words = ReturnType<typeof useTranslations<"targetList">>;

interface TargetTableProps {
  readonly rows: readonly TargetRow[];
  readonly filters: TargetFilters;
  readonly lang: Language;
}

const ROWS =
  "max-md:block [&>tr]:border-b max-md:[&>tr]:block max-md:[&>tr]:py-2 [&_:is(td,th)]:align-top [&_td]:text-sm [&_td]:tabular-nums max-md:[&_td]:block md:[&_td]:py-2 md:[&_td]:pr-3";

interface RowProps {
  readonly row: TargetRow;
  readonly at: (href: string) => string;
  readonly lang: Language;
  readonly t: Words;
}

function Row({ row, at, lang, t }: RowProps) {
  const { latest, light, freshness, adjusted } = row.standing;
  return (
    <tr>
      <th
        scope="row"
        className="min-w-0 text-left font-normal [overflow-wrap:anywhere] max-md:block md:w-1/3 md:py-2 md:pr-3"
      >
        <a href={at(`/targets/${row.code}`)} className="underline">
          {row.title[lang]}
        </a>
        <span className="block text-sm text-ink-soft">
          {row.code} · {formatPromise(row, lang)}
        </span>
      </th>
      <td className="[overflow-wrap:anywhere] md:min-w-40">{row.owner.name[lang]}</td>
      <td className={"md:text-right"}>
        <span className="font-bold">{formatReported(row, lang)}</span>
        {latest !== null && (
          <span className="text-ink-soft md:block md:whitespace-nowrap">
            {" "}
            {t("asOf", { day: formatIsoDate(latest.asOf, lang) })}
            {latest.sample && ` · ${t("sample")}`}
          </span>
        )}
      </td>
      <td className={"md:w-36"}>
        <MiniFigure model={miniChart(row, lang)} />
      </td>
      <td className={"max-md:inline-block!"}>
        <LightBadge light={light} freshness={freshness} adjusted={adjusted} />
      </td>
      <td className={"whitespace-nowrap max-md:ml-3 max-md:inline-block! md:text-right"}>
        {formatGap(row, lang) ?? "—"}
      </td>
      <td className={"whitespace-nowrap max-md:ml-3 max-md:inline-block! md:text-right"}>
        {withAssumption(formatIsoDate(row.terms.dueOn, lang), !row.periodPrinted, lang)}
      </td>
    </tr>
  );
}

/** Each target with its promise, its latest value, its light and its mini chart; stacked on a phone. */
export function TargetTable({ rows, filters, lang }: TargetTableProps) {
  const [t, { key, at }] = [useTranslations("targetList"), useDayHref()];
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{t("title")}</caption>
      <TargetTableHead filters={filters} />
      <StaticMarkup as="tbody" from={rows} lang={lang} part={key} className={ROWS}>
        {rows.map((row) => (
          <Row key={row.code} row={row} at={at} lang={lang} t={t} />
        ))}
      </StaticMarkup>
    </table>
  );
}
