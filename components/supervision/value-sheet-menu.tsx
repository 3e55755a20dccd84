import { getTranslations } from "next-intl/server";
import { Menu } from "@/components/ui/menu";
import { addMonths, type IsoDate, isoDate } from "@/lib/domain/calendar/iso-date";

const MONTHS = 12;

/** The value workbooks of all departments, for this month or an earlier one. */
export async function ValueSheetMenu({ today }: { readonly today: IsoDate }) {
  const t = await getTranslations("supervision");
  const first = isoDate(`${today.slice(0, 7)}-01`);
  const months = Array.from({ length: MONTHS }, (_, before) => addMonths(first, -before).slice(0, 7));
  return (
    <div className="print:hidden">
      <Menu label={t("valueSheets")}>
        <p className="pb-2 text-sm text-ink-soft">{t("valueSheetsHint")}</p>
        <ul className="grid grid-cols-3 gap-x-4 tabular-nums">
          {months.map((month) => {
            const [year = "", number = ""] = month.split("-");
            return (
              <li key={month}>
                <a href={`/supervision/values.zip?period=${month}`} className="inline-block py-1 underline">
                  {t("valueSheetsMonth", { year, month: Number(number) })}
                </a>
              </li>
            );
          })}
        </ul>
      </Menu>
    </div>
  );
}
