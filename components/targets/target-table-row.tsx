import { useTranslations } from "next-intl";
import { LightBadge } from "@/components/targets/light-badge";
import { StarButton } from "@/components/targets/star-button";
import { miniChartOf } from "@/lib/charts/model/mini-chart-of";
import { MiniFigure } from "@/lib/charts/svg/mini-figure";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatRatio } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { TargetRow } from "@/lib/views/target";
import { formatGap } from "@/lib/wording/format-gap";
import { formatReported } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";

interface TargetTableRowProps {
  readonly row: TargetRow;
  readonly href: string;
  /** Null for visitors. */
  readonly isStarred: boolean | null;
  /** The as-of date that is stated above the table. */
  readonly common: IsoDate | null;
  /** It is stated above the table that all values are illustrative. */
  readonly areSamples: boolean;
  /** The running number in the plan by which the list is grouped; "" without one. */
  readonly number: string;
  readonly lang: Language;
}

function Title({ row, href, isStarred, number, lang }: Omit<TargetTableRowProps, "common" | "areSamples">) {
  const t = useTranslations("targetList");
  return (
    <th
      scope="row"
      className="left-0 z-5 bg-ground text-left font-normal max-md:border-b max-md:bg-transparent max-md:pb-1 md:sticky md:w-full md:min-w-72 md:pr-4 print:static"
    >
      <div className="flex items-start gap-1">
        {isStarred !== null && (
          <StarButton code={row.code} isStarred={isStarred} label={t("star", { code: row.code })} />
        )}
        <div className="min-w-0 [overflow-wrap:anywhere]">
          {number !== "" && <span className="text-ink-soft">{number} </span>}
          <a href={href} className="underline max-md:text-base">
            {row.title[lang]}
          </a>
          <span className="detail block text-ink-soft">
            {row.code} · {formatPromise(row, lang)}
          </span>
        </div>
      </div>
    </th>
  );
}

function Value({ row, common, areSamples, lang }: Omit<TargetTableRowProps, "href" | "isStarred" | "number">) {
  const t = useTranslations("targetList");
  const { latest } = row.standing;
  const notes = [
    ...(latest !== null && latest.asOf !== common ? [t("asOf", { day: formatIsoDate(latest.asOf, lang) })] : []),
    ...(latest?.sample && !areSamples ? [t("sample")] : []),
  ];
  return (
    <td className="md:text-right md:whitespace-nowrap">
      <span className="font-bold">{formatReported(row, lang)}</span>
      {notes.length > 0 && <span className="text-ink-soft md:block"> {notes.join(" · ")}</span>}
    </td>
  );
}

/** A target as a row, on a phone as a card. */
export function TargetTableRow({ row, href, isStarred, common, areSamples, number, lang }: TargetTableRowProps) {
  const t = useTranslations("targetList");
  const assumed = useTranslations("target")("assumed");
  const { light, freshness, adjusted, completionRatio } = row.standing;
  return (
    <tr className="max-md:grid max-md:grid-cols-2 max-md:gap-x-3 max-md:gap-y-1 max-md:border max-md:bg-surface max-md:p-3 max-md:[&>:is(th,td:nth-child(-n+4),td:last-child)]:col-span-2">
      <Title row={row} href={href} isStarred={isStarred} number={number} lang={lang} />
      <td className="max-md:[overflow-wrap:anywhere] md:min-w-32 xl:min-w-40">{row.owner.name[lang]}</td>
      <Value row={row} common={common} areSamples={areSamples} lang={lang} />
      <td>
        <span className="flex items-center gap-2">
          <span className="w-14 shrink-0 max-md:w-auto md:text-right">
            {completionRatio === null ? "—" : formatRatio(completionRatio)}
          </span>
          <MiniFigure model={miniChartOf(row, lang)} width={96} height={24} />
        </span>
      </td>
      <td>
        <LightBadge light={light} freshness={freshness} adjusted={adjusted} />
      </td>
      <td className="whitespace-nowrap md:text-right">
        <span className="text-ink-soft md:hidden">{t("columns.gap")} </span>
        {formatGap(row, lang) ?? "—"}
      </td>
      <td className="md:text-right">
        <span className="text-ink-soft md:hidden">{t("columns.due")} </span>
        <span className="whitespace-nowrap">{formatIsoDate(row.terms.dueOn, lang)}</span>
        {!row.periodPrinted && <span className="text-ink-soft md:block"> {assumed}</span>}
      </td>
    </tr>
  );
}
