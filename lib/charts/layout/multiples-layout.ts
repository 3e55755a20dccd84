// The layout of panels in a grid, in pixels, each with its title above its figure.
import type { MultiplesChartModel } from "@/lib/charts/model/chart-model";
import { multiplesGrid, panelTitles } from "@/lib/charts/model/multiples-model";
import {
  type FigureLayout,
  type FigureSize,
  figureLayout,
  leastFigureHeight,
  type PlotNeeds,
  padOf,
  TEXT_SIZE,
} from "./figure-layout";
import { leastPlotHeight } from "./plot-layout";
import { wrapText } from "./text-width";

interface PanelPlace {
  readonly left: number;
  readonly top: number;
  readonly title: readonly string[];
}

export interface MultiplesLayout extends FigureLayout {
  readonly panels: readonly PanelPlace[];
  /** Height of the title above the figure, equal for all panels so that their plots align. */
  readonly head: number;
  /** Size of each panel's figure. */
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
  const least = Math.max(0, ...panels.map((panel) => leastPlotHeight(panel, inside, false, "legend")));
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
  const panels = panelTitles(model.panels).map((title, index) => ({
    left: plot.left + (index % columns) * (width + PANEL_GAP),
    top: plot.top + Math.floor(index / columns) * (height + PANEL_GAP),
    title: wrapText(title, width, PANEL_TITLE_SIZE, PANEL_TITLE_LINES),
  }));
  const head = headOf(Math.max(0, ...panels.map(({ title }) => title.length)));
  return { ...layout, panels, head, inside: { width, height: height - head } };
}

/** The minimum height without overlaps. */
export function leastMultiplesHeight(model: MultiplesChartModel, width: number): number {
  return leastFigureHeight(model, width, multiplesNeeds(model, width, true), true);
}
