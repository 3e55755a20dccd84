// Whether a forecast meets its target.
import type { Decimal } from "decimal.js";
import type { Forecast } from "@/lib/domain/targets/forecast";
import { goalOf, meetsGoal } from "@/lib/domain/targets/goal";
import type { GoalTerms } from "@/lib/domain/targets/goal-types";

/** `met` and `missed` when the whole range agrees; `likely` and `unlikely`, by the expected value, when it does not. */
export type ForecastOutcome = "met" | "likely" | "unlikely" | "missed";

/** @returns null when the target cannot be compared with a value, for example while its figure is not set */
export function forecastOutcome(
  terms: GoalTerms,
  { value, low, high }: Pick<Forecast, "value" | "low" | "high">,
): ForecastOutcome | null {
  const goal = goalOf(terms);
  const meets = (one: Decimal) => {
    const met = meetsGoal(goal, one);
    return met.known ? met.value : null;
  };
  const [atLow, atValue, atHigh] = [meets(low), meets(value), meets(high)];
  if (atLow === null || atValue === null || atHigh === null) return null;
  if (atLow === atValue && atValue === atHigh) return atValue ? "met" : "missed";
  return atValue ? "likely" : "unlikely";
}
