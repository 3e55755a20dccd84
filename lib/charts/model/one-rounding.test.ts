import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import type { MetricKind } from "@/lib/domain/targets/types";
import { LANGUAGES } from "@/lib/i18n/languages";
import { formatLatest } from "@/lib/wording/format-latest";
import { aChartReading, aTargetChart } from "@/testing/chart-builders";
import { aBaseline, aTarget } from "@/testing/target-builders";
import type { PlotChartModel } from "./chart-model";
import { plotRows, readingsAt } from "./plot-rows";
import { prepareTargetChart } from "./target-chart-model";

const VALUE = new Decimal("28.4146");
const CASES = (["cumulative", "level", "growth", "ratio"] as const).flatMap((kind) =>
  [0, 1, 2].flatMap((precision) => LANGUAGES.map((lang) => [kind, precision, lang] as const)),
);

const NO_SHARES = { completionRatio: null, gapPoints: null, gapValue: null, judgedValue: null };

function aChart(kind: MetricKind, precision: number, lang: (typeof LANGUAGES)[number]): PlotChartModel {
  const metric = { name: "指标", unit: "%", unitEn: null, kind, precision };
  const terms = aTarget({ kind, value: new Decimal("40.125"), baseline: aBaseline("31.6535") });
  const forecast = { on: terms.dueOn, value: VALUE, low: VALUE.minus(1), high: VALUE.plus(1) };
  const readings = [aChartReading("2023-09-30", kind === "ratio" ? null : "28.4146", ratioOf(kind))];
  // Shares and points of completion have their own rounding.
  const standing = { ...NO_SHARES, light: "on-track", freshness: "current" } as const;
  const model = prepareTargetChart(aTargetChart({ metric, terms, lang, readings, forecast, standing }));
  if (model.drawing !== "plot") throw new Error(model.drawing);
  return model;
}

function ratioOf(kind: MetricKind) {
  return kind === "ratio" ? { numerator: new Decimal(284_146), denominator: new Decimal(1_000_000) } : {};
}

test.each(CASES)("a %s with %i decimals has one rounding in headline and chart, in %s", (kind, precision, lang) => {
  const rounded = `${VALUE.toDecimalPlaces(precision)}%`;
  const latest = { metric: { kind, unit: "%", unitEn: null, precision }, standing: { latest: { value: VALUE } } };
  expect(formatLatest(latest, lang)).toBe(rounded);
  const model = aChart(kind, precision, lang);
  const reported = model.series.find((series) => series.role === "reported");
  expect(reported?.points.at(-1)?.text).toBe(rounded);
  expect(model.description).toContain(rounded);
  const figures = [
    model.description,
    ...model.legend.map((item) => item.label),
    ...model.series.flatMap((series) => series.points.map((point) => point.text)),
    ...plotRows(model).flatMap(({ x }) => readingsAt(model, x).map((reading) => reading.text)),
    ...model.table.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
  ].flatMap((text) => text.match(/\d+\.\d+/g) ?? []);
  // The promise is shown as promised, whatever the decimals of its metric.
  expect(figures).toContain("40.125");
  const decimals = figures.filter((figure) => figure !== "40.125").map((figure) => new Decimal(figure).decimalPlaces());
  expect(Math.max(0, ...decimals)).toBeLessThanOrEqual(precision);
  const precisions = model.table.columns.flatMap((column) => (column.key === "reported" ? [column.precision] : []));
  expect(precisions).toEqual([precision]);
});
