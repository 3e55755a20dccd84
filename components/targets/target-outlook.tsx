import { getTranslations } from "next-intl/server";
import { BackTest } from "@/components/targets/back-test";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { forecast, monthlyPace } from "@/lib/domain/targets/forecast";
import { formatMeasure } from "@/lib/domain/units/format-measure";

async function Forecast({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  const { terms, readings, metric } = target;
  const measure = (value: Parameters<typeof formatMeasure>[0]) =>
    formatMeasure(value, metric.unit, lang, { precision: metric.precision });
  const expected = forecast(terms, readings);
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
          })}
        </p>
      )}
      {pace?.known && <p className="tabular-nums">{t("pace", { needed: measure(pace.value.needed) })}</p>}
      {expected.known && <BackTest target={target} lang={lang} forecast={expected.value} />}
    </>
  );
}

/** Problems and next steps from the latest approved report. */
export async function TargetOutlook({ target, lang }: TargetPartProps) {
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
        <Forecast target={target} lang={lang} />
      </div>
    </section>
  );
}
