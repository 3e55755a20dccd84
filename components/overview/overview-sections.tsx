import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDayHref } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { ListSection } from "@/components/ui/list-section";
import { StaticMarkup } from "@/components/ui/static-markup";
import { LIGHTS_BEHIND } from "@/lib/domain/targets/standing";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { Overview } from "@/lib/views/overview";
import type { Excerpt, TargetRow } from "@/lib/views/target";
import { formatGap } from "@/lib/wording/format-gap";
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

interface OverviewSectionsProps {
  readonly overview: Overview;
  readonly lang: Language;
}

/** Targets that need attention, changed, are due soon, or have no report. */
export function OverviewSections({ overview, lang }: OverviewSectionsProps) {
  const [t, { key, at }] = [useTranslations("overview"), useDayHref()];
  return (
    <StaticMarkup as="div" from={overview} lang={lang} part={key} className="mt-6 grid gap-8 md:grid-cols-2">
      <Section
        title={t("attention")}
        none={t("attentionNone")}
        list={overview.attention}
        all={at(`/targets?light=${LIGHTS_BEHIND.join(",")}`)}
        entry={(row) => (
          <Entry key={row.code} row={row} at={at} lang={lang}>
            <LightBadge {...row.standing} />
            {row.standing.gapValue !== null && (
              <span className="tabular-nums">
                {t("gap")} {formatGap(row, lang)}
              </span>
            )}
          </Entry>
        )}
      />
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
    </StaticMarkup>
  );
}
