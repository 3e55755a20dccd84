"use client";
import type { ReactNode } from "react";
import type { LegendItem } from "@/lib/charts/model/chart-model";

interface LegendButtonsProps {
  readonly items: readonly LegendItem[];
  /** The signs of the items, in their order. */
  readonly swatches: readonly ReactNode[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  /** Label of the group of buttons. */
  readonly label: string;
}

/** The legend as toggle buttons: pressed shows the series, released hides it. */
export function LegendButtons({ items, swatches, hidden, onToggle, label }: LegendButtonsProps) {
  return (
    <ul className="chart-legend" aria-label={label}>
      {items.map((item, index) => (
        <li key={item.key}>
          <button type="button" aria-pressed={!hidden.has(item.key)} onClick={() => onToggle(item.key)}>
            {swatches[index]}
            {item.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
