// @vitest-environment jsdom
import { Decimal } from "decimal.js";
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, it } from "vitest";
import { RechartsPlot } from "@/components/charts/interactive/recharts-plot";
import { plotLayout, plotScales } from "@/lib/charts/layout/plot-layout";
import type { PlotChartModel } from "@/lib/charts/model/chart-model";
import { withType } from "@/lib/charts/model/chart-type";
import type { TargetChartInput } from "@/lib/charts/model/target-chart-input";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { ChartFigure } from "@/lib/charts/svg/chart-figure";
import { addMonths, endOfMonth, isoDate } from "@/lib/domain/calendar/iso-date";
import {
  aChartReading,
  aGrowthChart,
  aLevelChart,
  aRankChart,
  aRatioChart,
  aRevisedCumulativeChart,
  aTargetChart,
  aYesNoChart,
} from "@/testing/chart-builders";
import { aTarget } from "@/testing/target-builders";

const SIZE = { width: 640, height: 320 };
const roots: { unmount: () => void }[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) flushSync(() => root.unmount());
  document.body.replaceChildren();
});

function mount(element: React.ReactElement): HTMLElement {
  const container = document.createElement("div");
  document.body.append(container);
  const root = createRoot(container);
  roots.push(root);
  flushSync(() => root.render(element));
  return container;
}

function modelOf(input: TargetChartInput): PlotChartModel {
  const model = prepareTargetChart(input);
  if (model.drawing !== "plot") throw new Error("not a plot");
  return model;
}

/** Corner points of a path: M and L with absolute numbers, H and V, as both drawings write them. */
function corners(path: string): [number, number][] {
  const points: [number, number][] = [];
  for (const [, command = "", rest = ""] of path.matchAll(/([MLHV])([^MLHVZ]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    const [x, y] = points.at(-1) ?? [0, 0];
    if (command === "H") points.push([numbers[0] ?? x, y]);
    else if (command === "V") points.push([x, numbers[0] ?? y]);
    else for (let at = 0; at + 1 < numbers.length; at += 2) points.push([numbers[at] ?? x, numbers[at + 1] ?? y]);
  }
  return points;
}

/** How far `point` is from the nearest part of the polyline through `line`. */
function distance([px, py]: [number, number], line: readonly [number, number][]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < line.length; i += 1) {
    const [ax, ay] = line[i] ?? [0, 0];
    const [bx, by] = line[i + 1] ?? [ax, ay];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
    nearest = Math.min(nearest, Math.hypot(px - ax - share * (bx - ax), py - ay - share * (by - ay)));
  }
  return nearest;
}

function livePaths(model: PlotChartModel, hidden: ReadonlySet<string> = new Set()): Map<string, string> {
  const container = mount(createElement(RechartsPlot, { model, ...SIZE, hidden }));
  const paths = new Map<string, string>();
  for (const path of container.querySelectorAll("path.recharts-line-curve")) {
    const name = path.getAttribute("name") ?? "";
    paths.set(name, path.getAttribute("d") ?? "");
  }
  return paths;
}

function figurePath(model: PlotChartModel, key: string): string {
  const container = mount(createElement(ChartFigure, { model, ...SIZE, theme: "screen" }));
  return container.querySelector(`[data-series="${key}"] path`)?.getAttribute("d") ?? "";
}

describe("the interactive drawing", () => {
  it.each([
    ["a revised cumulative target with gaps and a forecast", aRevisedCumulativeChart()],
    ["a level that comes down", aLevelChart()],
    ["a growth that began below zero", aGrowthChart()],
    ["a ratio between two bounds, with a gap", aRatioChart()],
    ["a rank, first place at the top", aRankChart()],
    ["a yes-no answer as steps", aYesNoChart()],
  ])("matches the SVG figure within half a pixel: %s", (_, input) => {
    const model = modelOf(input);
    const live = livePaths(model);
    for (const series of model.series) {
      const drawn = corners(live.get(series.label) ?? "");
      const figure = corners(figurePath(model, series.key));
      expect(figure.length, series.key).toBeGreaterThan(0);
      expect(drawn.length, series.key).toBeGreaterThan(0);
      for (const point of figure) expect(distance(point, drawn), series.key).toBeLessThanOrEqual(0.5);
      for (const point of drawn) expect(distance(point, figure), series.key).toBeLessThanOrEqual(0.5);
    }
  });

  it.each([
    ["a revised cumulative target", aRevisedCumulativeChart()],
    ["a level that comes down", aLevelChart({ lang: "en" })],
    ["a growth that began below zero", aGrowthChart()],
    ["a ratio between two bounds", aRatioChart({ lang: "en" })],
    ["a rank", aRankChart()],
    ["a yes-no answer", aYesNoChart({ lang: "en" })],
    ["a target without a report", aRatioChart({ readings: [] })],
  ])("has the texts of the SVG figure at their places: %s", (_, input) => {
    const model = modelOf(input);
    const textsOf = (element: React.ReactElement) =>
      [...mount(element).querySelectorAll("text")].map(
        (text) => `${text.textContent} ${text.getAttribute("x")} ${text.getAttribute("y")}`,
      );
    const figure = textsOf(createElement(ChartFigure, { model, ...SIZE, theme: "screen" }));
    const live = textsOf(createElement(RechartsPlot, { model, ...SIZE, hidden: new Set<string>() }));
    expect(figure.length).toBeGreaterThan(8);
    expect(live.toSorted()).toEqual(figure.toSorted());
  });

  it("has the brush below the plot, which keeps its place", () => {
    const readings = Array.from({ length: 32 }, (_, month) => {
      return aChartReading(endOfMonth(addMonths(isoDate("2021-01-01"), month)), 20 * (month + 1));
    });
    const terms = aTarget({ value: new Decimal(900), startOn: isoDate("2021-01-01") });
    const model = modelOf(aTargetChart({ terms, readings }));
    const drawn = corners(livePaths(model).get("目标 不少于900亿元") ?? "");
    const { plot } = plotLayout(model, { width: 640, height: 320, standalone: false });
    const { y } = plotScales(model, plot);
    expect(drawn.length).toBeGreaterThan(1);
    for (const [, height] of drawn) expect(Math.abs(height - y(900))).toBeLessThanOrEqual(0.5);
  });

  it("breaks the reported line where a report is missing", () => {
    const path = livePaths(modelOf(aRevisedCumulativeChart())).get("实际") ?? "";
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it("hides series that the reader switched off", () => {
    const model = modelOf(aRevisedCumulativeChart());
    expect([...livePaths(model, new Set(["expected"])).keys()]).not.toContain("计划进度");
  });
});

describe("another type of a chart", () => {
  /** The outlines in bars of a drawing, rounded as both drawings may differ by a fraction of a pixel. */
  function barsIn(container: ParentNode): string[] {
    const paths = [...container.querySelectorAll("path")].map((path) => path.getAttribute("d") ?? "");
    return paths
      .flatMap((path) => path.match(/M[^Z]*H[^Z]*Z/g) ?? [])
      .map((path) => path.replace(/-?[\d.]+/g, (number) => String(Math.round(Number(number)))));
  }

  const strokeIn = (live: ParentNode) =>
    live.querySelector('path.recharts-line-curve[name="实际"]')?.getAttribute("stroke") ?? "none";

  it("has the bars of the figure, and no line through them", () => {
    const model = withType(modelOf(aRevisedCumulativeChart()), "bar") as PlotChartModel;
    const figure = mount(createElement(ChartFigure, { model, ...SIZE, theme: "page" }));
    const live = mount(createElement(RechartsPlot, { model, ...SIZE, hidden: new Set<string>() }));
    expect(barsIn(figure).length).toBeGreaterThan(5);
    expect(barsIn(live)).toEqual(barsIn(figure));
    expect(strokeIn(live)).toBe("none");
  });

  it("has a larger dot for each value, and no line", () => {
    const model = withType(modelOf(aLevelChart()), "dot") as PlotChartModel;
    const live = mount(createElement(RechartsPlot, { model, ...SIZE, hidden: new Set<string>() }));
    const values = model.series[0]?.points.filter(({ y }) => y !== null) ?? [];
    expect(live.querySelectorAll('circle[r="4.5"]')).toHaveLength(values.length);
    expect(strokeIn(live)).toBe("none");
  });
});
