import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import { ListSection } from "@/components/ui/list-section";
import { daysBetween, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { Owed } from "@/lib/views/department";
import type { Excerpt } from "@/lib/views/target";
import { withAssumption } from "@/lib/wording/provenance-marks";

interface OwedListProps {
  readonly slug: string;
  readonly owes: Excerpt<Owed>;
  readonly today: IsoDate;
  readonly lang: Language;
}

type Words = ReturnType<typeof useTranslations<"departments">>;

function whatText({ what, step }: Owed, t: Words, lang: Language): string {
  if (what === "report") return t("owedReport");
  return step === null ? t("owedTarget") : t("owedStep", { title: step[lang] });
}

/** The next reports, steps and targets of a department with their days. */
export function OwedList({ slug, owes, today, lang }: OwedListProps) {
  const [t, { at }] = [useTranslations("departments"), useDayHref()];
  const rest = owes.total - owes.shown.length;
  return (
    <ListSection
      title={t("owes")}
      none={t("owesNone")}
      count={owes.total}
      more={
        rest > 0 && (
          <a href={at(`/targets?department=${slug}&sort=due`)} className="inline-block py-2 underline">
            {t("moreOwed", { count: rest })}
          </a>
        )
      }
    >
      {owes.shown.map((one) => {
        const days = daysBetween(today, one.on);
        return (
          <li key={`${one.row.code} ${one.what} ${one.on} ${one.step?.en ?? ""}`} className="py-1.5 text-sm">
            <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 tabular-nums">
              <span>
                {withAssumption(formatIsoDate(one.on, lang), one.isAssumed, lang)}
                <span className="text-ink-soft"> · {whatText(one, t, lang)}</span>
              </span>
              <strong className={days < 0 ? "text-notice" : "font-normal"}>
                {days < 0 ? t("overdueDays", { days: -days }) : t("inDays", { days })}
              </strong>
            </div>
            <a href={at(`/targets/${one.row.code}`)} className="underline [overflow-wrap:anywhere]">
              {one.row.title[lang]}
            </a>
          </li>
        );
      })}
    </ListSection>
  );
}
