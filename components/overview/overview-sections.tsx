import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDayHref } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { ListSection } from "@/components/ui/list-section";
import { StaticMarkup } from "@/components/ui/static-markup";
import { miniChartOf } from "@/lib/charts/model/mini-chart-of";
import { MiniFigure } from "@/lib/charts/svg/mini-figure";
import { addDays, type IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS_BEHIND } from "@/lib/domain/targets/standing";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatRatio } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { Overview, Trouble } from "@/lib/views/overview";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import { formatExpected } from "@/lib/wording/format-expected";
import { formatGap } from "@/lib/wording/format-gap";
import { formatReported } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";
import { withAssumption } from "@/lib/wording/provenance-marks";

interface SectionProps<T> {
  readonly title: string;
  /** Shown for an empty list. */
  readonly none: string;
  readonly list: Excerpt<T>;
  /** The URL of the whole list, and the link's label if it counts something else. */
  readonly all: string;
  readonly allLabel?: string;
  readonly entry: (one: T) => ReactNode;
}

function Section<T>({ title, none, list, all, allLabel, entry }: SectionProps<T>) {
  const t = useTranslations("overview");
  return (
    <ListSection
      title={title}
      none={none}
      count={list.total}
      more={
        list.total > list.shown.length && (
          <a href={all} className="inline-block py-2 underline">
            {allLabel ?? t("all", { count: list.total })}
          </a>
        )
      }
    >
      {list.shown.map(entry)}
    </ListSection>
  );
}

interface EntryProps {
  readonly row: TargetRow;
  readonly at: (href: string) => string;
  readonly lang: Language;
  readonly children: ReactNode;
}

function Entry({ row, at, lang, children }: EntryProps) {
  return (
    <li className="py-2">
      <a href={at(`/targets/${row.code}`)} className="underline">
        {row.title[lang]}
      </a>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="text-ink-soft">{row.owner.name[lang]}</span>
        {children}
      </p>
    </li>
  );
}

type Words = ReturnType<typeof useTranslations<"overview">>;

interface TroubleEntryProps extends Omit<EntryProps, "children" | "row"> {
  readonly trouble: Trouble;
  readonly t: Words;
}

/** A target in trouble: its light, owner and since when; its bar; its value of the promise, and what was expected. */
function TroubleEntry({ trouble: { row, since }, at, lang, t }: TroubleEntryProps) {
  const [expected, gap] = [formatExpected(row, lang), formatGap(row, lang)];
  return (
    <li className="grid gap-x-6 gap-y-1 py-2 sm:grid-cols-[1fr_15rem]">
      <div>
        <a href={at(`/targets/${row.code}`)} className="underline">
          {row.title[lang]}
        </a>
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-soft">
          <span className="text-ink">
            <LightBadge {...row.standing} />
          </span>
          <span>{row.owner.name[lang]}</span>
          {since !== null && <span>{t("since", { day: formatIsoDate(since, lang) })}</span>}
        </p>
      </div>
      <div className="text-sm tabular-nums [&_svg]:max-w-full">
        <MiniFigure model={miniChartOf(row, lang)} width={240} />
        <p>{t("ofPromise", { value: formatReported(row, lang), promise: formatPromise(row, lang) })}</p>
        <p className="text-ink-soft">
          {expected !== null && t("expected", { value: expected })}
          {expected !== null && gap !== null && " · "}
          {gap !== null && `${t("gap")} ${gap}`}
        </p>
      </div>
    </li>
  );
}

/** "Today" or "This week" for a due date that near. */
function Nearness({ on, today, t }: { readonly on: IsoDate; readonly today: IsoDate; readonly t: Words }) {
  if (on === today) return <strong>{t("today")}</strong>;
  return on <= addDays(today, 6) ? <strong>{t("thisWeek")}</strong> : null;
}

interface OverviewSectionsProps {
  readonly overview: Overview;
  readonly today: IsoDate;
  readonly lang: Language;
}

/** Targets in trouble; next to them what changed, what is due soon, and who has not reported. */
export function OverviewSections({ overview, today, lang }: OverviewSectionsProps) {
  const [t, { key, at }] = [useTranslations("overview"), useDayHref()];
  const { spread } = overview;
  return (
    <StaticMarkup
      as="div"
      from={overview}
      lang={lang}
      part={key}
      className="mt-6 grid grid-cols-1 items-start gap-8 lg:grid-cols-[3fr_2fr]"
    >
      <div>
        <Section
          title={t("attention")}
          none={t("attentionNone")}
          list={overview.attention}
          all={at(`/targets?light=${LIGHTS_BEHIND.join(",")}`)}
          entry={(trouble) => <TroubleEntry key={trouble.row.code} trouble={trouble} at={at} lang={lang} t={t} />}
        />
        {spread !== null && (
          <p className="mt-3 border-t pt-3 tabular-nums">
            {t("spread", {
              min: formatRatio(spread.min),
              median: formatRatio(spread.median),
              max: formatRatio(spread.max),
              count: spread.count,
            })}
          </p>
        )}
      </div>
      <div className="grid gap-6">
        <Section
          title={t("changes")}
          none={t("changesNone")}
          list={overview.changes}
          all={at(`/targets?changedSince=${overview.since}`)}
          entry={({ row, before, after }) => (
            <Entry key={row.code} row={row} at={at} lang={lang}>
              <LightBadge light={before} freshness="current" />
              <span aria-hidden="true">→</span>
              <LightBadge {...row.standing} light={after} />
            </Entry>
          )}
        />
        <Section
          title={t("dueSoon")}
          none={t("dueSoonNone")}
          list={overview.dueSoon}
          all={at(`/targets?dueBy=${overview.until}&sort=due`)}
          allLabel={t("allDue")}
          entry={({ row, on, step, isAssumed }) => (
            <Entry key={`${row.code} ${step?.en ?? ""}`} row={row} at={at} lang={lang}>
              <Nearness on={on} today={today} t={t} />
              <span className="tabular-nums">{withAssumption(formatIsoDate(on, lang), isAssumed, lang)}</span>
              {step !== null && <span>{t("step", { title: step[lang] })}</span>}
            </Entry>
          )}
        />
        <Section
          title={t("notReported")}
          none={t("notReportedNone")}
          list={overview.notReported}
          all={at("/targets?freshness=late,never")}
          entry={(row) => (
            <Entry key={row.code} row={row} at={at} lang={lang}>
              <LightBadge {...row.standing} />
            </Entry>
          )}
        />
      </div>
    </StaticMarkup>
  );
}
