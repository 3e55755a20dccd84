import { describe, expect, it } from "vitest";
import { barBoxes } from "@/lib/charts/layout/bar-boxes";
import { plotLayout, plotScales } from "@/lib/charts/layout/plot-layout";
import {
  aChartReading,
  aChartView,
  aLevelChart,
  aMilestoneChart,
  aRankChart,
  aRatioChart,
  aRevisedCumulativeChart,
  aYesNoChart,
} from "@/testing/chart-builders";
import type { PlotChartModel } from "./chart-model";
import { type ChartType, chartTypes, typeError, withType } from "./chart-type";
import { hideable, viewChart } from "./chart-view";
import { composeMultiples } from "./multiples-model";
import { heightAt } from "./plot-rows";
import type { BulletChartModel } from "./rows-chart-types";
import { prepareTargetChart } from "./target-chart-model";

const total = prepareTargetChart(aRevisedCumulativeChart());
const frame = { key: "x", lang: "en", title: "Compared", asOfLabel: "", sourceLabel: "" } as const;

function plotAs(type: ChartType, model = total): PlotChartModel {
  const shown = withType(model, type);
  if (shown.drawing !== "plot") throw new Error("not a plot");
  return shown;
}

function bullet(model = total, changes = {}): BulletChartModel {
  const shown = viewChart(model, aChartView({ type: "bullet", ...changes }));
  if (shown.drawing !== "bullet") throw new Error("not a bullet chart");
  return shown;
}

describe("the types of a chart", () => {
  it.each([
    [aRevisedCumulativeChart(), ["line", "bar", "bullet"]],
    [aLevelChart(), ["line", "dot", "bullet"]],
    [aRatioChart(), ["line", "dot", "bullet"]],
    [aRankChart(), ["line", "dot"]],
    [aYesNoChart(), []],
    [aMilestoneChart(), []],
  ])("depend on what is measured", (input, types) => {
    expect(chartTypes(prepareTargetChart(input))).toEqual(types);
  });

  it("of panels are those that all of them have, without bullets", () => {
    const panels = (inputs: Parameters<typeof prepareTargetChart>[0][]) =>
      chartTypes(composeMultiples(inputs.map(prepareTargetChart), frame));
    expect(panels([aRevisedCumulativeChart(), aRevisedCumulativeChart()])).toEqual(["line", "bar"]);
    expect(panels([aLevelChart(), aRankChart()])).toEqual(["line", "dot"]);
    expect(panels([aLevelChart(), aRevisedCumulativeChart()])).toEqual([]);
    expect(panels([aLevelChart(), aMilestoneChart()])).toEqual([]);
  });

  it("are named where another one is requested", () => {
    expect(typeError(total, "dot")).toBe("must be one of line, bar, bullet for this chart");
    expect(typeError(prepareTargetChart(aYesNoChart()), "bar")).toBe("is fixed for this chart");
    expect([typeError(total, "bar"), typeError(total, undefined)]).toEqual([null, null]);
    expect(withType(total, "dot")).toBe(total);
    expect(withType(total, "line")).toBe(total);
  });
});

describe("bars", () => {
  const size = { width: 960, height: 540, standalone: true };

  it("reach from zero to their value, before its day, and a missing report has none", () => {
    const readings = aRevisedCumulativeChart().readings.filter(({ asOf }) => asOf !== "2023-05-31");
    const model = plotAs("bar", prepareTargetChart(aRevisedCumulativeChart({ readings })));
    const { plot } = plotLayout(model, size);
    const scales = plotScales(model, plot);
    const reported = model.series.find(({ role }) => role === "reported");
    if (reported === undefined) throw new Error("no series");
    const boxes = barBoxes(reported, plot, scales);
    const values = reported.points.filter(({ y }) => y !== null);
    expect(values.length).toBeLessThan(reported.points.length);
    expect(boxes.map(({ x }) => x)).toEqual(values.map(({ x }) => x));
    for (const [index, box] of boxes.entries()) {
      const { x, y } = values[index] ?? { x: 0, y: 0 };
      expect(box.top).toBeCloseTo(scales.y(y ?? 0), 6);
      expect(box.top + box.height).toBeCloseTo(scales.y(0), 6);
      expect(box.left + box.width).toBeLessThanOrEqual(scales.x(x));
      const before = boxes[index - 1];
      expect(box.left).toBeGreaterThanOrEqual(before === undefined ? plot.left : before.left + before.width);
    }
  });

  it("of one value have a width, and their axis contains zero", () => {
    const one = prepareTargetChart(aRevisedCumulativeChart({ readings: [aChartReading("2023-06-30", 180)] }));
    const model = plotAs("bar", one);
    const { plot } = plotLayout(model, size);
    const reported = model.series.find(({ role }) => role === "reported");
    expect(reported && barBoxes(reported, plot, plotScales(model, plot))[0]?.width).toBeGreaterThan(20);
    expect(model.y.domain[0]).toBe(0);
  });

  it("and dots have no value between their days", () => {
    for (const [type, input] of [
      ["bar", aRevisedCumulativeChart()],
      ["dot", aLevelChart()],
    ] as const) {
      const [reported] = plotAs(type, prepareTargetChart(input)).series;
      const [first] = reported?.points ?? [];
      expect(reported && first && [heightAt(reported, first.x), heightAt(reported, first.x + 3)]).toEqual([
        first?.y,
        null,
      ]);
    }
  });
});

describe("a bullet chart", () => {
  it("compares the latest value with the target, the plan of that day and the baseline", () => {
    const { rows, legend, x, finding, table } = bullet();
    const [row] = rows;
    expect(row?.value).toBe(301);
    expect(row?.text).toBe("301亿元");
    expect(row?.marks.map(({ role }) => role).toSorted()).toEqual(["baseline", "expected", "stretch", "target"]);
    expect(row?.marks.find(({ role }) => role === "target")?.at).toBe(402);
    expect(legend.find(({ swatch }) => swatch === "expected-share")?.label).toMatch(/^计划进度 \d/);
    expect(legend.map(({ swatch }) => swatch)).not.toContain("last-year");
    expect([x.domain[0], x.domain[1] >= 420]).toEqual([0, true]);
    expect(finding).toBe(total.finding);
    expect(table.rows).toHaveLength(1);
  });

  it("leaves out what the reader hides, and takes the latest value of the period", () => {
    const shown = bullet(total, { hide: new Set(["stretch", "expected"]), to: "2023-08-31" });
    expect(shown.rows[0]?.marks.map(({ key }) => key)).toEqual(["target", "baseline"]);
    expect([shown.rows[0]?.label, shown.rows[0]?.value]).toEqual(["截至2023年8月31日", 262]);
    expect(hideable(bullet()).map(({ key }) => key)).not.toContain("reported");
  });

  it("states why there is no value, without a bar", () => {
    const empty = bullet(prepareTargetChart(aRatioChart({ readings: [] })));
    expect(empty.rows[0]?.value).toBeNull();
    expect(empty.rows[0]?.text).toBe("尚无审核通过的进展");
  });
});
