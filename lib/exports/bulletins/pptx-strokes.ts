// Line styles of slide charts. The pptx library supports one stroke for all lines of a chart; this module gives each line
// the stroke of its role, identified by its colour.
import type { SeriesRole } from "@/lib/charts/model/chart-model";
import { STROKES } from "@/lib/charts/svg/chart-palette";
import { DASHES, SERIES_COLOURS, strokeWidth } from "@/lib/exports/office-lines";

const ROLES = new Map(Object.entries(SERIES_COLOURS).map(([role, colour]) => [colour, role as SeriesRole]));

function withStroke(series: string): string {
  const role = ROLES.get(series.match(/<a:srgbClr val="(\w{6})"/)?.[1] ?? "");
  if (role === undefined) return series;
  const { marker } = STROKES[role];
  return (
    series
      // The first match belongs to the line; later ones belong to its markers.
      .replace(/<a:ln w="\d+"/, `<a:ln w="${strokeWidth(role)}"`)
      .replace(/<a:prstDash val="\w+"/, `<a:prstDash val="${DASHES[role]}"`)
      .replace(/<c:symbol val="\w+"/, `<c:symbol val="${marker ?? "none"}"`)
  );
}

/** The chart with different dashes and markers per line, for grey print. */
export function addStrokes(chart: string): string {
  return chart.includes("<c:lineChart>") ? chart.replace(/<c:ser>.*?<\/c:ser>/gs, withStroke) : chart;
}
