import { useTranslations } from "next-intl";
import { DepartmentPunctuality } from "@/components/departments/department-punctuality";
import { DataTableHead } from "@/components/ui/data-table";
import { formatRatio } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { Compared, Scorecard } from "@/lib/views/department";

interface MeasureProps {
  readonly label: string;
  readonly measure: Compared;
  /** Shown where the department has no number. */
  readonly none: string;
}

function Measure({ label, measure: { own, median, departments }, none }: MeasureProps) {
  const t = useTranslations("departments");
  return (
    <tr className="border-b align-baseline">
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        {label}
      </th>
      <td className="py-2 pr-3 text-right">
        {own === null ? (
          <span className="text-sm">{none}</span>
        ) : (
          <strong className="text-2xl">{formatRatio(own)}</strong>
        )}
      </td>
      <td className="py-2 text-right">
        {median === null ? none : t("amongDepartments", { value: formatRatio(median), count: departments })}
      </td>
    </tr>
  );
}

interface DepartmentComparisonProps {
  readonly scorecard: Scorecard;
  readonly lang: Language;
}

/** The department next to the median of all departments, and its reports by month. */
export function DepartmentComparison({ scorecard, lang }: DepartmentComparisonProps) {
  const { completion, punctuality } = scorecard;
  const t = useTranslations("departments");
  return (
    <section>
      <h2 className="border-b pb-1">{t("compared")}</h2>
      <table className="w-full border-collapse tabular-nums">
        <DataTableHead
          columns={[
            { key: "measure", label: t("measure") },
            { key: "own", label: t("thisDepartment"), align: "right" },
            { key: "median", label: t("medianOfAll"), align: "right" },
          ]}
          className="[&_th]:whitespace-normal! [&_th:last-child]:pr-0"
        />
        <tbody>
          <Measure label={t("completionMedian")} measure={completion} none={t("noCompletion")} />
          {punctuality && <Measure label={t("onTimeShare")} measure={punctuality.onTime} none={t("noneDue")} />}
        </tbody>
      </table>
      {punctuality && <DepartmentPunctuality months={punctuality.months} lang={lang} />}
    </section>
  );
}
