import { useTranslations } from "next-intl";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { DataTableHead } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { FORECAST_LEVEL, type Forecast } from "@/lib/domain/targets/forecast";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure, formatNumber, formatUnit } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";

interface BackTestProps extends TargetPartProps {
  readonly forecast: Forecast;
}

/** How the forecast is computed, and the past errors of its method. */
export function BackTest({ target, lang, forecast }: BackTestProps) {
  const t = useTranslations("target.backTest");
  const { method, lastYearWeight, backTest } = forecast;
  return (
    <Disclosure title={t("title")}>
      <p>{t(`methods.${method}`)}</p>
      {lastYearWeight !== null && lastYearWeight > 0 && (
        <p>{t("lastYear", { weight: Math.round(lastYearWeight * 100) })}</p>
      )}
      {lastYearWeight === null && method === "plan-shape" && <p>{t("lastYearUnknown")}</p>}
      <p>{t("level", { level: FORECAST_LEVEL })}</p>
      {backTest.points.length > 0 && <PastErrors target={target} lang={lang} forecast={forecast} />}
    </Disclosure>
  );
}

function PastErrors({ target, lang, forecast }: BackTestProps) {
  const t = useTranslations("target.backTest");
  const { metric } = target;
  const { precision } = metric;
  const unit = formatUnit(metric, lang);
  const { points, meanAbsoluteError } = forecast.backTest;
  const number = (value: Parameters<typeof formatNumber>[0]) => formatNumber(value, { precision });
  return (
    <>
      <p>{t("lead", { error: formatMeasure(meanAbsoluteError, metric, lang, { precision }) })}</p>
      {unit !== "" && <p className="text-sm text-ink-soft">{getTranslator(lang)("chart.unit", { label: unit })}</p>}
      <ScrollRegion label={t("title")} className="mt-2">
        <table className=" w-full text-sm tabular-nums [&_td]:py-1 [&_td]:pr-3 [&_td]:text-right">
          <DataTableHead
            columns={[
              { key: "asOf", label: t("asOf") },
              { key: "predicted", label: t("predicted"), align: "right" },
              { key: "actual", label: t("actual"), align: "right" },
              { key: "difference", label: t("difference"), align: "right" },
            ]}
          />
          <tbody>
            {points.map(({ asOf, predicted, actual }) => {
              const difference = actual.minus(predicted);
              return (
                <tr key={asOf} className="border-b">
                  <th scope="row" className="text-left font-normal">
                    {formatIsoDate(asOf, lang)}
                  </th>
                  <td>{number(predicted)}</td>
                  <td>{number(actual)}</td>
                  <td>{`${difference.isPositive() && !difference.isZero() ? "+" : ""}${number(difference)}`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
