"use client";
import { SWATCH_WIDTH } from "@/lib/charts/layout/figure-layout";
import type { LegendItem } from "@/lib/charts/model/chart-model";
import { chartPalette } from "@/lib/charts/svg/chart-palette";
import { Hatch } from "@/lib/charts/svg/hatch";
import { Swatch } from "@/lib/charts/svg/swatch";

interface LegendButtonsProps {
  readonly items: readonly LegendItem[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  /** Label of the group of buttons. */
  readonly label: string;
}

/** The legend as toggle buttons: pressed shows the series, released hides it. */
export function LegendButtons({ items, hidden, onToggle, label }: LegendButtonsProps) {
  const palette = chartPalette("page");
  return (
    <ul className="chart-legend" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <button type="button" aria-pressed={!hidden.has(item.key)} onClick={() => onToggle(item.key)}>
            <svg width={SWATCH_WIDTH} height={12} aria-hidden="true">
              {item.swatch === "forecast-range" && <Hatch id="chart-legend-hatch" palette={palette} />}
              <Swatch swatch={item.swatch} x={0} y={6} palette={palette} hatch="chart-legend-hatch" />
            </svg>
            {item.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
