import type { Decimal } from "decimal.js";
import { getTranslations } from "next-intl/server";
import { BackTest } from "@/components/targets/back-test";
import type { TargetOnDayProps } from "@/components/targets/light-explanation";
import { FEWEST_READINGS, FORECAST_LEVEL, forecast, type NoForecastReason } from "@/lib/domain/targets/forecast";
import { forecastOutcome } from "@/lib/domain/targets/forecast-outcome";
import { accumulatedReadings } from "@/lib/domain/targets/judging";
import { lastYearReadings } from "@/lib/domain/targets/last-year";
import { monthlyPace } from "@/lib/domain/targets/pace";
import { reportStateOf } from "@/lib/domain/targets/report-state";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { formatPromise } from "@/lib/wording/format-promise";

/** A reason to tell: that a kind has no forecast, or that the period is over, is plain from the page. */
function isShown(reason: NoForecastReason): reason is Exclude<NoForecastReason, "not-measured" | "over"> {
  return reason !== "not-measured" && reason !== "over";
}

/** Where the target ends at the current pace, whether that is enough, and what it takes. */
export async function TargetForecast({ target, lang, today }: TargetOnDayProps) {
  const t = await getTranslations("target");
  const { terms, readings, metric, standing } = target;
  const measure = (value: Decimal) => formatMeasure(value, metric, lang, { precision: metric.precision });
  const expected = forecast(terms, {
    readings: accumulatedReadings(terms, readings),
    lastYear: lastYearReadings(target),
    today,
  });
  const reportState = reportStateOf({ ...standing, hasValue: standing.latest !== null });
  const latest = readings.at(-1);
  const pace = latest === undefined ? null : monthlyPace(terms, latest);
  const verdict = expected.known ? forecastOutcome(terms, expected.value, readings) : null;
  return (
    <div className="grid grid-cols-1 gap-1">
      {expected.known && (
        <>
          <p className="tabular-nums">
            {t("forecast", { value: measure(expected.value.value), promise: formatPromise(target, lang) })}
            {verdict !== null && <strong>{t(`outcome.${verdict}`)}</strong>}
          </p>
          <p className="text-sm text-ink-soft tabular-nums">
            {t("forecastRange", {
              low: measure(expected.value.low),
              high: measure(expected.value.high),
              level: FORECAST_LEVEL,
            })}
          </p>
        </>
      )}
      {!expected.known && isShown(expected.reason) && reportState !== "not-needed" && (
        <p className="text-sm text-ink-soft">
          {t(`noForecast.${expected.reason}`, { fewest: FEWEST_READINGS, readings: expected.readings })}
        </p>
      )}
      {pace?.known && <p className="tabular-nums">{t("pace", { needed: measure(pace.value.needed) })}</p>}
      {expected.known && <BackTest target={target} lang={lang} forecast={expected.value} />}
    </div>
  );
}
