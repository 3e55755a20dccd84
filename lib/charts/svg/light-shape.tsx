// A light's shape: ✓ ▲ ● ◆ ■ ✕ – ○ □ drawn as paths, independent of fonts.

import type { Light } from "@/lib/domain/targets/types";
import { type ChartPalette, signColour } from "./chart-palette";

interface LightShapeProps {
  readonly light: Light;
  readonly x: number;
  readonly y: number;
  /** Half of the shape's size. */
  readonly r: number;
  readonly palette: ChartPalette;
  /** Replaces the light's colour on a background of that colour. */
  readonly color?: string;
}

function strokes(light: Light, x: number, y: number, r: number): string | null {
  if (light === "achieved") return `M${x - r} ${y}L${x - r * 0.25} ${y + r * 0.75}L${x + r} ${y - r * 0.8}`;
  if (light === "missed")
    return `M${x - r * 0.8} ${y - r * 0.8}l${r * 1.6} ${r * 1.6}M${x + r * 0.8} ${y - r * 0.8}l${-r * 1.6} ${r * 1.6}`;
  if (light === "unset") return `M${x - r * 0.8} ${y - r * 0.8}h${r * 1.6}v${r * 1.6}h${-r * 1.6}Z`;
  if (light === "not-started") return `M${x - r * 0.9} ${y}h${r * 1.8}`;
  return null;
}

function solid(light: Light, x: number, y: number, r: number): string | null {
  if (light === "ahead") return `M${x} ${y - r}L${x + r} ${y + r * 0.8}L${x - r} ${y + r * 0.8}Z`;
  if (light === "behind") return `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
  if (light === "far-behind") return `M${x - r * 0.85} ${y - r * 0.85}h${r * 1.7}v${r * 1.7}h${-r * 1.7}Z`;
  return null;
}

export function LightShape({ light, x, y, r, palette, color }: LightShapeProps) {
  const paint = color ?? signColour(light, palette);
  const line = strokes(light, x, y, r);
  if (line !== null)
    return (
      <path d={line} fill="none" stroke={paint} strokeWidth={light === "unset" ? 1.25 : Math.max(1.5, r * 0.45)} />
    );
  const path = solid(light, x, y, r);
  if (path !== null) return <path d={path} fill={paint} />;
  const hollow = light === "no-report";
  return (
    <circle cx={x} cy={y} r={r * 0.85} fill={hollow ? "none" : paint} stroke={paint} strokeWidth={hollow ? 1.25 : 0} />
  );
}
