// Last year's figure of a row, in the unit of its target.
import type { MetricKind } from "@/lib/domain/targets/types";
import { type Layout, yearsIn } from "@/lib/imports/tasks/layout";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";
import { convertValue, joinUnits } from "@/lib/imports/tasks/scales";
import { readValue } from "@/lib/imports/tasks/value-cell";

export interface BaselineInput {
  readonly unit: string;
  /** Of the row, for a figure without a unit. */
  readonly given: string | null;
  readonly kind: MetricKind;
  readonly index: number;
  readonly count: number;
}

export interface Baseline {
  readonly value: number;
  readonly year: number;
}

export function readBaseline(layout: Layout, row: TableRow, input: BaselineInput): Baseline | null {
  const place = row.at(layout.baseline);
  if (place === null || layout.baseline === null) return null;
  const reading = readValue(place.cell);
  if (reading.kind !== "quantities" || input.kind === "milestone" || input.kind === "yes-no") return null;
  const quantity =
    reading.quantities[reading.quantities.length === input.count ? input.index : input.count === 1 ? 0 : -1];
  if (quantity === undefined) return null;
  const from = joinUnits(quantity.unit, layout.baseline.unit ?? input.given);
  // A growth target has no baseline from a column of levels.
  if (input.kind === "growth" && from !== "%" && from !== "") return null;
  const value = from === "" || input.kind === "rank" ? quantity.value : convertValue(quantity.value, from, input.unit);
  if (value === null) return null;
  const year = yearsIn(layout.baseline.parts.join(" ")).at(-1);
  return { value: Number(value.toPrecision(12)), year: year ?? layout.year - 1 };
}
