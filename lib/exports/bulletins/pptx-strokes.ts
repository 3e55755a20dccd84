// Line styles of slide charts. The pptx library supports one stroke for all lines of a chart; this module gives each line
// the stroke of its role, identified by its colour.
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
const DASHES: Readonly<Record<SeriesRole, string>> = {
  reported: "solid",
  expected: "dash",
  target: "solid",
  stretch: "lgDashDot",
  baseline: "sysDot",
  "last-year": "solid",
  forecast: "sysDash",
};

const EMU_A_POINT = 12_700;
const ROLES = new Map(Object.entries(SERIES_COLOURS).map(([role, colour]) => [colour, role as SeriesRole]));

function withStroke(series: string): string {
  const role = ROLES.get(series.match(/<a:srgbClr val="(\w{6})"/)?.[1] ?? "");
  if (role === undefined) return series;
  const { width, marker } = STROKES[role];
  return (
    series
      // The first match belongs to the line; later ones belong to its markers.
      .replace(/<a:ln w="\d+"/, `<a:ln w="${Math.round(width * EMU_A_POINT)}"`)
      .replace(/<a:prstDash val="\w+"/, `<a:prstDash val="${DASHES[role]}"`)
      .replace(/<c:symbol val="\w+"/, `<c:symbol val="${marker ?? "none"}"`)
  );
}

/** The chart with different dashes and markers per line, for grey print. */
export function addStrokes(chart: string): string {
  return chart.includes("<c:lineChart>") ? chart.replace(/<c:ser>.*?<\/c:ser>/gs, withStroke) : chart;
}
