// The sum of the parts of a target against the whole (分解合计).
import { Decimal } from "decimal.js";
import { hasTolerance, hasUpperValue } from "@/lib/domain/targets/comparators";
import type { RollUpMethod } from "@/lib/domain/targets/roll-up";
import type { TargetTerms } from "@/lib/domain/targets/types";

/** The tolerance of a part: in proportion to its figure where the parts are added up; null for the default of 5 %. */
export function partTolerance(
  { comparator, value, tolerance }: Pick<TargetTerms, "comparator" | "value" | "tolerance">,
  method: RollUpMethod,
  part: Decimal,
): Decimal | null {
  if (!hasTolerance(comparator) || tolerance === null) return null;
  if (method !== "sum" || value === null || value.isZero()) return tolerance;
  return tolerance.times(part).div(value).abs().toDecimalPlaces(6);
}

export interface SplitBalance {
  readonly state: "exact" | "under" | "over";
  readonly sum: Decimal;
  /** How much the sum lies below or above the whole; 0 when exact. */
  readonly difference: Decimal;
}

export type SplitWhole = Pick<TargetTerms, "kind" | "comparator" | "value" | "upperValue">;

/**
 * Compares Σ figures with the figure of the whole, in its unit. A `between` is exact anywhere inside its range. Null
 * where the figures do not add up to the whole: another method than the sum, a ratio (numerators and denominators are
 * added, not percentages), and without a figure or parts.
 */
export function splitBalance(
  whole: SplitWhole,
  method: RollUpMethod | null,
  figures: readonly Decimal[],
): SplitBalance | null {
  if (method !== "sum" || whole.kind === "ratio" || whole.value === null || figures.length === 0) return null;
  const sum = Decimal.sum(...figures);
  const upper = hasUpperValue(whole.comparator) ? whole.upperValue : null;
  const high = upper === null ? whole.value : Decimal.max(whole.value, upper);
  const low = upper === null ? whole.value : Decimal.min(whole.value, upper);
  if (sum.gt(high)) return { state: "over", sum, difference: sum.minus(high) };
  if (sum.lt(low)) return { state: "under", sum, difference: low.minus(sum) };
  return { state: "exact", sum, difference: new Decimal(0) };
}
