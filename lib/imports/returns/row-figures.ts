// The figures of a row's cell, for each of the targets that the row reports on.

import { likeness } from "@/lib/imports/returns/match-targets";
import type { KnownTarget } from "@/lib/imports/tasks/context";
import { convertValue, joinUnits } from "@/lib/imports/tasks/scales";
import type { NamedQuantity } from "@/lib/imports/tasks/sentences";
import { readValue, type ValueReading } from "@/lib/imports/tasks/value-cell";
import type { GridCell } from "@/lib/imports/workbook/grid";

export interface CellFigure {
  /** In the target's unit; null if the cell has none for this target. */
  readonly value: number | null;
  readonly reading: ValueReading["kind"] | "not-reported";
  /** The smallest step of the figure as written, in the target's unit. */
  readonly step: number;
  /** Written without decimals: counts add up exactly. */
  readonly isWhole: boolean;
}

const NOTHING = { value: null, step: 0, isWhole: false } as const;

export interface FigureScale {
  /** The row's or the column's unit; null if the table does not say. */
  readonly unit: string | null;
  /** Without a unit: how many of the target's units one of the table's is, by the printed target. */
  readonly ratio: number;
}

const NOT_REPORTED =
  /^(?:未报送?|未上报|未填报|待报|待上报|尚未报送|暂未上报|未反馈|not (?:yet )?reported|no return|outstanding|nil return)$/iu;

/** Each target's quantity: by name where the cell names them, otherwise in order. */
function assign(quantities: readonly NamedQuantity[], targets: readonly KnownTarget[]): (NamedQuantity | null)[] {
  if (targets.length === 1) {
    const [target] = targets;
    const named = quantities.find(
      (one) => one.unit !== "" && target !== undefined && convertValue(1, one.unit, target.unit) !== null,
    );
    return [named ?? quantities[0] ?? null];
  }
  if (quantities.length === targets.length) return [...quantities];
  const left = [...quantities];
  return targets.map((target) => {
    const scores = left.map(
      (one) =>
        likeness(one.metric, target.metric) +
        (one.unit !== "" && convertValue(1, one.unit, target.unit) !== null ? 0.3 : 0),
    );
    const top = Math.max(0, ...scores);
    return top < 0.4 ? null : (left.splice(scores.indexOf(top), 1)[0] ?? null);
  });
}

function decimalsOf(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}

function convert(
  value: number,
  quantity: NamedQuantity,
  target: KnownTarget,
  { unit, ratio }: FigureScale,
): number | null {
  const written = joinUnits(quantity.unit, unit);
  if (quantity.form === "rank" || target.kind === "rank") return value;
  if (written === "") return value * ratio;
  if (target.unit === "") return value;
  return convertValue(value, written, target.unit);
}

/** The figures of a cell for these targets, in their units. */
export function figuresFor(cell: GridCell, targets: readonly KnownTarget[], scale: FigureScale): CellFigure[] {
  if (NOT_REPORTED.test(cell.text.trim())) return targets.map(() => ({ ...NOTHING, reading: "not-reported" }));
  const reading = readValue(cell);
  if (reading.kind !== "quantities") return targets.map(() => ({ ...NOTHING, reading: reading.kind }));
  const assigned = assign(reading.quantities, targets);
  return targets.map((target, index): CellFigure => {
    const quantity = assigned[index] ?? null;
    if (quantity === null) return { ...NOTHING, reading: "blank" };
    const value = convert(quantity.value, quantity, target, scale) ?? quantity.value;
    const step = Math.abs(convert(10 ** -decimalsOf(quantity.value), quantity, target, scale) ?? 0);
    return {
      value: Number(value.toPrecision(12)),
      reading: "quantities",
      step,
      isWhole: decimalsOf(quantity.value) === 0,
    };
  });
}
