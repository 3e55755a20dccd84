import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { formatMonth, formatMonthName } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { MonthlyReports } from "@/lib/views/department";

interface DepartmentPunctualityProps {
  readonly months: readonly MonthlyReports[];
  readonly lang: Language;
}

const ROWS = ["due", "on-time", "late", "missing"] as const;

/** By month of the due date how many reports were due, on time, late and missing; blank instead of zero. */
export function DepartmentPunctuality({ months, lang }: DepartmentPunctualityProps) {
  const t = useTranslations("departments");
  return (
    <section className="mt-6">
      <h2 className="border-b pb-1">{t("punctuality")}</h2>
      {months.length === 0 && <p className="py-2">{t("nothingDue")}</p>}
      {months.length > 0 && (
        <ScrollRegion label={t("punctuality")}>
          <table className="w-full border-collapse text-sm tabular-nums">
            <thead>
              <tr className="border-b text-ink-soft">
                <td />
                {months.map(({ month }) => (
                  <th
                    key={month}
                    scope="col"
                    className="py-1 pl-2 text-right align-bottom font-normal whitespace-nowrap"
                  >
                    <span className="sm:hidden">{formatMonthName(isoDate(`${month}-01`), lang)}</span>
                    <span className="max-sm:hidden">{formatMonth(isoDate(`${month}-01`), lang)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ROWS.map((row) => (
                <tr key={row} className="border-b">
                  <th scope="row" className="py-1 text-left font-normal whitespace-nowrap">
                    {t(`punctualityRows.${row}`)}
                  </th>
                  {months.map(({ month, counts }) => (
                    <td
                      key={month}
                      className={`pl-2 text-right ${row === "missing" && (counts?.missing ?? 0) > 0 ? "font-bold text-notice" : ""}`}
                    >
                      {counts?.[row] || null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
