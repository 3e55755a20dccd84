import type { SeriesRole } from "@/lib/charts/model/chart-model";
import type { ChartPalette, Stroke } from "./chart-palette";
import { STROKES } from "./chart-palette";

interface MarkerProps {
  readonly role: SeriesRole;
  readonly x: number;
  readonly y: number;
  readonly palette: ChartPalette;
  /** Without a line, it is larger. */
  readonly isAlone?: boolean;
}

function outline(marker: Stroke["marker"], x: number, y: number): string | null {
  if (marker === "square") return `M${x - 2.5} ${y - 2.5}h5v5h-5Z`;
  if (marker === "diamond") return `M${x} ${y - 4.5}L${x + 4.5} ${y}L${x} ${y + 4.5}L${x - 4.5} ${y}Z`;
  return null;
}

/** The marker of a point: solid for reported values, hollow for last year and the forecast. */
export function Marker({ role, x, y, palette, isAlone = false }: MarkerProps) {
  const { marker } = STROKES[role];
  if (marker === null) return null;
  const color = palette[role];
  if (marker === "circle")
    return <circle cx={x} cy={y} r={isAlone ? 4.5 : 3.25} fill={color} stroke={palette.halo} strokeWidth={1} />;
  return <path d={outline(marker, x, y) ?? ""} fill={palette.halo} stroke={color} strokeWidth={1.25} />;
}
