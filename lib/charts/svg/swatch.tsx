import { SWATCH_WIDTH } from "@/lib/charts/layout/figure-layout";
import type { LegendItem, SeriesRole } from "@/lib/charts/model/chart-model";
import type { StepState } from "@/lib/charts/model/rows-chart-types";
import type { Light } from "@/lib/domain/targets/types";
import { type ChartPalette, STEP_LIGHTS, STROKES } from "./chart-palette";
import { LightShape } from "./light-shape";
import { Marker } from "./marker";

interface SwatchProps {
  readonly swatch: LegendItem["swatch"];
  readonly mark?: LegendItem["mark"];
  readonly x: number;
  /** The middle line. */
  readonly y: number;
  readonly palette: ChartPalette;
  readonly hatch: string;
}

function isRole(swatch: LegendItem["swatch"]): swatch is SeriesRole {
  return swatch in STROKES;
}

function isStep(swatch: LegendItem["swatch"]): swatch is StepState {
  return swatch in STEP_LIGHTS;
}

/** The legend symbol of a series, band, mark or light. */
export function Swatch({ swatch, mark, x, y, palette, hatch }: SwatchProps) {
  if (swatch === "revision") return <RevisionSign x={x + SWATCH_WIDTH / 2} y={y} palette={palette} />;
  if (swatch === "forecast-range") {
    return <rect x={x} y={y - 5} width={SWATCH_WIDTH} height={10} fill={`url(#${hatch})`} />;
  }
  if (swatch === "target-range") {
    return <rect x={x} y={y - 5} width={SWATCH_WIDTH} height={10} fill={palette.target} fillOpacity={0.12} />;
  }
  if (swatch === "expected-share") {
    const middle = x + SWATCH_WIDTH / 2;
    const dashed = { stroke: palette.strong, strokeWidth: 1.5, strokeDasharray: "3 2" };
    return <line x1={middle} x2={middle} y1={y - 6} y2={y + 6} {...dashed} />;
  }
  if (isRole(swatch)) {
    const { width, dash, opacity } = STROKES[swatch];
    const line = { stroke: palette[swatch], strokeWidth: width, strokeDasharray: dash, strokeOpacity: opacity };
    const middle = x + SWATCH_WIDTH / 2;
    if (mark === "bar") return <rect x={middle - 5} y={y - 5} width={10} height={10} fill={palette[swatch]} />;
    if (mark === "rule") return <line x1={middle} x2={middle} y1={y - 6} y2={y + 6} {...line} />;
    return (
      <g>
        {mark !== "dot" && <line x1={x} x2={x + SWATCH_WIDTH} y1={y} y2={y} {...line} />}
        <Marker role={swatch} x={middle} y={y} palette={palette} />
      </g>
    );
  }
  const light: Light = isStep(swatch) ? STEP_LIGHTS[swatch] : swatch;
  return <LightShape light={light} x={x + SWATCH_WIDTH / 2} y={y} r={5} palette={palette} />;
}

/** A flag on the target line at a revision. */
export function RevisionSign({ x, y, palette }: { x: number; y: number; palette: ChartPalette }) {
  const path = `M${x} ${y + 5}V${y - 6}L${x + 7} ${y - 3}L${x} ${y}`;
  return <path d={path} fill={palette.target} stroke={palette.target} strokeWidth={1.25} strokeLinejoin="round" />;
}
