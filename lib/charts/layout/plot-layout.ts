// The layout of a plot over time or of rows in pixels, and the tick labels that fit.
import type { AxisTick, ChartAxis, PlotChartModel, RowsChartModel } from "@/lib/charts/model/chart-model";
import {
  type Box,
  type FigureLayout,
  type FigureSize,
  figureLayout,
  leastFigureHeight,
  type PlotNeeds,
  TEXT_SIZE,
} from "./figure-layout";
import { textWidth } from "./text-width";

/** A value's position on an axis from `from` to `to` pixels. */
export function position(axis: ChartAxis, from: number, to: number): (value: number) => number {
  const [low, high] = axis.domain;
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

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

function widest(ticks: readonly AxisTick[]): number {
  return Math.max(0, ...ticks.map((tick) => textWidth(tick.label, TEXT_SIZE)));
}

/** Ticks whose labels fit `width` pixels: all, or every second, third, … from the last. */
export function fittingTicks(axis: ChartAxis, width: number): AxisTick[] {
  const { ticks } = axis;
  const minimumGap = widest(ticks) + 6;
  const at = position(axis, 0, width);
  for (let every = 1; every < ticks.length; every += 1) {
    const labelled = ticks.filter((_, index) => (ticks.length - 1 - index) % every === 0);
    const apart = labelled.every((tick, index) => {
      const next = labelled[index + 1];
      return next === undefined || at(next.at) - at(tick.at) >= minimumGap;
    });
    if (apart) return labelled;
  }
  return ticks.slice(-1);
}

/** Space right of the plot so that the last tick label stays inside the figure. */
function rightOverhang(axis: ChartAxis): number {
  const last = axis.ticks.at(-1);
  return Math.max(10, Math.ceil(textWidth(last?.label ?? "", TEXT_SIZE) / 2) + 2);
}

function plotNeeds(model: PlotChartModel): PlotNeeds {
  const caption = textWidth(model.x.caption, TEXT_SIZE);
  const left = Math.ceil(Math.max(widest(model.y.ticks), caption) + 10);
  return { margins: { left, right: rightOverhang(model.x), bottom: 20, top: 26 }, minPlot: 110 };
}

export function plotLayout(model: PlotChartModel, size: FigureSize): FigureLayout {
  return figureLayout(model, size, plotNeeds(model));
}

function rowsNeeds(model: RowsChartModel, width: number, rightRoom: number): PlotNeeds {
  const caption = model.drawing === "gantt" ? textWidth(model.x.caption, TEXT_SIZE) : 0;
  const labels = Math.max(40, caption, ...model.rows.map((row) => textWidth(row.label, TEXT_SIZE)));
  const left = Math.ceil(Math.min(labels, width * 0.38) + 12);
  const right = Math.max(rightOverhang(model.x), rightRoom);
  return { margins: { left, right, bottom: 20, top: 26 }, minPlot: Math.max(60, model.rows.length * 18) };
}

/** Rows with a label column of at most two fifths of the width. */
export function rowsLayout(model: RowsChartModel, size: FigureSize, rightRoom: number): FigureLayout {
  return figureLayout(model, size, rowsNeeds(model, size.width, rightRoom));
}

/** The minimum height without overlapping rows or labels. */
export function leastPlotHeight(model: PlotChartModel | RowsChartModel, width: number, standalone: boolean): number {
  const needs = model.drawing === "plot" ? plotNeeds(model) : rowsNeeds(model, width, 0);
  return leastFigureHeight(model, width, needs, standalone);
}
