import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { ListSection } from "@/components/ui/list-section";
import { yearEndValue } from "@/lib/domain/targets/year-end-value";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { MetricYears as Years } from "@/lib/views/metric";
import type { TargetRow } from "@/lib/views/target";
import { formatReported } from "@/lib/wording/format-latest";
import { formatPromise } from "@/lib/wording/format-promise";
import { measureText } from "@/lib/wording/measure-text";
import { withOrigin } from "@/lib/wording/provenance-marks";

interface YearProps {
  readonly row: TargetRow;
  readonly lang: Language;
}

async function Year({ row, lang }: YearProps) {
  const t = await getTranslations("metricYears");
  const { terms, standing, metric } = row;
  const { baseline, dueOn } = terms;
  const { latest } = standing;
  const isFinal = latest !== null && yearEndValue(latest, dueOn).known;
  const figure = baseline && withOrigin(measureText(baseline.value, { ...metric, lang }), baseline, lang);
  return (
    <li className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[4rem_1fr_12rem_9rem]">
      <p className="font-bold tabular-nums">{row.year}</p>
      <div>
        <DayLink className="underline" href={`/targets/${row.code}`} prefetch={false}>
          {row.code} {row.title[lang]}
        </DayLink>
        <p className="text-sm text-ink-soft tabular-nums">
          {row.owner.name[lang]} · {formatPromise(row, lang)}
          {baseline !== null && ` · ${t("baseline", { year: String(baseline.year), figure: figure ?? "" })}`}
        </p>
      </div>
      <p className="text-sm tabular-nums sm:text-right">
        <span className="font-bold">{formatReported(row, lang)}</span>
        {latest !== null && (
          <span className="block text-ink-soft">
            {t(isFinal ? "finalAsOf" : "latestAsOf", { day: formatIsoDate(latest.asOf, lang) })}
            {latest.sample && ` · ${t("sample")}`}
          </span>
        )}
      </p>
      <p>
        <LightBadge {...standing} />
      </p>
    </li>
  );
}

interface MetricYearsProps {
  readonly targets: Years["targets"];
  readonly lang: Language;
}

/** The targets of all years, the latest first, with the value that each year ended with or has reached. */
export async function MetricYears({ targets, lang }: MetricYearsProps) {
  const t = await getTranslations("metricYears");
  return (
    <ListSection title={t("years")} count={targets.total}>
      {targets.shown.toReversed().map((row) => (
        <Year key={row.code} row={row} lang={lang} />
      ))}
      {targets.shown.length < targets.total && (
        <li className="py-2 text-ink-soft">{t("more", { shown: targets.shown.length })}</li>
      )}
    </ListSection>
  );
}
