import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { DueState } from "@/components/supervision/due-state";
import { DataTableHead } from "@/components/ui/data-table";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { formatMonth } from "@/lib/domain/units/format-date";
import { DUE_REPORT_STATES, type DueReportCounts, worstState } from "@/lib/domain/updates/due-reports";
import type { Language } from "@/lib/i18n/languages";
import { dueReportsAddress } from "@/lib/schemas/due-reports-view";
import type { ReportMatrix as Matrix, MatrixRow } from "@/lib/views/supervision";

interface ReportMatrixProps {
  readonly matrix: Matrix;
  /** The most departments that are shown. */
  readonly most: number | null;
  readonly lang: Language;
}

type Words = ReturnType<typeof useTranslations<"supervision">>;

/** The worst state with its number, and all numbers for screen readers and the pointer. */
function Cell({ counts, href, t }: { readonly counts: DueReportCounts; readonly href: string; readonly t: Words }) {
  const worst = worstState(counts);
  if (worst === null) return null;
  const all = DUE_REPORT_STATES.filter((state) => counts[state] > 0).map((state) =>
    t("stateCount", { state: t(`reportStates.${state}`), count: counts[state] }),
  );
  return (
    <a href={href} title={all.join(" · ")} className="relative inline-block py-1 hover:underline">
      <DueState state={worst} /> {counts[worst]}
      {all.length > 1 && <span className="sr-only">{` (${all.slice(1).join(", ")})`}</span>}
    </a>
  );
}

/** Departments by months; an empty cell had no report due. Each number leads to its reports. */
export function ReportMatrix({ matrix: { months, departments }, most, lang }: ReportMatrixProps) {
  const [t, { at }] = [useTranslations("supervision"), useDayHref()];
  const shown = most === null ? departments : departments.slice(0, most);
  const row = ({ slug, name, cells }: MatrixRow) => (
    <tr key={slug} className="border-b">
      <th
        scope="row"
        className="sticky left-0 z-1 max-w-44 min-w-32 bg-ground py-1 pr-3 text-left font-normal [overflow-wrap:anywhere] sm:max-w-64 sm:min-w-48"
      >
        <a href={at(`/departments/${slug}`)} className="underline">
          {name[lang]}
        </a>
      </th>
      {months.map((month) => (
        <td key={month} className="pr-3 whitespace-nowrap">
          {cells[month] !== undefined && (
            <Cell counts={cells[month]} href={at(dueReportsAddress({ department: slug, month }))} t={t} />
          )}
        </td>
      ))}
    </tr>
  );
  return (
    <ScrollRegion label={t("matrix")}>
      <table className="w-full border-collapse text-sm tabular-nums">
        <DataTableHead
          columns={[
            { key: "department", label: t("department"), isFixed: true },
            ...months.map((month) => ({ key: month, label: formatMonth(isoDate(`${month}-01`), lang) })),
          ]}
        />
        <tbody>{shown.map(row)}</tbody>
      </table>
    </ScrollRegion>
  );
}
