import { useTranslations } from "next-intl";
import { useDayHref } from "@/components/layout/day-link";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { Overview } from "@/lib/views/overview";

interface OverviewHeadProps {
  readonly overview: Overview;
  readonly today: IsoDate;
  readonly lang: Language;
}

/** Whose targets, of which years, as of when; and how many of them are in trouble. */
export function OverviewHead({ overview, today, lang }: OverviewHeadProps) {
  const [t, punctuation, { at }] = [useTranslations("overview"), useTranslations("punctuation"), useDayHref()];
  const { attention, city, years, total, lateGreens } = overview;
  const identity = [
    city?.[lang],
    years.length === 0 ? undefined : t("years", { years: years.join(punctuation("enumeration")) }),
    t("commitments", { total }),
    t("asOf", { day: formatIsoDate(today, lang) }),
  ];
  return (
    <header>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-base font-normal text-ink-soft">
          <span className="sr-only">
            {t("title")}
            {punctuation("colon")}
          </span>
          {identity.filter((part) => part !== undefined).join(" · ")}
        </h1>
        {/* A page outside of the app's frame: a full load and no client navigation. */}
        <a href={at("/wall")} className="inline-block py-1 text-sm underline print:hidden">
          {t("wall")}
        </a>
      </div>
      {total > 0 && (
        <p className="text-xl">
          {t.rich("lead", {
            count: attention.total,
            number: (text) => <strong className="text-4xl tabular-nums">{text}</strong>,
          })}
          {lateGreens > 0 && <span className="ml-2">{t("lateGreens", { count: lateGreens })}</span>}
        </p>
      )}
    </header>
  );
}
