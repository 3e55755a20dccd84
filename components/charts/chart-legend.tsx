import { LegendSwatch } from "@/components/charts/legend-swatch";
import type { LegendItem } from "@/lib/charts/model/chart-model";

/** The legend of a chart without switches. */
export function ChartLegend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="chart-legend">
      {items.map(({ key, swatch, label }) => (
        <li key={key}>
          <LegendSwatch swatch={swatch} />
          {label}
        </li>
      ))}
    </ul>
  );
}
