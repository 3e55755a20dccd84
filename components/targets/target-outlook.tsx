import { getTranslations } from "next-intl/server";
import { BackTest } from "@/components/targets/back-test";
import type { TargetPartProps } from "@/components/targets/target-promise";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { FEWEST_READINGS, FORECAST_LEVEL, forecast, type NoForecastReason } from "@/lib/domain/targets/forecast";
import { accumulatedReadings } from "@/lib/domain/targets/judging";
import { lastYearReadings } from "@/lib/domain/targets/last-year";
import { monthlyPace } from "@/lib/domain/targets/pace";
import { reportStateOf } from "@/lib/domain/targets/report-state";
import { formatMeasure } from "@/lib/domain/units/format-measure";

interface OutlookProps extends TargetPartProps {
  readonly today: IsoDate;
}

/** A reason to tell: that a kind has no forecast, or that the period is over, is plain from the page. */
function isShown(reason: NoForecastReason): reason is Exclude<NoForecastReason, "not-measured" | "over"> {
  return reason !== "not-measured" && reason !== "over";
}

async function Forecast({ target, lang, today }: OutlookProps) {
  const t = await getTranslations("target");
  const { terms, readings, metric, standing } = target;
  const measure = (value: Parameters<typeof formatMeasure>[0]) =>
    formatMeasure(value, metric.unit, lang, { precision: metric.precision });
  const expected = forecast(terms, {
    readings: accumulatedReadings(terms, readings),
    lastYear: lastYearReadings(target),
    today,
  });
  const reportState = reportStateOf({ ...standing, hasValue: standing.latest !== null });
  const latest = readings.at(-1);
  const pace = latest === undefined ? null : monthlyPace(terms, latest);
  return (
    <>
      {expected.known && (
        <p className="tabular-nums">
          {t("forecast", {
            value: measure(expected.value.value),
            low: measure(expected.value.low),
            high: measure(expected.value.high),
            level: FORECAST_LEVEL,
          })}
        </p>
      )}
      {!expected.known && isShown(expected.reason) && reportState !== "not-needed" && (
        <p>{t(`noForecast.${expected.reason}`, { fewest: FEWEST_READINGS, readings: expected.readings })}</p>
      )}
      {pace?.known && <p className="tabular-nums">{t("pace", { needed: measure(pace.value.needed) })}</p>}
      {expected.known && <BackTest target={target} lang={lang} forecast={expected.value} />}
    </>
  );
}

/** Problems, next steps and the forecast, from the latest approved report. */
export async function TargetOutlook({ target, lang, today }: OutlookProps) {
  const t = await getTranslations("target");
  const latest = target.updates.find((update) => update.state === "approved");
  return (
    <section className="grid gap-6 *:min-w-0 md:grid-cols-2">
      <div>
        <h2>{t("problems")}</h2>
        <p>{latest === undefined || latest.problems === "" ? t("problemsNone") : latest.problems}</p>
      </div>
      <div>
        <h2>{t("next")}</h2>
        <p>{latest === undefined || latest.nextStep === "" ? t("nextNone") : latest.nextStep}</p>
        <Forecast target={target} lang={lang} today={today} />
      </div>
    </section>
  );
}
