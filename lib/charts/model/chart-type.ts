// The type of a chart: the same values drawn as lines, bars, dots or against their target. Each chart offers only the
// types that do not mislead: a total may be bars from zero, a level may not.
import type { MetricKind } from "@/lib/domain/targets/types";
import { bulletOf } from "./bullet-model";
import type { ChartModel, LegendItem, PlotChartModel } from "./chart-model";

export const CHART_TYPES = ["line", "bar", "dot", "bullet"] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** A yes-no answer is drawn as steps, and a milestone as its steps. */
const OF_KIND: Readonly<Record<MetricKind, readonly ChartType[]>> = {
  cumulative: ["line", "bar", "bullet"],
  level: ["line", "dot", "bullet"],
  growth: ["line", "dot", "bullet"],
  ratio: ["line", "dot", "bullet"],
  rank: ["line", "dot"],
  "yes-no": [],
  milestone: [],
};

/** The types of a chart, its default first; empty if it has only one drawing. */
export function chartTypes(model: ChartModel): readonly ChartType[] {
  switch (model.drawing) {
    case "plot":
      return OF_KIND[model.kind];
    case "comparison":
      return ["bar", "dot"];
    case "multiples": {
      const shared = CHART_TYPES.filter((type) =>
        model.panels.every((panel) => type !== "bullet" && OF_KIND[panel.kind].includes(type)),
      );
      return shared.length > 1 ? shared : [];
    }
    default:
      return [];
  }
}

/** Why the chart cannot be drawn as `type`, after the name of the parameter; null if it can. */
export function typeError(model: ChartModel, type: ChartType | null | undefined): string | null {
  const types = chartTypes(model);
  if (type === null || type === undefined || types.includes(type)) return null;
  return types.length === 0 ? "is fixed for this chart" : `must be one of ${types.join(", ")} for this chart`;
}

/** Measured values become bars or dots; lines of the promise and the forecast stay lines. */
function plotAs(model: PlotChartModel, type: "bar" | "dot"): PlotChartModel {
  const isDrawnAs = (role: LegendItem["swatch"]) => role === "reported" || (type === "dot" && role === "last-year");
  return {
    ...model,
    series: model.series.map((one) =>
      isDrawnAs(one.role) ? { ...one, shape: type, markers: one.markers && type === "dot" } : one,
    ),
    legend: model.legend.map((item) => (isDrawnAs(item.swatch) ? { ...item, mark: type } : item)),
  };
}

/** The chart as another of its types; unchanged for its default and for a type that it does not have. */
export function withType(model: ChartModel, type: ChartType | null): ChartModel {
  const types = chartTypes(model);
  if (type === null || type === types[0] || !types.includes(type)) return model;
  switch (model.drawing) {
    case "plot":
      return type === "bullet" ? bulletOf(model) : plotAs(model, type === "bar" ? "bar" : "dot");
    case "comparison":
      return { ...model, mark: "dot" };
    case "multiples": {
      const panels = model.panels.map((panel) =>
        panel.drawing === "plot" ? plotAs(panel, type === "bar" ? "bar" : "dot") : panel,
      );
      const marks = new Map(panels.flatMap((panel) => panel.legend.map((item) => [item.swatch, item.mark] as const)));
      const legend = model.legend.map((item) => {
        const mark = marks.get(item.swatch);
        return mark === undefined ? item : { ...item, mark };
      });
      return { ...model, panels, legend };
    }
    default:
      return model;
  }
}
