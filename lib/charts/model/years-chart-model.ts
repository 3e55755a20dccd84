// A metric over the years: the values of its targets as one line, with the figure promised for each year.

import { addMonths, type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { type YearFigures, type YearValue, yearValues } from "@/lib/domain/metrics/year-values";
import type { MetricKind } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit, measureScale } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";
import { measureText } from "@/lib/wording/measure-text";
import { withOrigin } from "@/lib/wording/provenance-marks";
import { timeAxis } from "./chart-axes";
import { legendOf } from "./chart-frame-text";
import type { ChartLanguage, ChartSeries, ChartTable, PlotChartModel } from "./chart-model";
import { heightsOf, plotYAxis } from "./plot-model";
import { MISSING, tableNotes } from "./plot-table";
import { seriesPoint } from "./reported-series";

export interface YearsChartInput {
  readonly key: string;
  readonly metric: {
    readonly name: string;
    readonly unit: string;
    readonly kind: MetricKind;
    readonly precision: number;
  };
  /** By due date, each with its promise in words. */
  readonly targets: readonly (YearFigures & { readonly promise: string; readonly sample: boolean })[];
  readonly source: string;
  readonly today: IsoDate;
  readonly lang: ChartLanguage;
}

function valueSeries({ metric, targets, lang }: YearsChartInput, values: readonly YearValue[]): ChartSeries {
  const t = getTranslator(lang);
  const points = values.map(({ on, value, source }) => {
    const text = measureText(value, { ...metric, lang });
    const target = targets.find(({ dueOn }) => yearOf(dueOn) === yearOf(on));
    const first = targets[0]?.baseline;
    if (source === "baseline" && first) return seriesPoint(on, value, withOrigin(text, first, lang));
    return seriesPoint(on, value, `${text}${t("punctuation.separator")}${t(`metricYears.${source}`)}`, target?.sample);
  });
  return { key: "reported", role: "reported", label: t("metricYears.values"), shape: "line", markers: true, points };
}

function promiseSeries({ targets, lang }: YearsChartInput): ChartSeries {
  const points = targets.flatMap(({ dueOn, value, promise }) =>
    value === null ? [] : [seriesPoint(dueOn, value, promise)],
  );
  const label = getTranslator(lang)("chart.target");
  return { key: "target", role: "target", label, shape: "line", markers: true, points };
}

function tableOf(input: YearsChartInput, series: readonly ChartSeries[], notes: readonly string[]): ChartTable {
  const t = getTranslator(input.lang);
  const days = [...new Set(series.flatMap((one) => one.points.map((point) => point.on)))].sort();
  const unit = input.metric.unit === "" ? null : formatUnit(input.metric.unit, input.lang);
  return {
    caption: input.metric.name,
    columns: [
      { key: "date", label: t("chart.date"), type: "date", unit: null },
      { key: "reported", label: t("metricYears.values"), type: "number", unit, precision: input.metric.precision },
      { key: "target", label: t("chart.target"), type: "number", unit },
    ],
    rows: days.map((on) => ({
      key: on,
      cells: [
        { value: on, text: formatIsoDate(on, input.lang) },
        ...series.map((one) => {
          const point = one.points.find((other) => other.on === on);
          return point === undefined ? MISSING : { value: point.decimal, text: point.text };
        }),
      ],
    })),
    notes,
  };
}

/** Null where there is no line: steps and yes-no, two targets in one year, or nothing to draw. */
export function prepareYearsChart(input: YearsChartInput): PlotChartModel | null {
  const { metric, targets, lang } = input;
  const values = metric.kind === "milestone" || metric.kind === "yes-no" ? null : yearValues(targets);
  if (values === null) return null;
  const series = [valueSeries(input, values), promiseSeries(input)];
  const days = series.flatMap((one) => one.points.map((point) => point.on)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return null;
  const t = getTranslator(lang);
  const heights = heightsOf(series, []);
  const scale = measureScale(Math.max(0, ...heights.map(Math.abs)), metric.unit, lang);
  const unit = metric.kind === "rank" ? t("chart.rank") : scale.label;
  const isSample = series.some((one) => one.points.some((point) => point.illustrative));
  const frame = {
    asOfLabel: t("chart.asOf", { day: formatIsoDate(input.today, lang) }),
    sourceLabel: input.source === "" ? "" : t("chart.source", { label: input.source }),
    illustrativeLabel: isSample ? t("chart.illustrative") : null,
    assumptionLabel: null,
  };
  const described = series.flatMap((one) =>
    one.points.map((point) => `${one.label} ${formatIsoDate(point.on, lang)} ${point.text}`),
  );
  return {
    ...frame,
    drawing: "plot",
    kind: metric.kind,
    key: input.key,
    lang,
    title: metric.name,
    subtitle: "",
    unitLabel: unit === "" ? "" : t("chart.unit", { label: unit }),
    emptyLabel: null,
    description: `${metric.name}${t("punctuation.colon")}${described.join(t("punctuation.semicolon"))}${t("punctuation.stop")}`,
    legend: legendOf(series, [], null),
    table: tableOf(input, series, tableNotes(frame)),
    x: timeAxis(from === to ? addMonths(from, -12) : from, to, lang),
    y: plotYAxis(metric.kind, heights, lang, scale.factor),
    yFactor: scale.factor,
    comparatorLabel: "",
    series,
    ranges: [],
    marks: [],
  };
}
