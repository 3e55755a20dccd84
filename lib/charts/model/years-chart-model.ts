// A metric over the years: the values of its targets as one line, with the figure promised for each year.

import { addMonths, type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { type YearFigures, type YearValue, yearValues } from "@/lib/domain/metrics/year-values";
import type { MetricKind } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { measureScale } from "@/lib/domain/units/format-measure";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { getTranslator } from "@/lib/i18n/translator";
import { measureText } from "@/lib/wording/measure-text";
import { withOrigin } from "@/lib/wording/provenance-marks";
import { timeAxis } from "./chart-axes";
import { legendOf } from "./chart-frame-text";
import type {
  ChartCell,
  ChartFinding,
  ChartLanguage,
  ChartSeries,
  ChartTable,
  PlotChartModel,
  SeriesPoint,
} from "./chart-model";
import { heightsOf, plotYAxis } from "./plot-model";
import { MISSING, tableNotes } from "./plot-table";
import { latestPoint, seriesPoint } from "./reported-series";

export interface YearsChartInput {
  readonly key: string;
  readonly metric: PrintedUnit & {
    readonly name: string;
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
  const points = values.flatMap(({ on, value, source }) => {
    const text = measureText(value, { ...metric, lang });
    const target = targets.find(({ dueOn }) => yearOf(dueOn) === yearOf(on));
    const first = targets[0]?.baseline;
    if (source === "baseline" && first) return [seriesPoint(on, value, withOrigin(text, first, lang))];
    const named = `${text}${t("punctuation.separator")}${t(`metricYears.${source}`)}`;
    const point = seriesPoint(on, value, named, target?.sample);
    // A total that has not ended is not on the line of the ended ones.
    const isRestarted = metric.kind === "cumulative" && source === "latest" && target !== undefined;
    return isRestarted ? [seriesPoint(target.startOn, null, t("metricYears.restarted")), point] : [point];
  });
  const name = t("metricYears.values");
  const valueText = points.findLast(({ y }) => y !== null)?.text ?? "";
  return { key: "reported", role: "reported", label: name, name, valueText, shape: "line", markers: true, points };
}

function promiseSeries({ targets, lang }: YearsChartInput): ChartSeries {
  const points = targets.flatMap(({ startOn, dueOn, value, promise }) =>
    value === null ? [] : [seriesPoint(startOn, value, promise), seriesPoint(dueOn, value, promise)],
  );
  const name = getTranslator(lang)("chart.target");
  const valueText = points.at(-1)?.text ?? "";
  return { key: "target", role: "target", label: name, name, valueText, shape: "step", markers: false, points };
}

/** The promise of the last year, and the latest value. */
function findingOf({ targets, lang }: YearsChartInput, values: ChartSeries): ChartFinding {
  const t = getTranslator(lang);
  const promised = targets.findLast(({ value }) => value !== null);
  const latest = latestPoint(values);
  const parts = [
    ...(promised === undefined
      ? []
      : [t("finding.promise", { year: yearOf(promised.dueOn), promise: promised.promise })]),
    ...(latest === null ? [] : [t("finding.value", { day: formatIsoDate(latest.on, lang), value: latest.text })]),
  ];
  return { text: parts.join(t("punctuation.semicolon")), light: null };
}

function valueCell(point: SeriesPoint | undefined): ChartCell {
  return point === undefined ? MISSING : { value: point.decimal, text: point.text };
}

function promiseCell(target: YearsChartInput["targets"][number] | undefined): ChartCell {
  return target === undefined || target.value === null
    ? MISSING
    : { value: target.value.toFixed(), text: target.promise };
}

function tableOf(input: YearsChartInput, values: ChartSeries, notes: readonly string[]): ChartTable {
  const t = getTranslator(input.lang);
  const valued = values.points.map((point) => point.on);
  const days = [...new Set([...valued, ...input.targets.map(({ dueOn }) => dueOn)])].sort();
  return {
    caption: input.metric.name,
    columns: [
      { key: "date", label: t("chart.date"), type: "date", unit: null },
      { key: "reported", label: t("metricYears.values"), type: "number", unit: null },
      { key: "target", label: t("chart.target"), type: "number", unit: null },
    ],
    rows: days.map((on) => ({
      key: on,
      cells: [
        { value: on, text: formatIsoDate(on, input.lang) },
        valueCell(values.points.find((point) => point.on === on)),
        promiseCell(input.targets.find(({ dueOn }) => dueOn === on)),
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
  const line = valueSeries(input, values);
  const series = [line, promiseSeries(input)];
  const days = series.flatMap((one) => one.points.map((point) => point.on)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return null;
  const t = getTranslator(lang);
  const heights = heightsOf(series, []);
  const scale = measureScale(Math.max(0, ...heights.map(Math.abs)), metric, lang);
  const unit = metric.kind === "rank" ? t("chart.rank") : scale.label;
  const isSample = series.some((one) => one.points.some((point) => point.illustrative));
  const frame = {
    asOfLabel: t("chart.cutOffOn", { day: formatIsoDate(input.today, lang) }),
    asOfDay: { of: "view", on: input.today } as const,
    sourceLabel: input.source === "" ? "" : t("chart.source", { label: input.source }),
    illustrativeLabel: isSample ? t("chart.illustrative") : null,
    assumptionLabel: null,
  };
  const dueDays = new Set(targets.map(({ dueOn }) => dueOn));
  const described = series.flatMap((one) =>
    one.points
      .filter(({ on, y }) => y !== null && (one.role !== "target" || dueDays.has(on)))
      .map((point) => `${one.label} ${formatIsoDate(point.on, lang)} ${point.text}`),
  );
  return {
    ...frame,
    drawing: "plot",
    kind: metric.kind,
    key: input.key,
    lang,
    title: metric.name,
    finding: findingOf(input, line),
    identityLabel: "",
    unitLabel: unit === "" ? "" : t("chart.unit", { label: unit }),
    emptyLabel: null,
    description: `${metric.name}${t("punctuation.colon")}${described.join(t("punctuation.semicolon"))}${t("punctuation.stop")}`,
    legend: legendOf(series, [], null),
    table: tableOf(input, line, tableNotes(frame)),
    x: timeAxis(from === to ? addMonths(from, -12) : from, to, lang),
    y: plotYAxis(metric.kind, heights, lang, { factor: scale.factor, isWhole: metric.precision === 0 }),
    yFactor: scale.factor,
    precision: metric.precision,
    comparatorLabel: "",
    series,
    ranges: [],
    marks: [],
  };
}
