// The planned values of a target that is carried over, for the figure of the following period.
import { Decimal } from "decimal.js";
import type { PlanValue, TargetTerms } from "@/lib/domain/targets/types";

interface NextPeriod {
  /** T′; null while it is not decided. */
  readonly value: Decimal | null;
  /** The baseline of a level or ratio; null if it has none yet. */
  readonly baseline: Decimal | null;
  readonly precision: number;
}

/**
 * The values with the same shape: each keeps its share of the way from the start s to the figure T,
 * v′ = s′ + (v − s) ÷ (T − s) × (T′ − s′), with s = 0 for a total and the baseline for a level or ratio. Without a
 * baseline a value keeps its ratio to the figure, and a growth rate, which may be negative, its distance from it.
 * Rounded to the metric's decimals.
 *
 * Unchanged where that cannot be computed: without one of the figures, or where the way had no length.
 */
export function carriedPlanValues(
  { kind, value, baseline, plan }: Pick<TargetTerms, "kind" | "value" | "baseline" | "plan">,
  next: NextPeriod,
): readonly PlanValue[] {
  const after = next.value;
  if (value === null || after === null) return plan.values;
  const moved = (move: (planned: Decimal) => Decimal) =>
    plan.values.map((point) => ({ ...point, value: move(point.value).toDecimalPlaces(next.precision) }));
  if (kind === "growth") return moved((planned) => planned.plus(after).minus(value));
  const hasStart = kind !== "cumulative" && baseline !== null;
  const [from, to] = hasStart ? [baseline.value, next.baseline] : [new Decimal(0), new Decimal(0)];
  if (to === null || value.eq(from)) return plan.values;
  return moved((planned) => planned.minus(from).div(value.minus(from)).times(after.minus(to)).plus(to));
}
