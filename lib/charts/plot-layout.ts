// The plot of a time chart in pixels, and which tick labels there is room for.
import type {
  AxisTick,
  ChartAxis,
  ChartModel,
  MultiplesChartModel,
  PlotChartModel,
  RowsChartModel,
} from "@/lib/charts/chart-model";
import {
  type Box,
  type FigureLayout,
  type FigureSize,
  figureLayout,
  leastFigureHeight,
  type PlotNeeds,
  padOf,
  TEXT_SIZE,
} from "@/lib/charts/figure-layout";
import { multiplesGrid } from "@/lib/charts/multiples-model";
import { textWidth, wrapText } from "@/lib/charts/text-width";

/** A value's place on an axis laid over `from`…`to` pixels. */
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

/** Ticks whose labels fit side by side over `width` pixels: every one, or every second, third, … from the last. */
export function fittingTicks(axis: ChartAxis, width: number): AxisTick[] {
  const { ticks } = axis;
  const room = widest(ticks) + 6;
  const at = position(axis, 0, width);
  for (let every = 1; every < ticks.length; every += 1) {
    const kept = ticks.filter((_, index) => (ticks.length - 1 - index) % every === 0);
    const apart = kept.every((tick, index) => {
      const next = kept[index + 1];
      return next === undefined || at(next.at) - at(tick.at) >= room;
    });
    if (apart) return kept;
  }
  return ticks.slice(-1);
}

/** Room right of the plot so that the last tick's label stays inside the picture. */
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

/** Rows with a label column; the column takes what it needs up to two fifths of the width. */
export function rowsLayout(model: RowsChartModel, size: FigureSize, rightRoom: number): FigureLayout {
  return figureLayout(model, size, rowsNeeds(model, size.width, rightRoom));
}

interface PanelPlace {
  readonly left: number;
  readonly top: number;
  readonly title: readonly string[];
}

export interface MultiplesLayout extends FigureLayout {
  readonly panels: readonly PanelPlace[];
  /** From a panel's top to its figure: its title's room, alike for all so that their plots stand level. */
  readonly head: number;
  /** Of each panel's figure. */
  readonly inside: { readonly width: number; readonly height: number };
}

const PANEL_GAP = 20;
const PANEL_TITLE_LINES = 2;
export const PANEL_TITLE_SIZE = TEXT_SIZE + 1;
export const PANEL_TITLE_LINE = 15;
const headOf = (lines: number) => lines * PANEL_TITLE_LINE + 4;

function panelWidth(width: number, columns: number): number {
  return Math.floor((width - PANEL_GAP * (columns - 1)) / columns);
}

function multiplesNeeds({ panels }: MultiplesChartModel, width: number, standalone: boolean): PlotNeeds {
  const { columns, rows } = multiplesGrid(panels.length, width);
  const inside = panelWidth(width - 2 * padOf(standalone), columns);
  const least = Math.max(0, ...panels.map((panel) => leastHeight(panel, inside, false)));
  const minPlot = rows * (headOf(PANEL_TITLE_LINES) + least) + (rows - 1) * PANEL_GAP;
  return { margins: { left: 0, right: 0, top: 4, bottom: 0 }, minPlot };
}

/** Panels of one size in a grid, each with its title above its figure. */
export function multiplesLayout(model: MultiplesChartModel, size: FigureSize): MultiplesLayout {
  const { columns, rows } = multiplesGrid(model.panels.length, size.width);
  const layout = figureLayout(model, size, multiplesNeeds(model, size.width, size.standalone));
  const { plot } = layout;
  const width = panelWidth(plot.width, columns);
  const height = Math.floor((plot.height - PANEL_GAP * (rows - 1)) / rows);
  const panels = model.panels.map(({ title }, index) => ({
    left: plot.left + (index % columns) * (width + PANEL_GAP),
    top: plot.top + Math.floor(index / columns) * (height + PANEL_GAP),
    title: wrapText(title, width, PANEL_TITLE_SIZE, PANEL_TITLE_LINES),
  }));
  const head = headOf(Math.max(0, ...panels.map(({ title }) => title.length)));
  return { ...layout, panels, head, inside: { width, height: height - head } };
}

/** The least height at which no row, panel or label of the figure lies on another. */
export function leastHeight(model: ChartModel, width: number, standalone = true): number {
  switch (model.drawing) {
    case "plot":
      return leastFigureHeight(model, width, plotNeeds(model), standalone);
    case "multiples":
      return leastFigureHeight(model, width, multiplesNeeds(model, width, standalone), standalone);
    default:
      return leastFigureHeight(model, width, rowsNeeds(model, width, 0), standalone);
  }
}
