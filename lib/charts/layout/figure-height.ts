// The height of a figure for its width: a default by content, and never too low to read.
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { multiplesGrid } from "@/lib/charts/model/multiples-model";
import { leastMultiplesHeight } from "./multiples-layout";
import { leastPlotHeight } from "./plot-layout";
import { inTypeface } from "./serif-advances";

const PLOT_HEIGHT = 540;
const LOWEST_PLOT = 340;
const FRAME_HEIGHT = 190;
const ROW_HEIGHT = 34;
const BULLET_HEIGHT = 260;
const PANEL_HEIGHT = 230;
const PANEL_FRAME = 90;
/** Step names take two lines in a narrow panel. */
const STEP_HEIGHT = 30;
const TALLEST = 4000;

function usualHeight(model: ChartModel, width: number): number {
  if (model.drawing === "plot") return Math.max(LOWEST_PLOT, Math.round((width * PLOT_HEIGHT) / 960));
  if (model.drawing === "multiples") {
    const steps = Math.max(...model.panels.map((panel) => (panel.drawing === "gantt" ? panel.rows.length : 0)));
    const panel = Math.max(PANEL_HEIGHT, PANEL_FRAME + STEP_HEIGHT * steps);
    return Math.min(TALLEST, FRAME_HEIGHT + panel * multiplesGrid(model.panels.length, width).rows);
  }
  if (model.drawing === "bullet") return BULLET_HEIGHT;
  return Math.min(TALLEST, Math.max(360, FRAME_HEIGHT + ROW_HEIGHT * model.rows.length));
}

const leastHeights = new WeakMap<ChartModel, Map<number, number>>();

/** Computed once per model and width: it places all texts, which takes longer than sending a picture from the cache. */
function leastHeight(model: ChartModel, width: number): number {
  const known = leastHeights.get(model) ?? new Map<number, number>();
  leastHeights.set(model, known);
  const least =
    known.get(width) ??
    inTypeface(model, () =>
      model.drawing === "multiples" ? leastMultiplesHeight(model, width) : leastPlotHeight(model, width, true),
    );
  known.set(width, least);
  return least;
}

/** The minimum height of a figure without a frame, on a page. */
export function leastHeightOnPage(model: ChartModel, width: number): number {
  return model.drawing === "multiples" ? 0 : leastPlotHeight(model, width, false);
}

/**
 * In pixels at scale 1.
 * @param requested height; the default is used if rows, panels or labels would overlap.
 */
export function figureHeight(model: ChartModel, width: number, requested: number | null = null): number {
  const least = leastHeight(model, width);
  return requested !== null && requested >= least ? requested : Math.max(least, usualHeight(model, width));
}
