import { SWATCH_WIDTH } from "@/lib/charts/layout/figure-layout";
import type { LegendItem } from "@/lib/charts/model/chart-model";
import { chartPalette } from "@/lib/charts/svg/chart-palette";
import { Swatch } from "@/lib/charts/svg/swatch";

/** The legend of a chart without switches. */
export function ChartLegend({ items }: { readonly items: readonly LegendItem[] }) {
  const palette = chartPalette("page");
  return (
    <ul className="chart-legend">
      {items.map((item) => (
        <li key={item.key}>
          <svg width={SWATCH_WIDTH} height={12} aria-hidden="true">
            <Swatch swatch={item.swatch} x={0} y={6} palette={palette} hatch="" />
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}
