import { getTranslations } from "next-intl/server";
import { JudgedPeriods } from "@/components/targets/judged-periods";
import { LightBadge } from "@/components/targets/light-badge";
import { LightExplanation, type TargetOnDayProps } from "@/components/targets/light-explanation";
import { TargetForecast } from "@/components/targets/target-forecast";
import { miniChartOf } from "@/lib/charts/model/mini-chart-of";
import { MiniFigure } from "@/lib/charts/svg/mini-figure";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatRatio } from "@/lib/domain/units/format-measure";
import { capitalized } from "@/lib/i18n/translator";
import { formatGap } from "@/lib/wording/format-gap";
import { formatLatest, noReportText } from "@/lib/wording/format-latest";
import { placeChange } from "@/lib/wording/place-text";

/** The progress, and whether it is enough: value, light, bar and forecast. */
export async function TargetStanding({ target, lang, today }: TargetOnDayProps) {
  const t = await getTranslations("target");
  const { latest, light, freshness, adjusted, completionRatio, expectedRatio } = target.standing;
  const gap = latest === null ? null : formatGap(target, lang);
  const { readings, metric } = target;
  const value = formatLatest(target, lang);
  const change = latest === null ? null : placeChange(metric.kind, readings, latest.asOf, lang);
  return (
    <section
      className="grid min-w-0 grid-cols-1 content-start gap-2 [&_svg]:max-w-full"
      aria-label={t("sections.overview")}
    >
      <p className="text-4xl font-bold tabular-nums">
        {value ?? <span className="text-2xl">{capitalized(noReportText(target.standing, lang))}</span>}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-xl">
          <LightBadge light={light} freshness={freshness} adjusted={adjusted} />
        </span>
        {completionRatio !== null && (
          <span className="tabular-nums">
            {t("completion")} {formatRatio(completionRatio)}
          </span>
        )}
        {expectedRatio !== null && (
          <span className="text-ink-soft tabular-nums">
            {t("expected")} {formatRatio(expectedRatio)}
          </span>
        )}
        {gap !== null && (
          <span className="tabular-nums">
            {t("gap")} {gap}
          </span>
        )}
        {change !== null && <span>{change}</span>}
      </p>
      {completionRatio !== null && <MiniFigure model={miniChartOf(target, lang)} width={320} height={22} />}
      <p className="text-sm text-ink-soft">
        {latest !== null && t("asOf", { day: formatIsoDate(latest.asOf, lang) })}
        {latest?.sample === true && ` · ${t("sample")}`}
      </p>
      <JudgedPeriods target={target} lang={lang} today={today} />
      <TargetForecast target={target} lang={lang} today={today} />
      <LightExplanation target={target} lang={lang} today={today} />
    </section>
  );
}
