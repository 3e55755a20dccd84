// A plot as one bar: the latest value against its target, the plan of that day and the other lines of the promise.
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { getTranslator } from "@/lib/i18n/translator";
import { valueAxis } from "./chart-axes";
import type { ChartSeries, LegendItem, PlotChartModel, SeriesPoint } from "./chart-model";
import { heightAt } from "./plot-rows";
import { latestPoint } from "./reported-series";
import type { BulletChartModel, BulletMark } from "./rows-chart-types";
import { named } from "./series-name";

/** The plan has the value of that day; the other lines their current one. */
function markOf(series: ChartSeries, latest: SeriesPoint | null): BulletMark | null {
  const { key, role, label } = series;
  if (role === "expected") {
    const at = latest === null ? null : heightAt(series, latest.x);
    const text = series.points.findLast((point) => point.x === latest?.x)?.text ?? "";
    return at === null ? null : { key, role, at, label: named(series.name, text).label };
  }
  if (role !== "target" && role !== "stretch" && role !== "baseline") return null;
  const at = series.points.at(-1)?.y ?? null;
  return at === null ? null : { key, role, at, label };
}

function legendOf(model: PlotChartModel, marks: readonly BulletMark[]): LegendItem[] {
  const labels = new Map(marks.map(({ key, label }) => [key, label]));
  return model.legend.flatMap((item): LegendItem[] => {
    if (item.swatch === "reported") return [{ ...item, mark: "bar" }];
    if (item.swatch === "target-range") return [item];
    const label = labels.get(item.key);
    if (label === undefined) return [];
    return [
      item.swatch === "expected" ? { ...item, label, swatch: "expected-share" } : { ...item, label, mark: "rule" },
    ];
  });
}

/** Its table has the row of the latest value only. */
export function bulletOf(model: PlotChartModel): BulletChartModel {
  const {
    x: _x,
    y: _y,
    series,
    ranges,
    marks: _marks,
    comparatorLabel: _comparator,
    yFactor,
    naming: _naming,
    ...frame
  } = model;
  const reported = series.find(({ role }) => role === "reported");
  const latest = reported === undefined ? null : latestPoint(reported);
  const marks = series.flatMap((one) => markOf(one, latest) ?? []);
  const range = ranges.find(({ role }) => role === "target-range")?.points.at(-1) ?? null;
  const heights = [latest?.y ?? 0, ...marks.map(({ at }) => at), ...(range === null ? [] : [range.low, range.high])];
  const t = getTranslator(model.lang);
  const day = latest === null ? null : formatIsoDate(latest.on, model.lang);
  return {
    ...frame,
    drawing: "bullet",
    // Without a value its reason is the text of the row: the lines of the promise are in the way of one in the plot.
    emptyLabel: null,
    legend: legendOf(model, marks),
    table: { ...model.table, rows: model.table.rows.filter(({ key }) => key === latest?.on) },
    x: valueAxis(heights, true, model.lang, { factor: yFactor, isWhole: model.y.isWhole === true }),
    rows: [
      {
        key: "latest",
        label: day === null ? t("chart.noAsOf") : t("chart.asOf", { day }),
        text: latest?.text ?? model.emptyLabel ?? "",
        value: latest?.y ?? null,
        marks,
        range: range === null ? null : { low: range.low, high: range.high },
      },
    ],
  };
}
