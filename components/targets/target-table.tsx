import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MiniFigure } from "@/components/charts/figures/mini-figure";
import { LightBadge } from "@/components/targets/light-badge";
import { prepareMiniChart } from "@/lib/charts/mini-chart-model";
import { describeTarget } from "@/lib/domain/targets/describe-target";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatPoints } from "@/lib/domain/units/format-measure";
import { formatLatest } from "@/lib/i18n/format-latest";
import type { Language } from "@/lib/i18n/languages";
import type { TargetRow } from "@/lib/server/targets/types";

function miniChart({ title, terms, standing, course }: TargetRow, lang: Language) {
  return prepareMiniChart({
    title: title[lang],
    light: standing.light,
    terms,
    completionRatio: standing.completionRatio,
    expectedRatio: standing.expectedRatio,
    history: course.map(({ asOf, value }) => ({ on: asOf, value })),
    lang,
  });
}

interface TargetTableProps {
  readonly rows: readonly TargetRow[];
  readonly lang: Language;
}

/** Each target with its promise, its latest value, its light and its mini chart; stacked on a phone. */
export async function TargetTable({ rows, lang }: TargetTableProps) {
  const t = await getTranslations("targetList");
  return (
    <ul className="divide-y border-b">
      {rows.map((row) => (
        <li key={row.code} className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[1fr_10rem_9rem_10rem]">
          <div className="min-w-0">
            <Link href={`/targets/${row.code}`} prefetch={false} className="underline">
              {row.title[lang]}
            </Link>
            <p className="text-sm text-ink-soft">
              {row.code} · {row.owner.name[lang]} ·{" "}
              {describeTarget(row.terms, row.metric.unit, lang, { precision: row.metric.precision })}
            </p>
          </div>
          <p className="text-sm tabular-nums md:text-right">
            <span className="font-bold">{formatLatest(row, lang) ?? t("noReport")}</span>
            {row.standing.latest !== null && (
              <span className="block text-ink-soft">
                {t("asOf", { day: formatIsoDate(row.standing.latest.asOf, lang) })}
                {row.standing.latest.sample && ` · ${t("sample")}`}
              </span>
            )}
          </p>
          <MiniFigure model={miniChart(row, lang)} />
          <p className="text-sm tabular-nums">
            <LightBadge light={row.standing.light} freshness={row.standing.freshness} />
            {row.standing.gapPoints !== null && (
              <span className="block text-ink-soft">
                {t("gap")} {formatPoints(row.standing.gapPoints, lang)}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
