import { SWATCH_WIDTH } from "@/lib/charts/layout/figure-layout";
import type { LegendItem } from "@/lib/charts/model/chart-model";
import { chartPalette } from "@/lib/charts/svg/chart-palette";
import { Hatch } from "@/lib/charts/svg/hatch";
import { Swatch } from "@/lib/charts/svg/swatch";

const HATCH = "chart-legend-hatch";

/** The sign of a legend item. Drawn on the server, so that the browser does not load the drawing code. */
export function LegendSwatch({ swatch }: Pick<LegendItem, "swatch">) {
  const palette = chartPalette("page");
  return (
    <svg width={SWATCH_WIDTH} height={12} aria-hidden="true">
      {swatch === "forecast-range" && <Hatch id={HATCH} palette={palette} />}
      <Swatch swatch={swatch} x={0} y={6} palette={palette} hatch={HATCH} />
    </svg>
  );
}
