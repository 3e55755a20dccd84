// The layout of a plot over time in pixels, with the labels of its lines.
import type { Naming, PlotChartModel } from "@/lib/charts/model/chart-model";
import type { RowsChartModel } from "@/lib/charts/model/rows-chart-types";
import { position, rightOverhang, widest } from "./axis-ticks";
import {
  type Box,
  type FigureLayout,
  type FigureSize,
  figureLayout,
  leastFigureHeight,
  type PlotNeeds,
  TEXT_SIZE,
} from "./figure-layout";
import type { LineLabel } from "./inline-labels";
import { labelRoom, labelsHeight, placeLineLabels, valueLabels } from "./line-labels";
import { rowsPlan } from "./rows-layout";
import { textWidth } from "./text-width";
import { topMargin } from "./top-line";

export interface PlotScales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export function plotScales(model: PlotChartModel, plot: Box): PlotScales {
  const bottom = plot.top + plot.height;
  return {
    x: position(model.x, plot.left, plot.left + plot.width),
    y: model.y.reversed ? position(model.y, plot.top, bottom) : position(model.y, bottom, plot.top),
  };
}

function plotNeeds(model: PlotChartModel, width: number, naming: Naming): PlotNeeds {
  const caption = textWidth(model.x.caption, TEXT_SIZE);
  const left = Math.ceil(Math.max(widest(model.y.ticks), caption) + 10);
  const room = naming === "labels" ? labelRoom(model, width) : 0;
  const right = Math.max(rightOverhang(model.x), room);
  const minPlot =
    naming === "labels" ? Math.max(model.emptyLabel === null ? 130 : 210, labelsHeight(model, width)) : 110;
  const top = topMargin(model.unitLabel, model.marks, width, right);
  return { margins: { left, right, bottom: 20, top }, minPlot };
}

export interface PlotLayout extends FigureLayout {
  readonly labels: readonly LineLabel[];
}

/** The plot with its labels; a legend names only the lines that have no room for one. */
export function plotLayout(
  model: PlotChartModel,
  size: FigureSize,
  naming: Naming = model.naming ?? "labels",
): PlotLayout {
  const needs = plotNeeds(model, size.width, naming);
  if (naming !== "labels") {
    const layout = figureLayout(model, size, needs);
    if (naming === "none") return { ...layout, labels: [] };
    return { ...layout, labels: valueLabels(model, layout.plot, plotScales(model, layout.plot)) };
  }
  const named = new Set<string>();
  // The legend takes height from the plot, so that another label may lose its place.
  for (let attempt = 0; ; attempt += 1) {
    const legend = model.legend.filter(({ key }) => named.has(key));
    const layout = figureLayout(model, size, { ...needs, legend });
    const { labels, unplaced } = placeLineLabels(model, layout.plot, plotScales(model, layout.plot), size.width);
    const isComplete = unplaced.every((key) => named.has(key));
    if (isComplete || attempt === 3) return { ...layout, labels: labels.filter(({ key }) => !named.has(key)) };
    for (const key of unplaced) named.add(key);
  }
}

/** The minimum height without overlapping rows or labels. */
export function leastPlotHeight(
  model: PlotChartModel | RowsChartModel,
  width: number,
  standalone: boolean,
  naming: Naming = (model.drawing === "plot" ? model.naming : undefined) ?? "labels",
): number {
  if (model.drawing !== "plot")
    return leastFigureHeight(model, width, rowsPlan(model, width, standalone).needs, standalone);
  const legend = naming === "labels" ? { legend: [] } : {};
  return leastFigureHeight(model, width, { ...plotNeeds(model, width, naming), ...legend }, standalone);
}
