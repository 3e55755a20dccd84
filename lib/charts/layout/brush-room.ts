// The room below a figure for the brush of its interactive drawing, so that nothing moves when the drawing takes over.
import type { ChartModel } from "@/lib/charts/model/chart-model";

/** From this number of reported points on, a brush selects the visible period. */
const BRUSH_FROM = 18;
export const BRUSH_HEIGHT = 28;
export const BRUSH_GAP = 6;

/** 0 without a brush. */
export function brushRoom(model: ChartModel): number {
  if (model.drawing !== "plot") return 0;
  const has = model.series.some(({ role, points }) => role === "reported" && points.length >= BRUSH_FROM);
  return has ? BRUSH_GAP + BRUSH_HEIGHT : 0;
}
