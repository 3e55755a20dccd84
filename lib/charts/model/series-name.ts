// The name of a line and its value, together and apart.
import type { ChartSeries } from "./chart-model";

/** The label of a line, and its parts. */
export function named(name: string, valueText: string): Pick<ChartSeries, "label" | "name" | "valueText"> {
  return { label: valueText === "" ? name : `${name} ${valueText}`, name, valueText };
}
