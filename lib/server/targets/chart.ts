// The chart of one target: the page, the files and the embedded figure all draw this model.
import "server-only";
import { Decimal } from "decimal.js";
import type { TargetChartModel } from "@/lib/charts/model/chart-model";
import type { ChartForecast, ChartRevision } from "@/lib/charts/model/target-chart-input";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { forecast } from "@/lib/domain/targets/forecast";
import { accumulatedReadings } from "@/lib/domain/targets/judging";
import { lastYearReadings, lastYearValues } from "@/lib/domain/targets/last-year";
import { reportStateOf } from "@/lib/domain/targets/report-state";
import type { Reading } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Clock } from "@/lib/server/clock";
import type { RevisionView, TargetDetail } from "@/lib/views/target-detail";

function promisedValue(terms: Readonly<Record<string, unknown>>): Decimal | null {
  const { value } = terms;
  if (typeof value !== "string" && typeof value !== "number") return null;
  return new Decimal(value);
}

function chartRevisionOf(revision: RevisionView): ChartRevision {
  return {
    on: toCityDay(revision.revisedAt),
    before: promisedValue(revision.before),
    after: promisedValue(revision.after),
    reason: revision.reason,
  };
}

/** The forecast with the metric's precision; null if the rules give none. */
function prepareForecast(detail: TargetDetail, lastYear: readonly Reading[], today: IsoDate): ChartForecast | null {
  const { terms, metric } = detail;
  const readings = accumulatedReadings(terms, detail.readings);
  const expected = forecast(terms, { readings, lastYear, today });
  if (!expected.known) return null;
  const { on, value, low, high } = expected.value;
  const shown = (number: Decimal) => number.toDecimalPlaces(metric.precision, Decimal.ROUND_HALF_UP);
  return { on, value: shown(value), low: shown(low), high: shown(high) };
}

function sourceLabelOf(detail: TargetDetail, lang: Language): string {
  const { source, metric } = detail;
  const t = getTranslator(lang);
  const page = source === null ? "" : t("chart.publication", { name: source.publisher[lang] });
  return [page, metric.dataSource[lang]].filter(Boolean).join(t("punctuation.semicolon"));
}

function needsNoReport({ light, freshness, latest }: TargetDetail["standing"]): boolean {
  return reportStateOf({ light, freshness, hasValue: latest !== null }) === "not-needed";
}

/** The chart of a target as known on the clock's day, with text in `lang`. */
export function targetChartModel(detail: TargetDetail, clock: Pick<Clock, "today">, lang: Language): TargetChartModel {
  const lastYear = lastYearReadings(detail);
  const yearly = new Map(detail.readings.map(({ updateId, value }) => [updateId, value]));
  const addsYears = detail.terms.judging === "sum-of-years";
  const readings = accumulatedReadings(detail.terms, detail.readings).map(({ updateId, ...reading }) => ({
    ...reading,
    id: updateId,
    ...(addsYears && { yearly: yearly.get(updateId) ?? null }),
  }));
  return prepareTargetChart({
    code: detail.code,
    title: detail.title[lang],
    owner: detail.owner.name[lang],
    metric: {
      name: detail.metric.name[lang],
      unit: detail.metric.unit,
      unitEn: detail.metric.unitEn,
      kind: detail.metric.kind,
      precision: detail.metric.precision,
    },
    terms: detail.terms,
    periodPrinted: detail.periodPrinted,
    assumedSteps: detail.steps.filter((step) => !step.printed).map((step) => step.key),
    replacedTerms: detail.replacedTerms,
    readings,
    lastYear,
    revisions: detail.revisions.map(chartRevisionOf),
    forecast: prepareForecast(detail, lastYear, clock.today),
    source: sourceLabelOf(detail, lang),
    today: clock.today,
    needsNoReport: needsNoReport(detail.standing),
    standing: detail.standing,
    importedDays: detail.importedDays,
    lang,
    illustrative: lastYearValues(detail).some((past) => past.origin === "illustrative"),
  });
}
