import { useTranslations } from "next-intl";
import { ChartDownloads } from "@/components/charts/chart-downloads";
import { useDayHref } from "@/components/layout/day-link";
import { MethodLink } from "@/components/method/method-link";
import { GroupTable } from "@/components/overview/group-table";
import { GroupingLinks } from "@/components/overview/grouping-links";
import { ChartCollectionLinks } from "@/components/targets/chart-collection-links";
import { LightBadge } from "@/components/targets/light-badge";
import { Disclosure } from "@/components/ui/disclosure";
import { StaticMarkup } from "@/components/ui/static-markup";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import { type Grouping, MOST_GROUPS, mayOverlap } from "@/lib/domain/targets/groupings";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { capitalized } from "@/lib/i18n/translator";
import type { LightGroup } from "@/lib/views/light-group";
import type { Overview } from "@/lib/views/overview";

interface LightBarProps {
  readonly group: Pick<LightGroup, "list" | "name" | "counts">;
  readonly at: (href: string) => string;
  readonly lang: Language;
  readonly light: (light: Light) => string;
}

/** The lights of a group as the segments of one bar; each links to its targets. */
export function LightBar({ group: { list, name, counts }, at, lang, light: word }: LightBarProps) {
  return LIGHTS.filter((light) => counts[light] > 0).map((light) => {
    const label = `${name[lang]} · ${word(light)} ${counts[light]}`;
    return (
      <a
        key={light}
        href={at(`/targets?${list}&light=${light}`)}
        aria-label={label}
        data-light={light}
        style={{ flexGrow: counts[light] }}
        className="light-segment"
      >
        {LIGHT_SHAPES[light]}&nbsp;{counts[light]}
      </a>
    );
  });
}

interface BarProps extends LightBarProps {
  readonly group: LightGroup;
  /** The number of targets of the group with the most. */
  readonly longest: number;
}

function Bar({ longest, ...bar }: BarProps) {
  const { group, at, lang } = bar;
  const { page, list, total } = group;
  return (
    <li className="grid items-center gap-x-4 py-1 sm:grid-cols-[minmax(9rem,14rem)_1fr_2rem]">
      <a href={at(page ?? `/targets?${list}`)} className="py-1 underline [overflow-wrap:anywhere] max-sm:inline-block">
        {group.name[lang]}
      </a>
      <span className="flex gap-px" style={{ width: `${(total / longest) * 100}%`, minWidth: "min-content" }}>
        <LightBar {...bar} />
      </span>
      <span className="text-right tabular-nums max-sm:hidden">{total}</span>
    </li>
  );
}

/** The link to the groups that are not shown, or back to those that most need attention. */
function MoreGroups({ worst, by, at }: { worst: Overview["worst"]; by: Grouping; at: (href: string) => string }) {
  const t = useTranslations("overview");
  const [shown, total] = [worst.shown.length, worst.total];
  if (total <= MOST_GROUPS) return null;
  const isAll = shown === total;
  const [few, all] = by === "department" ? ["/", "/departments"] : [`/?by=${by}`, `/?by=${by}&groups=all`];
  return (
    <a href={at(isAll ? few : all)} className="inline-block py-2 underline">
      {isAll ? t("fewerGroups", { count: MOST_GROUPS }) : t("worst", { shown, total })}
    </a>
  );
}

interface LightBarsProps {
  readonly overview: Overview;
  readonly by: Grouping;
  /** By what the reader can group. */
  readonly groupings: readonly Grouping[];
  /** Some progress is a sample. */
  readonly isSample: boolean;
  readonly lang: Language;
}

/**
 * The lights of each department, plan, … as a stacked bar; each segment and each entry of the legend links to its list. The
 * same numbers as a table, and the chart's files, are behind a disclosure.
 */
export function LightBars({ overview, by, groupings, isSample, lang }: LightBarsProps) {
  const [t, lights, chart] = [useTranslations("overview"), useTranslations("lights"), useTranslations("chart")];
  const words = useTranslations("groupings");
  const { key, at } = useDayHref();
  const { counts, worst } = overview;
  const longest = Math.max(1, ...worst.shown.map((one) => one.total));
  return (
    <section className="mt-4" aria-label={t("chart")}>
      {groupings.length > 1 && <GroupingLinks groupings={groupings} by={by} />}
      <StaticMarkup as="div" from={worst} lang={lang} part={key}>
        <ul className="flex flex-wrap gap-x-5 border-b pb-2">
          {LIGHTS.filter((light) => counts[light] > 0).map((light) => (
            <li key={light}>
              <a href={at(`/targets?light=${light}`)} className="block py-1 hover:underline">
                <LightBadge light={light} freshness="current" />{" "}
                <strong className="tabular-nums">{counts[light]}</strong>
              </a>
            </li>
          ))}
        </ul>
        <ul className="mt-2 grid">
          {worst.shown.map((group) => (
            <Bar key={group.key} group={group} longest={longest} at={at} lang={lang} light={(light) => lights(light)} />
          ))}
        </ul>
      </StaticMarkup>
      <MoreGroups worst={worst} by={by} at={at} />
      <div className="mt-2 flex flex-wrap items-baseline gap-x-6 text-sm">
        <MethodLink />
        {mayOverlap(by) && <span className="text-ink-soft">{capitalized(words(`several.${by}`))}</span>}
        {isSample && <span className="text-ink-soft">{chart("illustrative")}</span>}
      </div>
      <div className="mt-2 text-sm">
        <Disclosure title={t("numbers")}>
          <GroupTable groups={worst.shown} by={by} lang={lang} />
          <ChartDownloads place="" lang={lang} by={by} studio={by === "department" ? "" : `?by=${by}`} />
          <p className="print:hidden">
            <ChartCollectionLinks filters={new URLSearchParams()} total={overview.total} lang={lang} />
          </p>
        </Disclosure>
      </div>
    </section>
  );
}
