import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { ChartCollectionLinks } from "@/components/targets/chart-collection-links";
import { areAllSamples, commonDay } from "@/components/targets/common-day";
import { LightBadge } from "@/components/targets/light-badge";
import { DataTableHead } from "@/components/ui/data-table";
import { miniChartOf } from "@/lib/charts/model/mini-chart-of";
import { MiniFigure } from "@/lib/charts/svg/mini-figure";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatRatio } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentDetail } from "@/lib/views/department";
import type { TargetRow } from "@/lib/views/target";
import { formatReported } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";
import { formatSteps } from "@/lib/wording/format-steps";

interface DepartmentTargetsProps {
  readonly department: DepartmentDetail;
  readonly lang: Language;
}

interface TargetLineProps {
  readonly row: TargetRow;
  /** The as-of date that is stated below the table. */
  readonly common: IsoDate | null;
  readonly lang: Language;
}

function TargetLine({ row, common, lang }: TargetLineProps) {
  const [t, { at }] = [useTranslations("departments"), useDayHref()];
  const { latest, light, freshness, completionRatio } = row.standing;
  return (
    <tr className="border-b max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3 max-sm:py-2">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal max-sm:col-span-2">
        <a className="underline [overflow-wrap:anywhere]" href={at(`/targets/${row.code}`)}>
          {row.title[lang]}
        </a>
        <span className="block text-sm text-ink-soft">
          {row.code} · {formatPromise(row, lang)}
        </span>
      </th>
      <td className="text-sm sm:pr-4 sm:text-right sm:whitespace-nowrap">
        <strong>{formatSteps(row, lang) ?? formatReported(row, lang)}</strong>
        {latest !== null && latest.asOf !== common && (
          <span className="block text-ink-soft">{t("asOf", { day: formatIsoDate(latest.asOf, lang) })}</span>
        )}
      </td>
      <td className="sm:pr-4 max-sm:row-start-3 max-sm:[&_svg]:max-w-full">
        <span className="flex items-center gap-2 text-sm">
          <span className="w-14 shrink-0 sm:text-right">
            {completionRatio !== null && formatRatio(completionRatio)}
          </span>
          <MiniFigure model={miniChartOf(row, lang)} width={120} height={24} />
        </span>
      </td>
      <td>
        <LightBadge light={light} freshness={freshness} />
      </td>
    </tr>
  );
}

/** The targets of the department with value, bar and light, the most urgent first; their common date once. */
export function DepartmentTargets({ department, lang }: DepartmentTargetsProps) {
  const { slug, targets, total } = department;
  const { at } = useDayHref();
  const [t, list, target] = [useTranslations("departments"), useTranslations("targetList"), useTranslations("target")];
  const common = commonDay(targets);
  const notes = [
    ...(common === null ? [] : [list("allAsOf", { day: formatIsoDate(common, lang) })]),
    ...(areAllSamples(targets) ? [target("sample")] : []),
  ];
  return (
    <section className="mt-6">
      <h2 className="mb-1">{t("targets")}</h2>
      <table className="w-full border-collapse tabular-nums max-sm:block max-sm:[&_tbody]:block">
        <caption className="sr-only">{t("targets")}</caption>
        <DataTableHead
          className="max-sm:hidden"
          columns={[
            { key: "target", label: t("target") },
            { key: "latest", label: t("latest"), align: "right" },
            { key: "completion", label: t("completionColumn") },
            { key: "light", label: t("light") },
          ]}
        />
        <tbody>
          {targets.map((row) => (
            <TargetLine key={row.code} row={row} common={common} lang={lang} />
          ))}
        </tbody>
      </table>
      {notes.length > 0 && <p className="mt-1 text-sm text-ink-soft">{notes.join(" · ")}</p>}
      <p className="mt-2 text-sm print:hidden">
        <ChartCollectionLinks filters={new URLSearchParams({ department: slug })} total={total} lang={lang} />
      </p>
      {total > targets.length && (
        <a className="inline-block py-2 underline" href={at(`/targets?department=${slug}`)}>
          {t("allTargets", { count: total })}
        </a>
      )}
    </section>
  );
}
