// The lines of charts that Office programs draw: each role has a different colour, dash pattern and marker, so that grey
// prints stay readable.
import type { SeriesRole } from "@/lib/charts/model/chart-model";
import { STROKES } from "@/lib/charts/svg/chart-palette";

export const SERIES_COLOURS: Readonly<Record<SeriesRole, string>> = {
  reported: "0B5394",
  expected: "6B6964",
  target: "A33B20",
  stretch: "D88C77",
  baseline: "B0ADA5",
  "last-year": "8F6F1F",
  forecast: "6FA8DC",
};

/** The Office dash styles closest to those of the figure. */
export const DASHES: Readonly<Record<SeriesRole, string>> = {
  reported: "solid",
  expected: "dash",
  target: "solid",
  stretch: "lgDashDot",
  baseline: "sysDot",
  "last-year": "solid",
  forecast: "sysDash",
};

const EMU_A_POINT = 12_700;
/** The plan is a pale band in the figure, and a line here. */
const PLAN_WIDTH = 1.5;

/** The width of a line in the unit of Office. */
export const strokeWidth = (role: SeriesRole) =>
  Math.round((role === "expected" ? PLAN_WIDTH : STROKES[role].width) * EMU_A_POINT);
