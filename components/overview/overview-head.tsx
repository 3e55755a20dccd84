import { useTranslations } from "next-intl";
import { DayLink, useDayHref } from "@/components/layout/day-link";
import { MethodLink } from "@/components/method/method-link";
import { LightBadge } from "@/components/targets/light-badge";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { Overview } from "@/lib/views/overview";

interface OverviewHeadProps {
  readonly overview: Overview;
  readonly today: IsoDate;
  readonly lang: Language;
}

/** The number of targets with each light; each count links to its list. */
export function OverviewHead({ overview, today, lang }: OverviewHeadProps) {
  const [t, { at }] = [useTranslations("overview"), useDayHref()];
  const { attention, counts, total, late, lateGreens } = overview;
  return (
    <header className="border-b pb-4">
      <div className="flex items-baseline justify-between gap-4">
        <h1>{t("title")}</h1>
        {/* A page outside of the app's frame: a full load and no client navigation. */}
        <a href={at("/wall")} className="inline-block py-1 text-sm underline print:hidden">
          {t("wall")}
        </a>
      </div>
      <p className="text-5xl font-bold tabular-nums">{attention.total}</p>
      <p className="text-xl">{t("lead", { day: formatIsoDate(today, lang), total })}</p>
      {lateGreens > 0 && <p className="text-notice">{t("lateGreens", { count: lateGreens })}</p>}
      <ul className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
        {LIGHTS.filter((light) => counts[light] > 0).map((light) => (
          <li key={light}>
            <DayLink href={`/targets?light=${light}`} prefetch={false} className="block hover:underline">
              <span className="block text-2xl font-bold tabular-nums">{counts[light]}</span>
              <LightBadge light={light} freshness="current" />
            </DayLink>
          </li>
        ))}
        {late > 0 && (
          <li>
            <DayLink
              href="/targets?freshness=late,never"
              prefetch={false}
              className="block text-notice hover:underline"
            >
              <span className="block text-2xl font-bold tabular-nums">{late}</span>
              {t("notReported")}
            </DayLink>
          </li>
        )}
      </ul>
      <MethodLink className="mt-2" />
    </header>
  );
}
